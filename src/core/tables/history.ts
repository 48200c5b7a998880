import { entriesInOrder, type HistoryEntry } from '../study/history.ts';
import { levels } from '../study/model.ts';
import { localised } from '../text/notation.ts';
import { type Making, noteOf, warnOfCounting } from './making.ts';
import type { historyColumns, SpecOf } from './specKeys.ts';
import { type Cell, type Column, emptyCell, type Table } from './table.ts';
import type { Words } from './words.ts';

type HistoryColumn = (typeof historyColumns)[number];

const usual: readonly HistoryColumn[] = ['date', 'operation', 'from', 'to', 'quotations'];

/** How the codebook grew: a row for each change, oldest first. What was changed is named as it was called then. */
export function historyTable(making: Making, spec: SpecOf<'history'>): Table {
  warnOfCounting(making, spec);
  const { words } = making;
  const columns = spec.columns ?? usual;
  const entries = entriesInOrder(making.study.history).filter(
    ({ op }) => spec.operations === undefined || spec.operations.includes(op),
  );
  const rows = entries.map((entry) => columns.map((name) => cellOf(making, entry, name)));
  return {
    layout: 'grid',
    language: making.language,
    ...(spec.caption !== undefined && { caption: spec.caption }),
    columns: columns.map((name) => columnOf(words, name)),
    rows,
    totalRows: 0,
    ...noteOf(making, {}, rows.length === 0, (notes) => [
      columns.includes('quotations') &&
        entries.some(({ quotations }) => quotations !== undefined) &&
        notes.recoded,
    ]),
  };
}

function columnOf(words: Words, name: HistoryColumn): Column {
  if (name === 'quotations') return { header: words.count.quotations, kind: 'number' };
  return { header: words.history[name], kind: 'text' };
}

function cellOf({ language, words }: Making, entry: HistoryEntry, name: HistoryColumn): Cell {
  switch (name) {
    case 'date': {
      const time = Date.parse(entry.at);
      const text = localised(entry.at.slice(0, 10), language);
      return Number.isNaN(time) ? { text } : { text, value: time };
    }
    case 'operation':
      return { text: entry.op === 'set' ? ofCodeSet(entry, words) : words.operations[entry.op] };
    case 'from':
      return { text: fromOf(entry, words) };
    case 'to':
      return { text: toOf(entry, words) };
    case 'quotations': {
      const { quotations } = entry;
      return quotations === undefined ? emptyCell : { text: String(quotations), value: quotations };
    }
    case 'coder':
    case 'why':
      return { text: entry[name] ?? '' };
  }
}

/** Codes that were in a set before and are so after tell that it has another name; without codes it only came or went. */
function ofCodeSet({ set, before, after }: HistoryEntry, words: Words): string {
  if (before && after) return words.codeSet.renamed;
  if (set === undefined) return words.operations.set;
  const sentence = after ? words.codeSet.into : before ? words.codeSet.outOf : words.codeSet.changed;
  return sentence.replace('{set}', () => set);
}

/** On one side of a change of a code set: its name where it was renamed, else the codes that were put in or taken out. */
function sideOfCodeSet(entry: HistoryEntry, side: 'before' | 'after'): string {
  const values = entry[side] ?? {};
  if (entry.before && entry.after) return [...new Set(Object.values(values))].join(', ');
  return listed(Object.keys(values), (id) => nameOf(entry, id));
}

function fromOf(entry: HistoryEntry, words: Words): string {
  const { op, codes = [], from, before = {} } = entry;
  if (from) return listed(from, (id) => nameOf(entry, id));
  switch (op) {
    case 'create':
    case 'define':
      return '';
    case 'rename':
      return listed(codes, (id) => own(before, id) ?? nameOf(entry, id));
    case 'set':
      return sideOfCodeSet(entry, 'before');
    default:
      return listed(codes, (id) => withValue(entry, id, before, words));
  }
}

function toOf(entry: HistoryEntry, words: Words): string {
  const { op, codes = [], into, parent, after = {} } = entry;
  if (into) return listed(into, (id) => nameOf(entry, id));
  switch (op) {
    case 'create':
    case 'define':
      return listed(codes, (id) => nameOf(entry, id));
    case 'rename':
      return listed(codes, (id) => own(after, id) ?? nameOf(entry, id));
    case 'recolour':
    case 'level':
      return listed(codes, (id) => withValue(entry, id, after, words));
    case 'set':
      return sideOfCodeSet(entry, 'after');
    case 'move':
    case 'group':
      return parent === undefined ? words.topOfTree : nameOf(entry, parent);
    default:
      return '';
  }
}

/** A code with what it had on one side of the change: its colour, level, parent or set. */
function withValue(
  entry: HistoryEntry,
  id: string,
  values: Readonly<Record<string, string>>,
  words: Words,
): string {
  const value = own(values, id);
  if (value === undefined) return nameOf(entry, id);
  const level = entry.op === 'level' ? levels.find((one) => one === value) : undefined;
  const said = level ? words[level].toLowerCase() : entry.op === 'move' ? nameOf(entry, value) : value;
  return `${nameOf(entry, id)} (${said})`;
}

function nameOf({ names = {} }: HistoryEntry, id: string): string {
  return own(names, id) ?? id;
}

/** Ids may be names that every object has. */
function own(values: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(values, id) ? values[id] : undefined;
}

function listed(ids: readonly string[], nameOf: (id: string) => string): string {
  return ids.map(nameOf).join(', ');
}
