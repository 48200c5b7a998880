import { isMap } from 'yaml';
import {
  attribute,
  choice,
  code,
  type Field,
  flag,
  nodesOf,
  readEntries,
  report,
  text,
  textOf,
  type ValueOf,
  wholeNumber,
} from './fields.ts';

const countables = ['documents', 'quotations', 'codings', 'words', 'speakers'] as const;

/** What a column of a table of cases or documents shows: exactly one of these. */
const measures = {
  case: flag,
  document: flag,
  attribute,
  count: choice(countables),
  list: attribute,
  mean: attribute,
  min: attribute,
  max: attribute,
  sum: attribute,
  codings: code,
  share: code,
  quotes: code,
} as const;

type Measures = typeof measures;

/** A column: its measure with what it measures, such as `{ measure: 'mean', of: 'rating' }`. */
export type ColumnSpec = {
  [Measure in keyof Measures]: { readonly measure: Measure; readonly of: ValueOf<Measures[Measure]> };
}[keyof Measures] & {
  readonly header?: string;
  /** Of `quotes`: how many at most. */
  readonly limit?: number;
};

const fields = { ...measures, header: text, limit: wholeNumber(1, 1000) };
const names = Object.keys(measures);

export const column: Field<ColumnSpec> = {
  values: {
    kind: 'mapping',
    keys: Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.values])),
  },
  read: (node, reading) => {
    if (!isMap(node))
      return report(reading, node, 'table.needsKeys', { names: Object.keys(fields).join(', ') });
    const written = nodesOf(node).map(({ key }) => key);
    const [first, second] = written.filter((key) => names.includes(textOf(key) ?? ''));
    const unknown = written.some((key) => !Object.hasOwn(fields, textOf(key) ?? ''));
    const { header, limit, ...measure } = readEntries(node, fields, reading);
    if (!first)
      return unknown ? undefined : report(reading, node, 'table.needsMeasure', { names: names.join(', ') });
    if (second) return report(reading, second, 'table.oneMeasure', { name: textOf(second) ?? '' });
    const [entry] = Object.entries(measure);
    if (!entry) return undefined;
    // The entry was read by the field of its own key.
    return {
      measure: entry[0],
      of: entry[1],
      ...(header !== undefined && { header }),
      ...(limit && { limit }),
    } as ColumnSpec;
  },
};
