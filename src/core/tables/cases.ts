import { caseOf, documentsByCase } from '../study/sources.ts';
import type { ColumnSpec } from './columns.ts';
import type { Making } from './making.ts';
import type { SpecOf } from './specKeys.ts';
import type { Table } from './table.ts';
import { unitTable } from './unitRows.ts';

const defaultColumns: readonly ColumnSpec[] = [
  { measure: 'case', of: true },
  { measure: 'count', of: 'documents' },
  { measure: 'count', of: 'quotations' },
];

/** A row per case: those of cases.csv in its order, then those that only documents name. */
export function casesTable(making: Making, spec: SpecOf<'cases'>): Table {
  const units = [...documentsByCase(making.study)].map(
    ([name, documents]) => ({ kind: 'case', case: name, documents }) as const,
  );
  const without = [...making.study.documents.values()].filter((one) => caseOf(one) === undefined).length;
  const leftOut = without > 0 ? making.words.note.withoutCase(without) : undefined;
  return unitTable(making, spec, units, spec.columns ?? defaultColumns, leftOut);
}
