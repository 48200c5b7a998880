import type * as vscode from 'vscode';
import { memoOf } from '../../core/formats/memo.ts';
import type { Memo, MemoLink } from '../../core/study/memo.ts';
import { type LinkTarget, targetOf } from '../../core/study/memoLinks.ts';
import { transcriptOf } from '../../core/text/transcript.ts';
import { offsetOf } from '../positions.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/** Documents that may be memos; which are, `memoIn` knows. */
export const memoSelector: vscode.DocumentFilter = {
  language: 'markdown',
  pattern: '**/{memos/**,topic-guide.md}',
};

/** A memo in an editor. */
export interface InMemo {
  readonly session: StudySession;
  /** As the editor has it, saved or not. */
  readonly memo: Memo;
}

/** The memo that a document is; the topic guide is read as one. It is read anew: VS Code asks seldom, and a memo is short. */
export function memoIn(sessions: Sessions, document: vscode.TextDocument | undefined): InMemo | undefined {
  if (!document) return undefined;
  const session = sessions.of(document.uri);
  const path = session?.hasLinks(document.uri) ? session.pathOf(document.uri) : undefined;
  if (!session || path === undefined) return undefined;
  return { session, memo: memoOf(path, transcriptOf(document.getText())) };
}

/** The link of a memo at an offset in its LF text. */
export function linkAt({ links }: Memo, offset: number): MemoLink | undefined {
  return links.find(({ range: { start, end } }) => start <= offset && offset <= end);
}

/** The link of a memo at a position, with what it means; undefined where there is none or it leads nowhere. */
export function linkUnder(
  sessions: Sessions,
  document: vscode.TextDocument,
  position: vscode.Position,
): { readonly session: StudySession; readonly link: MemoLink; readonly target: LinkTarget } | undefined {
  const found = memoIn(sessions, document);
  const link = found && linkAt(found.memo, offsetOf(document, position));
  const target = link && targetOf(found.session.study, link);
  return target && { session: found.session, link, target };
}
