import { withTarget } from '../formats/memoEdits.ts';
import { withCodeRenamed } from '../query/codesInQuery.ts';
import { savedQueryNamed } from '../query/saved.ts';
import { codesNamed } from '../study/codeNames.ts';
import { codeSetChangesOnMerge } from '../study/codeSetChanges.ts';
import { type LinkFrom, type LinkTarget, linksTo, nameInBrackets, targetOf } from '../study/memoLinks.ts';
import type { Code } from '../study/model.ts';
import { fieldsChanged, type RecordChange } from '../study/operation.ts';
import type { TextRange } from '../study/problem.ts';
import { relationChangesOnMerge } from '../study/relationChanges.ts';
import type { Study } from '../study/study.ts';
import { summaryChangesOnMerge } from '../study/summaries.ts';
import { canStandInSpec } from '../tables/specKeys.ts';
import type { TextEdit } from './edits.ts';
import { type ChapterText, namingIn } from './references.ts';

/** An edit of a file of the user's own; range and text are in LF text. */
export interface FileEdit extends TextEdit {
  /** Study-relative path. */
  readonly path: string;
}

/** What it takes to let all that refers to a code refer to another. */
export interface Replacement {
  /**
   * Of relations, code sets, summaries and saved queries. Where the code is deleted in the same step, these come first, and the deletion
   * is worked out on the study as it is after them.
   */
  readonly changes: readonly RecordChange[];
  /** Of memos and chapters, by path and in the order of the text. A link that YAML hides in other signs is left as it is. */
  readonly edits: readonly FileEdit[];
}

/**
 * Lets relations, code sets, summaries, memos, saved queries and the tables of chapters refer to another code instead, or to
 * the same code by its new name.
 *
 * @param after the study in which they are read then; what already means the other code in it stays as it is
 */
export function replaceCodeReferences(
  study: Study,
  from: Code,
  to: Code,
  chapters: readonly ChapterText[] = [],
  after: Study = study,
): Replacement {
  const name = nameIn(after, to);
  const target: LinkTarget = { kind: 'code', id: to.id };
  const stillMeans = (said: string) => codesNamed(after.codebook, said).some(({ id }) => id === to.id);
  const inQuery = (text: string, said: string) =>
    withCodeRenamed(study.codebook, text, from.id, said, stillMeans);
  const edits = [
    ...[...linksTo(study, { kind: 'code', id: from.id }), ...linksInGuide(study, from.id)].flatMap(
      ({ memo, link }): readonly FileEdit[] => {
        const meant = targetOf(after, link);
        if (meant?.kind === 'code' && meant.id === to.id) return [];
        const edit = withTarget(memo, link, target, nameInBrackets(after, target));
        return edit ? [{ path: memo.path, ...edit }] : [];
      },
    ),
    ...chapters.flatMap(({ path, text: chapter }) =>
      namingIn(study, chapter, from.id).flatMap(({ kind, text, range }): readonly FileEdit[] => {
        const said = canStandInSpec(name) ? name : to.id;
        const renamed = kind !== 'code' ? inQuery(text, said) : stillMeans(text) ? text : said;
        return renamed === text ? [] : [{ path, ...valueEdit(chapter, range, renamed) }];
      }),
    ),
  ];
  const isOther = from.id !== to.id;
  return {
    changes: [
      ...(isOther ? relationChangesOnMerge(study, new Set([from.id]), to.id) : []),
      ...(isOther ? codeSetChangesOnMerge(study, new Set([from.id]), to.id) : []),
      ...(isOther ? summaryChangesOnMerge(study, [from.id], to.id) : []),
      ...queryChanges(study, (query) => inQuery(query, name)),
    ],
    edits: edits.sort((a, b) =>
      a.path === b.path ? a.range.start - b.range.start : a.path < b.path ? -1 : 1,
    ),
  };
}

/** The links of the topic guide to a code; it is read as a memo is. */
function linksInGuide(study: Study, code: string): readonly LinkFrom[] {
  const { topicGuide: memo } = study;
  if (!memo) return [];
  return memo.links
    .filter((link) => {
      const meant = targetOf(study, link);
      return meant?.kind === 'code' && meant.id === code;
    })
    .map((link) => ({ memo, link }));
}

function queryChanges({ settings }: Study, renamed: (query: string) => string): readonly RecordChange[] {
  if (!settings.queries) return [];
  const queries = Object.fromEntries(
    Object.entries(settings.queries).map(([title, text]) => [title, renamed(text)]),
  );
  const sides = fieldsChanged(settings, { queries });
  return sides ? [{ record: 'settings', id: 'settings', ...sides }] : [];
}

/** The name of a code where that means this code and nothing else, else its id. */
function nameIn({ codebook, settings }: Study, { id, name }: Code): string {
  const [found, second] = codesNamed(codebook, name);
  return found?.id === id && !second && !savedQueryNamed(settings, name) ? name : id;
}

/** The edit that makes a value in the YAML of a table say something else; ranges are in the chapter. */
export function valueEdit(chapter: string, range: TextRange, text: string): TextEdit {
  const isLine = chapter.slice(range.start, range.end).endsWith('\n');
  return { range, text: `${scalar(text)}${isLine ? '\n' : ''}` };
}

/** A text as a value in YAML that means that text, on one line. */
function scalar(text: string): string {
  const isPlain = /^\p{L}(?:[\p{L}\p{N} _-]*[\p{L}\p{N}])?$/u.test(text);
  return isPlain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
}
