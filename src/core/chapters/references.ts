import { placesOfCode, placesOfSaved } from '../query/codesInQuery.ts';
import { savedQueries } from '../query/saved.ts';
import { codesNamed } from '../study/codeNames.ts';
import { linksTo } from '../study/memoLinks.ts';
import type { TextRange } from '../study/problem.ts';
import { endAt, endName, relationsAt } from '../study/relationEnds.ts';
import type { Study } from '../study/study.ts';
import { type NamingValue, namingValuesIn, tableIn } from '../tables/codesInSpec.ts';
import { linesOutsideFences } from '../text/fences.ts';
import { blocksOf } from './blocks.ts';
import { citationsIn } from './citations.ts';

/** A place that refers to a code or quotation, besides the codings themselves. */
export interface Reference {
  readonly kind: 'example' | 'relation' | 'memo' | 'query' | 'codeSet' | 'summary' | 'table' | 'citation';
  /** Study-relative path of the file that it is in. */
  readonly file: string;
  /** What a reader knows it by: the title of the memo, the name of the query, the kind of table, the case of a summary. */
  readonly name: string;
  /** In the LF text of the file, where that is a text of the user's. */
  readonly range?: TextRange;
}

/** A living chapter; LF text. */
export interface ChapterText {
  readonly path: string;
  readonly text: string;
}

/**
 * Where a study refers to a code: what a deletion of it would leave without its object.
 *
 * @param chapters without them no tables are looked at
 */
export function referencesToCode(
  study: Study,
  code: string,
  chapters: readonly ChapterText[] = [],
): readonly Reference[] {
  const { codebook, settings, summaries } = study;
  const queries = Object.entries(settings.queries ?? {});
  return [
    ...relationReferences(study, 'code', code),
    ...[...codebook.sets.values()]
      .filter(({ codes }) => codes.includes(code))
      .map(({ name }): Reference => ({ kind: 'codeSet', file: 'codebook.json', name })),
    ...[...summaries.summaries.values()]
      .filter((summary) => summary.code === code)
      .map((summary): Reference => ({ kind: 'summary', file: 'summaries.json', name: summary.case })),
    ...memoReferences(study, 'code', code),
    ...queries
      .filter(([, text]) => placesOfCode(codebook, text, code).length > 0)
      .map(([name]): Reference => ({ kind: 'query', file: 'codeboom.json', name })),
    ...chapters.flatMap(({ path, text }) =>
      namingIn(study, text, code).map(
        ({ table, range }): Reference => ({ kind: 'table', file: path, name: table, range }),
      ),
    ),
  ];
}

/** Where a study uses a saved query: in other saved queries, and in the tables of chapters. */
export function referencesToSaved(
  study: Study,
  name: string,
  chapters: readonly ChapterText[] = [],
): readonly Reference[] {
  const uses = (text: string) => placesOfSaved(study, text, name).length > 0;
  return [
    ...savedQueries(study.settings)
      .filter(({ text }) => uses(text))
      .map((one): Reference => ({ kind: 'query', file: 'codeboom.json', name: one.name })),
    ...chapters.flatMap(({ path, text: chapter }) =>
      valuesIn(chapter, ({ kind, text }) => kind === 'query' && uses(text)).map(
        ({ table, range }): Reference => ({ kind: 'table', file: path, name: table, range }),
      ),
    ),
  ];
}

/** Where a study refers to a quotation: codes that have it for their example, relations, memos, citations in chapters. */
export function referencesToQuotation(
  study: Study,
  quotation: string,
  chapters: readonly ChapterText[] = [],
): readonly Reference[] {
  return [
    ...[...study.codebook.codes.values()]
      .filter(({ example }) => example === quotation)
      .map(({ name }): Reference => ({ kind: 'example', file: 'codebook.json', name })),
    ...relationReferences(study, 'quotation', quotation),
    ...memoReferences(study, 'quotation', quotation),
    ...chapters.flatMap(({ path, text }) =>
      citationsIn(text, linesOutsideFences(text))
        .citations.filter(({ id }) => id === quotation)
        .map(
          ({ range, content }): Reference => ({
            kind: 'citation',
            file: path,
            name: text.slice(content.start, content.end),
            range,
          }),
        ),
    ),
  ];
}

function relationReferences(study: Study, kind: 'code' | 'quotation', id: string): readonly Reference[] {
  return relationsAt(study, endAt(kind, id)).map(({ from, type, to }) => ({
    kind: 'relation',
    file: 'relations.json',
    name: `${endName(study, from)} ${type} ${endName(study, to)}`,
  }));
}

function memoReferences(study: Study, kind: 'code' | 'quotation', id: string): readonly Reference[] {
  return linksTo(study, { kind, id }).map(({ memo, link }) => ({
    kind: 'memo',
    file: memo.path,
    name: memo.title,
    range: link.range,
  }));
}

/** The values in the tables of a chapter that name a code; ranges in the chapter. */
export function namingIn({ codebook }: Study, chapter: string, code: string): readonly NamingInTable[] {
  return valuesIn(chapter, ({ kind, text }) =>
    kind === 'code'
      ? codesNamed(codebook, text).some(({ id }) => id === code)
      : placesOfCode(codebook, text, code).length > 0,
  );
}

/** A value in a table of a chapter that names a code, or is a query; the range is in the chapter. */
export type NamingInTable = NamingValue & { readonly table: string };

/** Those of the values in the tables of a chapter that names may stand in which are meant. */
export function valuesIn(
  chapter: string,
  isMeant: (value: NamingValue) => boolean,
): readonly NamingInTable[] {
  return blocksOf(chapter).blocks.flatMap(({ spec }) => {
    const yaml = chapter.slice(spec.start, spec.end);
    const moved = ({ start, end }: TextRange) => ({ start: start + spec.start, end: end + spec.start });
    return namingValuesIn(yaml)
      .filter(isMeant)
      .map((value) => ({ ...value, range: moved(value.range), table: tableIn(yaml) }));
  });
}
