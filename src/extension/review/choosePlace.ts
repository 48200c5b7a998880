import * as vscode from 'vscode';
import { type Candidate, candidatesFor } from '../../core/anchoring/candidates.ts';
import type { Place, Quotation } from '../../core/study/model.ts';
import { wordsAsCoded } from '../../core/study/review.ts';
import { positionAt } from '../../core/text/lines.ts';
import { rangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import { shortWords } from './reviewItem.ts';

interface CandidateItem extends vscode.QuickPickItem {
  readonly place: Place;
}

/**
 * Lets the user choose where a quotation is, of the places that it could have in its transcript, best first. The editor
 * shows the place in focus, and goes back to where it was when nothing is chosen.
 */
export async function choosePlace(session: StudySession, quotation: Quotation): Promise<Place | undefined> {
  const transcript = session.study.documents.get(quotation.document)?.transcript;
  const candidates = transcript ? candidatesFor(quotation, transcript.text) : [];
  if (!transcript || candidates.length === 0) {
    void vscode.window.showInformationMessage(say('review.noCandidates'));
    return undefined;
  }
  const before = vscode.window.activeTextEditor;
  const back = before && { selection: before.selection, visible: before.visibleRanges[0] };
  const place = await pick(session, quotation, candidates, (start) => positionAt(transcript, start).line + 1);
  if (!place && before && back) {
    const editor = await vscode.window.showTextDocument(before.document, before.viewColumn);
    editor.selection = back.selection;
    if (back.visible) editor.revealRange(back.visible, vscode.TextEditorRevealType.AtTop);
  }
  return place;
}

function pick(
  session: StudySession,
  quotation: Quotation,
  candidates: readonly Candidate[],
  lineOf: (start: number) => number,
): Promise<Place | undefined> {
  const input = vscode.window.createQuickPick<CandidateItem>();
  input.title = say('review.choosePlace', { words: shortWords(wordsAsCoded(quotation), 40) });
  input.placeholder = say('review.placeholder');
  input.ignoreFocusOut = true;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.items = candidates.map(({ place, likeness }) => ({
    label: shortWords(place.exact),
    description: say('review.candidate', { line: lineOf(place.start), percent: Math.floor(likeness * 100) }),
    detail: `…${shortWords(`${place.prefix}[${shortWords(place.exact, 40)}]${place.suffix}`, 160)}…`,
    place,
  }));
  return new Promise((resolve) => {
    let shown = Promise.resolve();
    input.onDidChangeActive(([item]) => {
      if (item) shown = shown.then(() => preview(session, quotation, item.place));
    });
    input.onDidAccept(() => {
      const [item] = input.selectedItems;
      void shown.then(() => resolve(item?.place));
      input.hide();
    });
    input.onDidHide(() => {
      void shown.then(() => resolve(undefined));
      input.dispose();
    });
    input.show();
  });
}

async function preview(session: StudySession, { document }: Quotation, place: Place): Promise<void> {
  const uri = session.uriOf(document);
  const editor = await vscode.window.showTextDocument(uri, { preserveFocus: true, preview: true });
  const range = rangeOf(editor.document, place);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
