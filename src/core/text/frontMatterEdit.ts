import { isMap, isScalar, type Pair, parseDocument } from 'yaml';
import type { Json } from '../study/json.ts';
import type { TextRange } from '../study/problem.ts';
import { frontMatterOf } from './frontMatter.ts';
import type { Transcript } from './transcript.ts';

/** A replacement in a transcript; range and text are in LF text. */
export interface FrontMatterEdit {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * What stands behind the colon of a key of the front matter, as it is written: with it, and nothing else, the same value can
 * be put back to the byte. Undefined where there is no such key, or the front matter cannot be read.
 */
export function writtenValue(transcript: Transcript, key: string): string | undefined {
  const range = valueRange(transcript, key);
  return range && transcript.text.slice(range.start, range.end);
}

/** Where in a transcript the key of an attribute and its value stand; undefined without one. */
export function attributeRange(transcript: Transcript, key: string): TextRange | undefined {
  const range = valueRange(transcript, key);
  return range && { start: lineStart(transcript.text, range.start - 1), end: range.end };
}

/**
 * Puts a value behind a key of the front matter, all else in it left as it is; a transcript without front matter gets one. The
 * last key takes the front matter along.
 *
 * @param written as `writtenValue` gives it; undefined takes the key away
 * @returns undefined where the front matter is not in a form in which this can be done
 */
export function withWrittenValue(
  transcript: Transcript,
  key: string,
  written: string | undefined,
): FrontMatterEdit | undefined {
  const { text } = transcript;
  const { end, error } = frontMatterOf(transcript);
  if (error) return undefined;
  const line = `${writtenKey(key)}:${written ?? ''}\n`;
  if (end === 0) return written === undefined ? undefined : insertion(0, `---\n${line}---\n`);
  const yaml = yamlOf(text, end);
  if (!yaml) return undefined;
  const range = valueRange(transcript, key);
  if (!range) return written === undefined ? undefined : insertion(yaml.range.end, line);
  if (written !== undefined) return { range, text: written };
  if (yaml.pairs.length === 1) return { range: { start: 0, end }, text: '' };
  const after = text.indexOf('\n', Math.max(range.end - 1, range.start));
  return { range: { start: lineStart(text, range.start - 1), end: after + 1 }, text: '' };
}

/**
 * A value as it is written behind the colon of a key, on one line: numbers and dates as they are, a text in quotation marks
 * where YAML would take it for something else, several values as a list, none as nothing.
 */
export function written(values: readonly string[]): string {
  const [only] = values;
  if (only === undefined) return '';
  return values.length === 1 ? ` ${scalar(only)}` : ` [${values.map(scalar).join(', ')}]`;
}

/** Text that means itself in YAML, in a list too; what is a truth value or nothing to a reader of YAML is not it. */
function scalar(text: string): string {
  const isPlain =
    /^[\p{L}\p{N}](?:[\p{L}\p{N} _./’()+&½¼¾–-]|:(?=[^\s,\]])|'(?=\S))*$/u.test(text) &&
    !/\s$/.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain || /^[-+]?\d+(?:\.\d+)?$/.test(text) ? text : JSON.stringify(text);
}

function writtenKey(key: string): string {
  return /^\p{L}[\p{L}\p{N} _-]*$/u.test(key) && !key.endsWith(' ') ? key : JSON.stringify(key);
}

interface Yaml {
  /** Where it stands in the transcript: between the lines of dashes. */
  readonly range: TextRange;
  readonly pairs: readonly Pair[];
}

/** The YAML of a front matter in which every key has a line of its own. */
function yamlOf(text: string, end: number): Yaml | undefined {
  const close = /(?:^|\n)---[ \t]*\n?$/.exec(text.slice(0, end));
  const start = text.indexOf('\n') + 1;
  if (!close || start > end) return undefined;
  const range = { start, end: Math.max(start, close.index + 1) };
  const { contents, errors } = parseDocument(text.slice(range.start, range.end), {
    schema: 'core',
    logLevel: 'silent',
    prettyErrors: false,
  });
  if (errors.length > 0) return undefined;
  if (contents === null) return { range, pairs: [] };
  return isMap(contents) && !contents.flow ? { range, pairs: contents.items } : undefined;
}

/** From the colon of a key to the end of its value, comments and line end after it left out. */
function valueRange(transcript: Transcript, key: string): TextRange | undefined {
  const { text } = transcript;
  const { end, error } = frontMatterOf(transcript);
  const yaml = error || end === 0 ? undefined : yamlOf(text, end);
  const pair = yaml?.pairs.find((one) => isScalar(one.key) && String(one.key.value) === key);
  if (!yaml || !pair) return undefined;
  const keyEnd = endOf(pair.key);
  const colon = keyEnd === undefined ? -1 : text.indexOf(':', yaml.range.start + keyEnd);
  if (colon < 0) return undefined;
  const start = colon + 1;
  const valueEnd = yaml.range.start + (endOf(pair.value) ?? 0);
  const isEmpty = isScalar(pair.value) && pair.value.value === null && !pair.value.source;
  if (isEmpty || pair.value === null || valueEnd <= start) return { start, end: start };
  return { start, end: start + text.slice(start, valueEnd).trimEnd().length };
}

function endOf(node: unknown): number | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  const end: unknown = Array.isArray(range) ? range[1] : undefined;
  return typeof end === 'number' ? end : undefined;
}

const insertion = (at: number, text: string): FrontMatterEdit => ({ range: { start: at, end: at }, text });
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Whether a value of the front matter is one that can be edited as text: not a mapping, nor a list of lists. */
export function isEditable(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item !== 'object');
  return typeof value !== 'object' || value === null;
}
