import type { Relation } from '../study/model.ts';
import { endName, isThere, readEnd } from '../study/relationEnds.ts';
import { isSymmetric } from '../study/relationTypes.ts';
import { type Making, noteOf, warnOfCounting } from './making.ts';
import type { SpecOf } from './specKeys.ts';
import type { Diagram, DiagramNode, Table } from './table.ts';

const usual = ['from', 'type', 'to'] as const;

/**
 * The conceptual model: a row for each relation between codes, by the names of these; with the same as a diagram. One
 * whose code is gone is left out, and counted in the note.
 */
export function modelTable(making: Making, spec: SpecOf<'model'>): Table {
  warnOfCounting(making, spec);
  const { study, words } = making;
  const codes = spec.codes && new Set(spec.codes.map((id) => `code:${id}`));
  const meant = [...study.relations.relations.values()].filter(
    ({ from, to, type }) =>
      readEnd(from).kind === 'code' &&
      readEnd(to).kind === 'code' &&
      (!codes || codes.has(from) || codes.has(to)) &&
      (!spec.types || spec.types.includes(type)),
  );
  const relations = meant
    .filter(({ from, to }) => isThere(study, from) && isThere(study, to))
    .sort((a, b) => byText(keyOf(making, a), keyOf(making, b)) || byText(a.id, b.id));
  const left = meant.length - relations.length;
  const columns = spec.columns ?? usual;
  const rows = relations.map((relation) => {
    const { from, to, type, comment = '' } = relation;
    const texts = { from: endName(study, from), type, to: endName(study, to), comment };
    return columns.map((name) => ({ text: texts[name] }));
  });
  return {
    layout: 'grid',
    language: making.language,
    ...(spec.caption !== undefined && { caption: spec.caption }),
    columns: columns.map((name) => ({ header: words.relation[name], kind: 'text' })),
    rows,
    totalRows: 0,
    ...(rows.length > 0 && { diagram: diagramOf(making, relations) }),
    ...noteOf(making, {}, rows.length === 0, (notes) => [left > 0 && notes.relationsLeft(left)]),
  };
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function keyOf({ study }: Making, { from, type, to }: Relation): string {
  return [endName(study, from), type, endName(study, to)].join('\n');
}

function byText(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

function diagramOf({ study }: Making, relations: readonly Relation[]): Diagram {
  const nodes = new Map<string, DiagramNode>();
  for (const { from, to } of relations) {
    for (const { id } of [readEnd(from), readEnd(to)]) {
      const code = study.codebook.codes.get(id);
      if (code) nodes.set(id, { id, label: code.name, level: code.level });
    }
  }
  const edges = relations.map(({ from, to, type }) => ({
    from: readEnd(from).id,
    to: readEnd(to).id,
    label: type,
    isDirected: !isSymmetric(type),
  }));
  return { nodes: [...nodes.values()], edges };
}
