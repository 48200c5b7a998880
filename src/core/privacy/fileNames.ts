import { fictitious } from './fictitious.ts';
import { findNames, type NameMatcher } from './findNames.ts';

/** A file whose path holds a real name, and a path that does not. */
export interface FileNameReplacement {
  readonly from: string;
  readonly to: string;
}

/**
 * Other paths for files with names in theirs. A file that would take the place of another, or of one that gets the same path, is
 * left out.
 *
 * @param paths the files that may get other paths
 * @param taken the paths of all files
 */
export function fileNameReplacements(
  paths: Iterable<string>,
  taken: Iterable<string>,
  matcher: NameMatcher,
): readonly FileNameReplacement[] {
  // Not every file system tells capitals from small letters.
  const known = new Set([...taken].map((path) => path.toLowerCase()));
  const found: FileNameReplacement[] = [];
  for (const from of paths) {
    const to = from
      .split('/')
      .map((part) => withoutNames(part, matcher))
      .join('/');
    if (to === from || known.has(to.toLowerCase())) continue;
    known.add(to.toLowerCase());
    found.push({ from, to });
  }
  return found;
}

/** A name without spaces gets none; what no file system takes is left out. */
function withoutNames(part: string, matcher: NameMatcher): string {
  const gap = /\s/.test(part) ? ' ' : '-';
  let name = '';
  let at = 0;
  for (const found of findNames(part, matcher)) {
    const pseudonym = fictitious(part, found)
      .replace(/[/\\:*?"<>|]/g, '')
      .replace(/\s+/g, gap);
    name += part.slice(at, found.start) + pseudonym;
    at = found.end;
  }
  return name + part.slice(at);
}
