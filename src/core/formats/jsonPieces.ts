import type { Json } from '../study/json.ts';
import { isList, isObject } from './jsonRead.ts';

/** Stands for the list while the rest of the file is parsed. */
const placeholder = '\u0000records';

/**
 * The object in a JSON file that has a list of records, a record a line, as Codeboom writes it. It is the same that parsing
 * the file as a whole gives; but strings of some kilobytes stay in the young part of the heap, where they are made and
 * thrown away in a fraction of the time that those of a whole file take.
 *
 * @param pieces the file in order, cut after line ends
 * @param key of the list
 * @returns undefined for a file that is laid out in another way or is not valid: it has to be read as a whole
 */
export function objectInPieces(
  pieces: readonly string[],
  key: string,
): { readonly [key: string]: Json } | undefined {
  const opening = `\n  ${JSON.stringify(key)}: [\n`;
  const closing = '\n  ]';
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  const listStart = first.indexOf(opening) + opening.length;
  const listEnd = last.lastIndexOf(closing);
  if (pieces.length < 2 || listStart < opening.length || listEnd < 0) return undefined;
  try {
    const head = first.slice(0, listStart - '[\n'.length);
    const tail = last.slice(listEnd + closing.length);
    const object: Json = JSON.parse(head + JSON.stringify(placeholder) + tail);
    if (!isObject(object) || object[key] !== placeholder) return undefined;
    const inner = [first.slice(listStart), ...pieces.slice(1, -1), last.slice(0, listEnd)];
    const records = inner.map((lines, index) => listOf(lines, index === inner.length - 1));
    return { ...object, [key]: records.flat() };
  } catch {
    return undefined;
  }
}

/** Some records with commas between them and, but for the last of all, after them; throws when they are anything else. */
function listOf(lines: string, isLast: boolean): readonly Json[] {
  const end = isLast ? lines.length : lines.lastIndexOf(',');
  if (lines.slice(end + 1).trim() !== '') throw new SyntaxError('No comma after the last record');
  const records: Json = JSON.parse(`[${lines.slice(0, end)}]`);
  if (!isList(records) || records.length === 0) throw new SyntaxError('No record');
  return records;
}
