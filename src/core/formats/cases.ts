import Papa from 'papaparse';
import type { Case, CaseTable } from '../study/model.ts';
import { type Problem, problem, type TextRange } from '../study/problem.ts';
import { normalForm } from '../text/transcript.ts';
import { conflictIn, lineAt, notReadable } from './jsonRead.ts';
import type { Parsed } from './parsed.ts';

type Row = readonly string[];

const delimiters = [',', ';', '\t'] as const;

/**
 * Reads cases.csv: comma, semicolon or tab, with or without a byte order mark, LF or CRLF. A second row of a case and a
 * row without a name are kept as they are; a second column of a name gets a number.
 */
export function parseCases(asRead: string, path: string): Parsed<CaseTable> {
  const byteOrderMark = asRead.charCodeAt(0) === 0xfeff;
  const text = byteOrderMark ? asRead.slice(1) : asRead;
  const conflict = conflictIn(normalForm(text));
  if (conflict) {
    const values = { file: path, line: lineAt(normalForm(text), conflict.start) };
    return notReadable([problem('error', path, 'file.mergeConflict', values, conflict)]);
  }
  const lineEnd = /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
  const delimiter = delimiterOf(text);
  const { rows, ends, openQuote } = read(text, delimiter, lineEnd);
  const rangeOf = (row: number): TextRange => {
    const before = normalForm(text.slice(0, row === 0 ? 0 : ends[row - 1]));
    const line = normalForm(text.slice(0, ends[row])).slice(before.length).replace(/\n$/, '');
    return { start: before.length, end: before.length + line.length };
  };
  if (openQuote !== undefined) {
    const range = rangeOf(openQuote);
    const values = { file: path, line: lineAt(normalForm(text), range.start) };
    return notReadable([problem('error', path, 'cases.openQuote', values, range)]);
  }
  const [header = [], ...body] = rows;
  if (text.trim() !== '' && header[0]?.trim().toLowerCase() !== 'case')
    return notReadable([problem('error', path, 'cases.noCaseColumn', { file: path }, rangeOf(0))]);

  const problems: Problem[] = [];
  const columns = columnsOf(header.slice(1), body, (name) =>
    problems.push(problem('warning', path, 'cases.duplicateColumn', { file: path, name }, rangeOf(0))),
  );
  const cases = new Map<string, Case>();
  const unreadable: Row[] = [];
  body.forEach((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return;
    const name = row[0]?.trim() ?? '';
    if (name === '' || cases.has(name)) {
      unreadable.push(row);
      const key = name === '' ? 'cases.noName' : 'cases.duplicate';
      problems.push(problem('warning', path, key, { file: path, name }, rangeOf(index + 1)));
      return;
    }
    const extra = row.slice(columns.length + 1);
    if (extra.some((cell) => cell !== ''))
      problems.push(problem('warning', path, 'cases.extraCells', { file: path, name }, rangeOf(index + 1)));
    cases.set(name, caseOf(name, row, columns));
  });
  return {
    value: {
      columns,
      cases,
      delimiter,
      byteOrderMark,
      ...(lineEnd === '\r\n' && { lineEnd }),
      ...(unreadable.length > 0 && { unreadable }),
    },
    problems,
    readOnly: false,
  };
}

/** cases.csv of the cases, in their order, with the delimiter, byte order mark and line ends that the file had. */
export function serialiseCases(table: CaseTable): string {
  const cases = [...table.cases.values()];
  const columns = [...new Set([...table.columns, ...cases.flatMap((row) => Object.keys(row.attributes))])];
  const rows = [
    ['case', ...columns],
    ...cases.map(({ name, attributes, extra = [] }) => [
      name,
      ...columns.map((column) => (Object.hasOwn(attributes, column) ? (attributes[column] ?? '') : '')),
      ...extra,
    ]),
    ...(table.unreadable ?? []).map((row) => [...row]),
  ];
  const newline = table.lineEnd ?? '\n';
  const text = Papa.unparse(rows, { delimiter: table.delimiter, newline });
  return (table.byteOrderMark ? '\ufeff' : '') + text + newline;
}

/** The rows of a file, where each ends in its text, and the first in which a quotation mark is left open. */
function read(text: string, delimiter: string, newline: '\n' | '\r\n') {
  const rows: Row[] = [];
  const ends: number[] = [];
  let openQuote: number | undefined;
  Papa.parse<string[]>(text, {
    delimiter,
    newline,
    step: ({ data, errors, meta }) => {
      if (errors.some(({ code }) => code === 'MissingQuotes')) openQuote ??= rows.length;
      rows.push(data);
      ends.push(meta.cursor);
    },
  });
  return { rows, ends, openQuote };
}

/** The delimiter behind the header's first cell; in a header that starts otherwise, the one that it has most of. */
function delimiterOf(text: string): CaseTable['delimiter'] {
  const line = /^.*/.exec(text)?.[0] ?? '';
  const first = /^\s*"?case"? *([,;\t])/i.exec(line)?.[1];
  const known = delimiters.find((delimiter) => delimiter === first);
  if (known) return known;
  const header = line.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => header.split(delimiter).length;
  return [...delimiters].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

/** The names of the columns after the first, each its own; columns at the end without a name or a cell are dropped. */
function columnsOf(header: Row, body: readonly Row[], renamed: (name: string) => void): readonly string[] {
  const used = header.findLastIndex(
    (name, index) => name.trim() !== '' || body.some((row) => (row[index + 1] ?? '') !== ''),
  );
  const columns: string[] = [];
  for (const name of header.slice(0, used + 1)) {
    let unique = name.trim();
    for (let number = 2; unique === '' || columns.includes(unique); number++)
      unique = `${name.trim()} (${number})`.trim();
    if (unique !== name.trim()) renamed(unique);
    columns.push(unique);
  }
  return columns;
}

function caseOf(name: string, row: Row, columns: readonly string[]): Case {
  const extra = row.slice(columns.length + 1);
  const cells = columns.map((column, index): [string, string] => [column, row[index + 1] ?? '']);
  return {
    name,
    attributes: Object.fromEntries(cells.filter(([, cell]) => cell !== '')),
    ...(extra.some((cell) => cell !== '') && { extra }),
  };
}
