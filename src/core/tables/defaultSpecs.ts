import { stringify } from 'yaml';
import { attributeNames } from '../study/attributes.ts';
import { attributesOf } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import { parseNumber } from '../text/numbers.ts';
import { canStandInSpec, type TableKind } from './specKeys.ts';

/** A spec to start from. */
export interface DefaultSpec {
  readonly kind: TableKind;
  readonly yaml: string;
}

/** For each kind of table a spec whose columns fit what the study has. */
export function defaultSpecs(study: Study): readonly DefaultSpec[] {
  const hasCases = study.cases.cases.size > 0;
  const columns = study.cases.columns.filter(canStandInSpec);
  const own = attributeNames(study).filter(
    (name) => canStandInSpec(name) && !study.cases.columns.includes(name),
  );
  const documents = [...study.documents.values()];
  const isNumeric = (name: string) => {
    const values = documents.flatMap((document) => attributesOf(document)[name] ?? []);
    return values.length > 0 && values.every((value) => parseNumber(value) !== undefined);
  };
  const means = own.filter(isNumeric);
  const hasThemes = [...study.codebook.codes.values()].some(({ level }) => level === 'theme');
  const level = hasThemes ? 'theme' : 'code';
  const specs: readonly (readonly [TableKind, object])[] = [
    [
      'cases',
      {
        columns: [
          { case: true },
          ...columns.map((attribute) => ({ attribute })),
          { count: 'documents' },
          ...means.map((mean) => ({ mean })),
        ],
      },
    ],
    [
      'documents',
      {
        columns: [
          { document: true },
          ...(hasCases ? [{ case: true }] : []),
          ...own.map((attribute) => ({ attribute })),
          { count: 'words' },
          { count: 'quotations' },
        ],
      },
    ],
    ['codebook', { columns: ['dimension', 'theme', 'code', 'definition', 'codings', 'documents'] }],
    [
      'matrix',
      {
        rows: { level },
        columns: hasCases ? 'cases' : 'documents',
        cell: 'codings',
        totals: true,
      },
    ],
    ['quotations', { group: hasThemes ? 'theme' : 'document', starred: true, limit: 3 }],
    ['cooccurrence', { rows: { level }, cell: 'both' }],
    ['data-structure', { columns: ['code', 'theme', 'dimension', 'codings'] }],
    ['saturation', { columns: ['document', 'date', 'new', 'cumulative', 'share'] }],
    ['history', { columns: ['date', 'operation', 'from', 'to', 'quotations'] }],
    ['model', {}],
    ...(study.topicGuide ? [['topics', {}] as const] : []),
  ];
  return specs.map(([kind, spec]) => ({
    kind,
    yaml: stringify({ table: kind, ...spec }, { collectionStyle: 'any', lineWidth: 0 }),
  }));
}
