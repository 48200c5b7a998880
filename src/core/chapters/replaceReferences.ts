import { withTarget } from '../formats/memoEdits.ts';
import { withCodeRenamed } from '../query/codesInQuery.ts';
import { savedQueryNamed } from '../query/saved.ts';
import { codesNamed } from '../study/codeNames.ts';
import { codeSetChangesOnMerge } from '../study/codeSetChanges.ts';
import { type LinkTarget, linksTo, nameInBrackets } from '../study/memoLinks.ts';
import type { Code } from '../study/model.ts';
import { fieldsChanged, type RecordChange } from '../study/operation.ts';
import type { TextRange } from '../study/problem.ts';
import { relationChangesOnMerge } from '../study/relationChanges.ts';
import type { Study } from '../study/study.ts';
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
   * Of relations, code sets and saved queries. Where the code is deleted in the same step, these come first, and the deletion
   * is worked out on the study as it is after them.
   */
  readonly changes: readonly RecordChange[];
  /** Of memos and chapters, by path and in the order of the text. A link that YAML hides in other signs is left as it is. */
  readonly edits: readonly FileEdit[];
}

/** Lets relations, code sets, memos, saved queries and the tables of chapters refer to another code instead. */
export function replaceCodeReferences(
  study: Study,
  from: Code,
  to: Code,
  chapters: readonly ChapterText[] = [],
): Replacement {
  const name = nameIn(study, to);
  const target: LinkTarget = { kind: 'code', id: to.id };
  const edits = [
    ...linksTo(study, { kind: 'code', id: from.id }).flatMap(({ memo, link }): readonly FileEdit[] => {
      const edit = withTarget(memo, link, target, nameInBrackets(study, target));
      return edit ? [{ path: memo.path, ...edit }] : [];
    }),
    ...chapters.flatMap(({ path, text: chapter }) =>
      namingIn(study, chapter, from.id).map(({ kind, text, range }): FileEdit => {
        const said = canStandInSpec(name) ? name : to.id;
        const renamed = kind === 'code' ? said : withCodeRenamed(study.codebook, text, from.id, said);
        return { path, ...valueEdit(chapter, range, renamed) };
      }),
    ),
  ];
  return {
    changes: [
      ...relationChangesOnMerge(study, new Set([from.id]), to.id),
      ...codeSetChangesOnMerge(study, new Set([from.id]), to.id),
      ...queryChanges(study, from, name),
    ],
    edits: edits.sort((a, b) =>
      a.path === b.path ? a.range.start - b.range.start : a.path < b.path ? -1 : 1,
    ),
  };
}

function queryChanges({ settings, codebook }: Study, from: Code, name: string): readonly RecordChange[] {
  if (!settings.queries) return [];
  const queries = Object.fromEntries(
    Object.entries(settings.queries).map(([title, text]) => [
      title,
      withCodeRenamed(codebook, text, from.id, name),
    ]),
  );
  const sides = fieldsChanged(settings, { queries });
  return sides ? [{ record: 'settings', id: 'settings', ...sides }] : [];
}

/** The name of a code where that means this code and nothing else, else its id. */
export function nameIn({ codebook, settings }: Study, { id, name }: Code): string {
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
