import type { TextRange } from './problem.ts';

/** The types that Codeboom has a name for; a memo may be of another that the user gave it. */
export const memoTypes = ['theoretical', 'methodological', 'reflexive', 'proposition', 'free'] as const;

/**
 * What a memo refers to. `name` is a link in double brackets, which may mean a code, a document, a case or a memo by its
 * name; what it means depends on the rest of the study.
 */
export interface MemoLink {
  readonly kind: 'code' | 'quotation' | 'document' | 'case' | 'name';
  /** An id, a study-relative path, or a name. */
  readonly to: string;
  /** Where in the file, in UTF-16 code units of its LF text: all of the link, kind and brackets included. */
  readonly range: TextRange;
}

/** A memo: a Markdown file of the user's own. */
export interface Memo {
  /** Study-relative. */
  readonly path: string;
  readonly title: string;
  /** `free` where the memo does not say. */
  readonly type: string;
  /** Of its front matter and of its text, in the order in which they stand there. */
  readonly links: readonly MemoLink[];
  readonly created?: string;
  /** LF text, front matter included. */
  readonly text: string;
  /** The offset at which its own words begin, after the front matter. */
  readonly bodyStart: number;
}
