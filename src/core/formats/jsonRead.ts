import type { Json, UnknownKeys } from '../study/json.ts';
import { type Problem, problem, type TextRange } from '../study/problem.ts';
import { normalForm } from '../text/transcript.ts';
import { faultIn, rangeOfMember, rangesOfItems } from './jsonScan.ts';
import type { Parsed } from './parsed.ts';

/** The version of the files that this version of Codeboom writes. */
const formatVersion = 1;

/** A JSON file that is an object, before its content is looked at. */
export interface JsonFile {
  readonly path: string;
  /** As it was read; where a problem is, is worked out from it only when there is one. */
  readonly text: string;
  readonly object: { readonly [key: string]: Json };
  readonly problems: readonly Problem[];
  readonly readOnly: boolean;
}

/** Whether a value is an object of JSON. */
export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list whose items all are text. */
export function isTextList(value: Json | undefined): value is readonly string[] {
  return isList(value) && value.every((item) => typeof item === 'string');
}

/** Whether a value is a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether a value is an object whose values all are text. */
export function isTextRecord(value: Json | undefined): value is { readonly [key: string]: string } {
  return isObject(value) && Object.values(value).every((item) => typeof item === 'string');
}

/** Reads a file of JSON as far as its version; what it holds is up to the format. */
export function readJson(text: string, path: string): JsonFile | { readonly problems: readonly Problem[] } {
  let value: Json;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return { problems: [unreadable(text, path)] };
  }
  if (!isObject(value)) return { problems: [problem('error', path, 'json.noObject', { file: path })] };
  return jsonFile(value, text, path);
}

/** A file by the object in it, as far as its version. */
export function jsonFile(
  value: { readonly [key: string]: Json },
  text: string,
  path: string,
): JsonFile | { readonly problems: readonly Problem[] } {
  const { version = formatVersion } = value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return {
      problems: [problem('error', path, 'json.version', { file: path }, memberRange(text, 'version'))],
    };
  }
  const readOnly = version > formatVersion;
  return {
    path,
    text,
    object: value,
    readOnly,
    problems: readOnly
      ? [problem('warning', path, 'json.newerVersion', { file: path, version }, memberRange(text, 'version'))]
      : [],
  };
}

/** The result for a file that is not readable as a whole. */
export function notReadable(problems: readonly Problem[]): Parsed<never> {
  return { value: undefined, problems, readOnly: false };
}

/** A problem of a file that is not JSON: cut off, with both sides of a merge in it, or with a mistake somewhere. */
function unreadable(asRead: string, path: string): Problem {
  const text = normalForm(asRead);
  const conflict = conflictIn(text);
  if (conflict)
    return problem(
      'error',
      path,
      'file.mergeConflict',
      { file: path, line: lineAt(text, conflict.start) },
      conflict,
    );
  const { start, end } = faultIn(text);
  const values = { file: path, line: lineAt(text, start) };
  return problem('error', path, start >= text.trimEnd().length ? 'json.cutOff' : 'json.invalid', values, {
    start,
    end,
  });
}

/** Where git left both sides of a merge in a text: the line of the first marker. */
export function conflictIn(text: string): TextRange | undefined {
  const match = /^<{7}(?: .*)?$/m.exec(text);
  return match && /^>{7}/m.test(text)
    ? { start: match.index, end: match.index + match[0].length }
    : undefined;
}

/** The line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** The range of a member of the file's object. */
export function memberRange(text: string, key: string): TextRange {
  return rangeOfMember(normalForm(text), key);
}

/** Gives the range of an item in a list of the file's object by its index; the text is gone through once, when asked. */
export function itemRanges(text: string, key: string): (index: number) => TextRange {
  let ranges: readonly TextRange[] | undefined;
  return (index) => {
    ranges ??= rangesOfItems(normalForm(text), key);
    return ranges[index] ?? memberRange(text, key);
  };
}

/** Far more than any version of a file has in one of its records. */
const mostLevels = 100;

/**
 * The problem of a file with something in it that is nested too deep to be kept and written back. What is known was
 * checked by its form and is never deep; so only what is kept as it is has to be looked at.
 */
export function tooDeep(
  path: string,
  kept: readonly (Json | UnknownKeys | undefined)[],
): readonly Problem[] | undefined {
  return kept.some((value) => isDeeper(value, mostLevels))
    ? [problem('error', path, 'json.tooDeep', { file: path, levels: mostLevels })]
    : undefined;
}

function isDeeper(value: Json | UnknownKeys | undefined, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

/** The members of an object that are not among the known keys; undefined when there are none. */
export function unknownKeys(
  object: { readonly [key: string]: Json },
  known: ReadonlySet<string>,
): UnknownKeys | undefined {
  const entries = Object.entries(object).filter(([key]) => !known.has(key));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
