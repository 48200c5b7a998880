import { historyOperations } from '../study/history.ts';
import { relationTypesFor } from '../study/relationTypes.ts';
import { typeOf } from '../study/sources.ts';
import { column } from './columns.ts';
import {
  attribute,
  choice,
  code,
  type Entries,
  type Field,
  flag,
  header,
  listOf,
  mapping,
  nameOf,
  query,
  text,
  textOf,
  type ValueOf,
  type Values,
  wholeNumber,
} from './fields.ts';

/** The keys that every spec takes. */
const commonKeys = {
  caption: text,
  where: query,
  /** A header, alone or followed by `descending`. */
  sort: header,
  decimals: wholeNumber(0, 10),
  speakers: choice(['respondents', 'all']),
  rollup: flag,
} as const;

/** Which codes are rows: those of a level, those named, or those anywhere below a code; of those, what all keys allow. */
const rows = mapping({ level: choice(['code', 'theme', 'dimension']), codes: listOf(code), under: code });

/** What a matrix sets the codes against. */
export type MatrixColumns = 'cases' | 'documents' | { readonly attribute: string };

const attributeMapping = mapping({ attribute });

const matrixColumns: Field<MatrixColumns> = {
  values: {
    kind: 'either',
    of: [{ kind: 'choice', choices: ['cases', 'documents'] }, attribute.values, attributeMapping.values],
  },
  read: (node, reading) => {
    const name = textOf(node);
    if (name === 'cases' || name === 'documents') return name;
    const found =
      name === undefined ? attributeMapping.read(node, reading)?.attribute : attribute.read(node, reading);
    return found === undefined ? undefined : { attribute: found };
  },
};

export const codebookColumns = [
  'dimension',
  'theme',
  'code',
  'definition',
  'include',
  'exclude',
  'example',
  'codings',
  'documents',
  'cases',
  'types',
] as const;

export const matrixCells = [
  'codings',
  'quotations',
  'documents',
  'cases',
  'words',
  'present',
  'quotes',
  'summary',
] as const;

export const cooccurrenceCells = ['count', 'c', 'both'] as const;

export const dataStructureColumns = ['code', 'theme', 'dimension', 'codings', 'documents', 'cases'] as const;

export const saturationColumns = [
  'document',
  'case',
  'date',
  'new',
  'names',
  'cumulative',
  'share',
  'codings',
] as const;

/** A kind of source, as the front matter of documents has it. */
const sourceType = nameOf(({ documents }) => [...documents.values()].map(typeOf));

/** A type of relation between codes: the usual ones, those of the study, and those that are in use. */
const relationType = nameOf(({ settings, relations }) => [
  ...relationTypesFor(settings, 'code'),
  ...[...relations.relations.values()].map(({ type }) => type),
]);

export const historyColumns = ['date', 'operation', 'from', 'to', 'quotations', 'coder', 'why'] as const;

/** What a spec of each kind of table may say: one description for reading a spec and for completing one. */
export const keysByKind = {
  cases: { ...commonKeys, columns: listOf(column), totals: flag },
  documents: { ...commonKeys, columns: listOf(column), totals: flag },
  codebook: { ...commonKeys, rows, columns: listOf(choice(codebookColumns)), totals: flag, singleType: flag },
  matrix: {
    ...commonKeys,
    rows,
    columns: matrixColumns,
    cell: choice(matrixCells),
    percent: choice(['row', 'column', 'total']),
    totals: flag,
    limit: wholeNumber(1, 1000),
    transpose: flag,
  },
  cooccurrence: { ...commonKeys, rows, columns: rows, cell: choice(cooccurrenceCells) },
  quotations: {
    ...commonKeys,
    codes: listOf(code),
    group: choice(['theme', 'case', 'document']),
    limit: wholeNumber(1, 100_000),
    starred: flag,
  },
  'data-structure': { ...commonKeys, rows, columns: listOf(choice(dataStructureColumns)) },
  saturation: {
    ...commonKeys,
    rows,
    columns: listOf(choice(saturationColumns)),
    date: attribute,
    types: listOf(sourceType),
  },
  history: {
    ...commonKeys,
    columns: listOf(choice(historyColumns)),
    operations: listOf(choice(historyOperations)),
  },
  model: {
    ...commonKeys,
    columns: listOf(choice(['from', 'type', 'to', 'comment'])),
    codes: listOf(code),
    types: listOf(relationType),
  },
  topics: {
    ...commonKeys,
    columns: choice(['guide', 'documents', 'cases']),
    cell: choice(['quotations', 'present']),
  },
} as const;

export type TableKind = keyof typeof keysByKind;

export const tableKinds = Object.keys(keysByKind) as readonly TableKind[];

/** A spec as read: the keys that are there, with the place of each value in the YAML text. */
export type SpecOf<Kind extends TableKind> = {
  readonly table: Kind;
  readonly ranges: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
} & Entries<(typeof keysByKind)[Kind]>;

export type Spec = { [Kind in TableKind]: SpecOf<Kind> }[TableKind];

export type CodeRows = ValueOf<typeof rows>;

/** The keys that a kind of table takes, and what may stand behind each. */
export function specKeys(kind: TableKind): Readonly<Record<string, Values>> {
  const keys: Readonly<Record<string, Field<unknown>>> = keysByKind[kind];
  return Object.fromEntries(Object.entries(keys).map(([key, field]) => [key, field.values]));
}

/** Whether a name from a study can stand in a spec: that is within a comment, which the name must neither end nor begin. */
export function canStandInSpec(name: string): boolean {
  return !/--!?>|<!--/.test(name);
}
