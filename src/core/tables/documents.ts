import { caseOf } from '../study/sources.ts';
import type { ColumnSpec } from './columns.ts';
import type { Making } from './making.ts';
import type { SpecOf } from './specKeys.ts';
import type { Table } from './table.ts';
import { unitTable } from './unitRows.ts';

const defaultColumns: readonly ColumnSpec[] = [
  { measure: 'document', of: true },
  { measure: 'case', of: true },
  { measure: 'count', of: 'quotations' },
];

/** A row per document, in the order of their paths. */
export function documentsTable(making: Making, spec: SpecOf<'documents'>): Table {
  const units = [...making.study.documents.values()].map(
    (document) => ({ kind: 'document', case: caseOf(document), documents: [document] }) as const,
  );
  return unitTable(making, spec, units, spec.columns ?? defaultColumns);
}
