import type { ContentEdit } from '../study/operation.ts';
import { frontMatterOf } from '../text/frontMatter.ts';
import { type Transcript, transcriptOf } from '../text/transcript.ts';
import { turnAt } from '../text/turns.ts';
import { fictitious } from './fictitious.ts';
import { type FoundName, findNames, type NameMatcher } from './findNames.ts';
import { type JsonText, textsInJson, unescaped } from './jsonTexts.ts';

/** A file of a study that is text. */
export interface TextFile {
  /** Study-relative. */
  readonly path: string;
  /** As it is on disk, with its own line ends. */
  readonly raw: string;
}

/** A real name in a file, and what would take its place there. The range is in the LF text of the file. */
export interface NameReplacement extends ContentEdit {
  readonly path: string;
  /** The name as it stands there. */
  readonly found: string;
  /** What stands there for whoever reads the file: without the escapes of JSON. */
  readonly pseudonym: string;
  /** The label of a speaker is all of his turns: one name is not replaced without the others. */
  readonly isLabel: boolean;
}

/**
 * The names in a file that a pseudonym can take the place of. Ids stay, whatever they were made of, and so do the words of
 * quotations in a sidecar: they follow from the transcript.
 *
 * @param codes the ids of the study's codes
 */
export function replacementsIn(
  { path, raw }: TextFile,
  matcher: NameMatcher,
  codes: ReadonlySet<string>,
): readonly NameReplacement[] {
  const transcript = transcriptOf(raw);
  if (/\.jsonl?$/i.test(path)) return inJson(path, transcript.text, matcher);
  return findNames(transcript.text, matcher)
    .filter((name) => !isInId(transcript.text, name, codes))
    .map((name) => {
      const pseudonym = fictitious(transcript.text, name);
      const { start, end } = name;
      const found = transcript.text.slice(start, end);
      return { path, start, end, text: pseudonym, pseudonym, found, isLabel: isLabel(transcript, name) };
    });
}

function isLabel(transcript: Transcript, { start, end }: FoundName): boolean {
  if (end <= frontMatterOf(transcript).end) return false;
  const turn = turnAt(transcript, start);
  if (turn?.speaker === undefined || end > turn.textStart) return false;
  const lineStart = transcript.text.lastIndexOf('\n', start - 1) + 1;
  return transcript.text.charAt(lineStart) !== '#';
}

/** Whether a name is in a link by id or path, or in an id that no word of a language looks like. */
function isInId(text: string, { start, end }: FoundName, codes: ReadonlySet<string>): boolean {
  const from = Math.max(start - 200, 0);
  const before =
    /(?:(?:code|quotation):|document:[^\s\],]*)?[\w-]*$/.exec(text.slice(from, start))?.[0] ?? '';
  if (/^(?:code|quotation|document):/.test(before)) return true;
  const token = before + text.slice(start, end) + (/^[\w-]*/.exec(text.slice(end, end + 64))?.[0] ?? '');
  return /[-_]/.test(token) && codes.has(token);
}

/** Members whose values are ids, times, paths or words of the format, in every file. */
const notSaid: ReadonlySet<string> = new Set([
  ...['$schema', 'id', 'parent', 'codes', 'code', 'from', 'to', 'into', 'example', 'coder'],
  ...['document', 'sha256', 'created', 'modified', 'at', 'since', 'op', 'level', 'color', 'kind'],
  ...['state', 'reason', 'transcripts', 'chapters'],
]);

/** Members whose own members have ids or titles for keys, which may be any of the words above. */
const keyedFreely: ReadonlySet<string> = new Set(['names', 'before', 'after', 'queries']);

const placeFields: ReadonlySet<string | number | undefined> = new Set(['exact', 'prefix', 'suffix']);

function inJson(path: string, json: string, matcher: NameMatcher): readonly NameReplacement[] {
  const lines = /\.jsonl$/i.test(path)
    ? [...json.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({ line, index }))
    : [{ line: json, index: 0 }];
  return lines.flatMap(({ line, index }) => {
    const value = readable(line);
    if (value === undefined) return [];
    return textsInJson(json, index, index + line.length)
      .filter((text) => isSaid(text, value))
      .flatMap((text) => inJsonText(path, json, text, matcher));
  });
}

/** Whether a text in JSON is what somebody said or wrote. Titles of queries are the only keys that are. */
function isSaid({ path, isKey }: JsonText, value: unknown): boolean {
  if (isKey) return path.length === 2 && path[0] === 'queries';
  const members = path.filter((step) => typeof step === 'string');
  if (notSaid.has(members.at(-1) ?? '') && !keyedFreely.has(members[0] ?? '')) return false;
  if (path[0] === 'quotations' && placeFields.has(path[2]))
    return at(value, [...path.slice(0, 2), 'anchor', 'state']) === 'lost';
  // What a code was moved from and to are ids.
  return !(/^(?:before|after)$/.test(members[0] ?? '') && at(value, ['op']) === 'move');
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inside, step) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

function inJsonText(
  path: string,
  json: string,
  { start, end }: JsonText,
  matcher: NameMatcher,
): readonly NameReplacement[] {
  const { plain, offsets } = unescaped(json.slice(start, end));
  return findNames(plain, matcher).map((name) => {
    const pseudonym = fictitious(plain, name);
    return {
      path,
      start: start + (offsets[name.start] ?? 0),
      end: start + (offsets[name.end] ?? 0),
      text: JSON.stringify(pseudonym).slice(1, -1),
      pseudonym,
      found: plain.slice(name.start, name.end),
      isLabel: false,
    };
  });
}

/** The value of JSON; undefined when it is none. */
export function readable(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
