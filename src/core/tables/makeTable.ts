import { unlessStopped } from '../query/stopped.ts';
import type { Study } from '../study/study.ts';
import { casesTable } from './cases.ts';
import { codebookTable } from './codebook.ts';
import { cooccurrenceTable } from './cooccurrence.ts';
import { dataStructureTable } from './dataStructure.ts';
import { documentsTable } from './documents.ts';
import { historyTable } from './history.ts';
import { type Making, making, type TableProblem } from './making.ts';
import { matrixTable } from './matrix.ts';
import { modelTable } from './model.ts';
import { quotationsTable } from './quotations.ts';
import { saturationTable } from './saturation.ts';
import { sorted } from './sort.ts';
import type { Spec } from './specKeys.ts';
import type { Table } from './table.ts';
import { topicsTable } from './topics.ts';

export interface MadeTable {
  /** Absent when there is an error among the problems. */
  readonly table?: Table;
  readonly problems: readonly TableProblem[];
}

/** Makes the table that a spec asks for. The same study and spec always give the same table. */
export function makeTable(study: Study, spec: Spec): MadeTable {
  const made = making(study, spec);
  const { problems } = made;
  const table = unlessStopped(() => tableOf(made, spec));
  if (table && 'error' in table) {
    const range = spec.ranges.get('where');
    return { problems: [{ severity: 'error', message: table.error.message, ...(range && { range }) }] };
  }
  const result = table && sorted(table, spec, problems);
  return result && !problems.some(({ severity }) => severity === 'error')
    ? { table: result, problems }
    : { problems };
}

function tableOf(made: Making, spec: Spec): Table | undefined {
  switch (spec.table) {
    case 'cases':
      return casesTable(made, spec);
    case 'documents':
      return documentsTable(made, spec);
    case 'codebook':
      return codebookTable(made, spec);
    case 'matrix':
      return matrixTable(made, spec);
    case 'cooccurrence':
      return cooccurrenceTable(made, spec);
    case 'quotations':
      return quotationsTable(made, spec);
    case 'data-structure':
      return dataStructureTable(made, spec);
    case 'saturation':
      return saturationTable(made, spec);
    case 'history':
      return historyTable(made, spec);
    case 'model':
      return modelTable(made, spec);
    case 'topics':
      return topicsTable(made, spec);
  }
}
