import type { Json } from '../study/json.ts';
import type { Memo, MemoLink } from '../study/memo.ts';
import { documentName } from '../study/sources.ts';
import { linesOutsideFences } from '../text/fences.ts';
import { frontMatterOf } from '../text/frontMatter.ts';
import type { Transcript } from '../text/transcript.ts';
import { isObject } from './jsonRead.ts';

/** In UTF-16 code units. */
const longestType = 60;

/** Reads a memo. Nothing in one is wrong: what is not understood is text. */
export function memoOf(path: string, transcript: Transcript): Memo {
  const { text } = transcript;
  const { attributes, end } = frontMatterOf(transcript);
  const { title, type, created } = attributes;
  const heading = /^#[ \t](.{1,300})/m
    .exec(text.slice(end))?.[1]
    ?.replace(/\s#+\s*$/, '')
    .trim();
  return {
    path,
    title: textOf(title) || heading || documentName(path),
    type: textOf(type)?.slice(0, longestType) ?? 'free',
    links: [...declaredLinks(text.slice(0, end), attributes.links), ...linksInBody(text, end)],
    ...(typeof created === 'string' && { created }),
    text,
    bodyStart: end,
  };
}

/**
 * The links that the front matter lists. YAML may write one in other signs than it means; its place is then that of the
 * line of `links`.
 */
function declaredLinks(frontMatter: string, value: Json | undefined): readonly MemoLink[] {
  const items = Array.isArray(value) ? value : value === undefined ? [] : [value];
  const key = /^links[ \t]*:.*$/m.exec(frontMatter);
  const line = { start: key?.index ?? 0, end: key ? key.index + key[0].length : 0 };
  let at = key ? key.index + 'links'.length + 1 : 0;
  return items.flatMap((item: Json): readonly MemoLink[] => {
    const written = writtenLink(item);
    const [, kind, to] = /^(code|quotation|document|case):[ \t]*(.+)$/.exec(written ?? '') ?? [];
    if (written === undefined || !isKind(kind) || to === undefined) return [];
    const start = frontMatter.indexOf(written, at);
    if (start < 0) return [{ kind, to, range: line }];
    at = start + written.length;
    return [{ kind, to, range: { start, end: at } }];
  });
}

/** `- case: ValueCare`, with the space that YAML takes for the sign of a key, means the same as without it. */
function writtenLink(item: Json): string | undefined {
  if (typeof item === 'string') return item.trim();
  const [entry, more] = isObject(item) ? Object.entries(item) : [];
  return entry && !more && typeof entry[1] === 'string' ? `${entry[0]}: ${entry[1]}` : undefined;
}

/**
 * In the text: `[[name]]`, where `#…` and `|…` after the name are of no account; and `code:…`, which may not be the tail of a
 * longer word or address. What has spaces in it stands between `<…>`. Lengths are limited, so that no text takes long.
 */
const link =
  /`[^`\n]{0,300}`|\[\[(?<name>[^\]|#\n]{1,300})(?:[#|][^\]\n]{0,300})?\]\]|(?<![\p{L}\p{N}_:/.-])(?:<(?<inside>(?:code|quotation|document|case):[^>\n]{1,300})>|(?<bare>(?:code|quotation):[A-Za-z0-9_-]{1,64}|(?:document|case):[^\s<>()[\]{}"'“”‘’,;|*]+))/gu;

function linksInBody(text: string, from: number): readonly MemoLink[] {
  return linesOutsideFences(text.slice(from)).flatMap((line) =>
    [...line.text.matchAll(link)].flatMap((match): readonly MemoLink[] => {
      const { name, inside, bare } = match.groups ?? {};
      // A sign at the end of a bare path or name is that of the sentence.
      const written = name ?? inside ?? bare?.replace(/[.:!?]+$/, '');
      if (written === undefined) return [];
      const start = from + line.start + match.index;
      const length = bare === undefined ? match[0].length : written.length;
      const range = { start, end: start + length };
      const [, kind, to] = /^(code|quotation|document|case):(.+)$/.exec(written.trim()) ?? [];
      if (!isKind(kind) || to === undefined)
        return name === undefined ? [] : [{ kind: 'name', to: name.trim(), range }];
      return [{ kind, to: bare === undefined ? to.trim() : decoded(to), range }];
    }),
  );
}

/** An address in Markdown has `%20` where a path has a space. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function isKind(kind: string | undefined): kind is Exclude<MemoLink['kind'], 'name'> {
  return kind === 'code' || kind === 'quotation' || kind === 'document' || kind === 'case';
}

function textOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}
