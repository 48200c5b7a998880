import * as vscode from 'vscode';
import { blockQuote, newMemoPath, newMemoText } from '../../core/formats/memoWriting.ts';
import { codingChanges, operation, ownQuotations } from '../../core/study/coding.ts';
import { memoTypes } from '../../core/study/memo.ts';
import type { LinkTarget } from '../../core/study/memoLinks.ts';
import type { Quotation } from '../../core/study/model.ts';
import type { TextRange } from '../../core/study/problem.ts';
import { findQuotation } from '../../core/study/quotations.ts';
import { formatQuotation } from '../../core/study/quoteStyle.ts';
import type { Study } from '../../core/study/study.ts';
import { chooseQuotation, type InTranscript, quotationsMeant, selectedRanges } from '../inTranscript.ts';
import { isLink } from '../isLink.ts';
import { askText } from '../picker/askText.ts';
import { pickOne } from '../picker/pickOne.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import { memoTypeName } from './memoNames.ts';

/** What the user says of a new memo. */
interface MemoAsked {
  readonly title: string;
  readonly type: string;
}

/** New Memo…: asks for a title and type, and opens a memo that links to what it is about. */
export async function newMemo(session: StudySession, about: readonly LinkTarget[]): Promise<void> {
  const asked = await askForMemo(session.study);
  if (asked) await writeMemo(session, asked, about);
}

/**
 * New Memo on Quotation…: about what is selected in a transcript, which becomes a quotation if it is none yet, or about the
 * quotation at the caret, or else about the transcript.
 */
export async function newMemoHere(where: InTranscript): Promise<void> {
  const { session, document, editor } = where;
  const ranges = selectedRanges(editor);
  if (ranges.length > 0) {
    const asked = await askForMemo(session.study);
    if (!asked) return;
    const quoted = quotationsOf(session, document.path, ranges);
    return writeMemo(
      session,
      asked,
      quoted.map(({ id }) => ({ kind: 'quotation', id })),
    );
  }
  if (quotationsMeant(where).length === 0) return newMemo(session, [{ kind: 'document', id: document.path }]);
  const quotation = await chooseQuotation(where);
  if (quotation) await newMemo(session, [{ kind: 'quotation', id: quotation.id }]);
}

/** The coder's quotations of ranges; those that are not there yet are made. */
function quotationsOf(
  session: StudySession,
  path: string,
  ranges: readonly TextRange[],
): readonly Quotation[] {
  const { author } = session;
  const document = session.study.documents.get(path);
  if (!document) return [];
  const changes = codingChanges(document, ranges, { add: [] }, author);
  session.apply(operation('done.quote', { count: changes.length }, changes));
  const current = session.study.documents.get(path);
  return current ? ownQuotations(current, ranges, author) : [];
}

async function askForMemo({ memos }: Study): Promise<MemoAsked | undefined> {
  const title = await askText({
    title: say('newMemo.title'),
    prompt: say('newMemo.titlePrompt'),
    step: [1, 2],
    refuse: (text) => (text.trim() === '' ? say('newMemo.titleEmpty') : undefined),
  });
  if (title === undefined) return undefined;
  const others = new Set([...memos.values()].map(({ type }) => type));
  const types = [...new Set([...memoTypes, ...others])];
  const picked = await pickOne(
    types.map((type) => ({
      label: memoTypeName(type),
      detail: memoTypes.some((one) => one === type) ? whatFor(type) : '',
      type,
    })),
    { title: say('newMemo.typeTitle') },
  );
  return picked && { title: title.replace(/\s+/g, ' ').trim(), type: picked.type };
}

function whatFor(type: string): string {
  const known = memoTypes.find((one) => one === type);
  return known ? say(`memo.typeDetail.${known}`) : '';
}

/** Writes a memo under a name that no file has, and opens it where the user goes on to write. */
async function writeMemo(
  session: StudySession,
  { title, type }: MemoAsked,
  links: readonly LinkTarget[],
): Promise<void> {
  const { study, author } = session;
  const folder = session.uriOf('memos');
  if (await isLink(folder)) {
    void vscode.window.showWarningMessage(say('newMemo.folderIsLink'));
    return;
  }
  const quotations = links.flatMap(({ kind, id }) =>
    kind === 'quotation' ? (findQuotation(study, id) ?? []) : [],
  );
  const body = quotations.map((quotation) => blockQuote(formatQuotation(study, quotation))).join('\n\n');
  const text = newMemoText({ title, type, links, created: author.now, body });
  const taken = await namesIn(folder);
  const path = newMemoPath(title, (one) => taken.has(one.slice('memos/'.length).toLowerCase()));
  const uri = session.uriOf(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  const { end } = document.lineAt(document.lineCount - 1).range;
  // Opened with the caret in its place: who types at once, types there.
  await vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(end, end) });
}

/** The names of what is in a folder, in small letters: in some file systems capitals make no difference. */
async function namesIn(folder: vscode.Uri): Promise<ReadonlySet<string>> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  return new Set(entries.map(([name]) => name.toLowerCase()));
}
