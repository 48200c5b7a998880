import * as vscode from 'vscode';
import { setTickKey } from '../picker/tickKey.ts';
import { say } from '../say.ts';
import { selectRange } from '../selectRange.ts';
import type { StudySession } from '../session.ts';
import { type FoundIn, type HitRow, hitRows } from './hitRows.ts';

/** More than this cannot be looked through at once. */
const mostShown = 500;

/**
 * Lets the user take out what should not be coded. Of very many hits it says first how many there are, and whether to show the
 * first of them or to code all.
 *
 * @returns what is to be coded; undefined when the user thought better of it
 */
export async function chooseHits(
  session: StudySession,
  codes: string,
  found: readonly FoundIn[],
): Promise<readonly FoundIn[] | undefined> {
  const count = countOf(found);
  if (count <= mostShown) return preview(session, codes, found);
  const [show, all] = [say('autoCode.showFirst', { count: mostShown }), say('autoCode.codeAll', { count })];
  const documents = found.filter((one) => countOf([one]) > 0).length;
  const answer = await vscode.window.showWarningMessage(
    say('autoCode.many', { count, documents, codes }),
    { modal: true, detail: say('autoCode.manyDetail') },
    show,
    all,
  );
  if (answer === show) return preview(session, codes, firstOf(found, mostShown));
  return answer === all ? found.map(withoutCoded) : undefined;
}

/** How many hits are not coded yet. */
export function countOf(found: readonly FoundIn[]): number {
  return found.reduce((sum, { hits }) => sum + hits.filter(({ isCoded }) => !isCoded).length, 0);
}

function withoutCoded({ document, hits }: FoundIn): FoundIn {
  return { document, hits: hits.filter(({ isCoded }) => !isCoded) };
}

function firstOf(found: readonly FoundIn[], most: number): readonly FoundIn[] {
  let left = most;
  return found.map(withoutCoded).map(({ document, hits }) => {
    const taken = hits.slice(0, left);
    left -= taken.length;
    return { document, hits: taken };
  });
}

function preview(
  session: StudySession,
  codes: string,
  found: readonly FoundIn[],
): Promise<readonly FoundIn[] | undefined> {
  const pick = vscode.window.createQuickPick<HitRow>();
  const rows = hitRows(session.study, found);
  const documents = found.filter((one) => countOf([one]) > 0).length;
  pick.title = say('autoCode.previewTitle', { count: countOf(found), documents, codes });
  pick.placeholder = say('autoCode.previewPlaceholder');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = rows;
  pick.selectedItems = rows.filter((row) => row.found && !row.found.hit.isCoded);
  pick.onDidTriggerItemButton(({ item }) => void goTo(session, item));
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(ticked(found, pick.selectedItems));
      pick.hide();
    });
    pick.onDidHide(() => {
      setTickKey(pick, false);
      resolve(undefined);
      pick.dispose();
    });
    setTickKey(pick, true);
    pick.show();
  });
}

/** What is ticked, by document; of what is coded already nothing is done. */
function ticked(found: readonly FoundIn[], rows: readonly HitRow[]): readonly FoundIn[] {
  const hits = new Set(rows.flatMap((row) => row.found?.hit ?? []));
  return found
    .map(withoutCoded)
    .map((one) => ({ document: one.document, hits: one.hits.filter((hit) => hits.has(hit)) }));
}

/** Shows where a hit stands, without leaving the list. */
async function goTo(session: StudySession, { found }: HitRow): Promise<void> {
  if (!found) return;
  const editor = await vscode.window.showTextDocument(session.uriOf(found.document.path), {
    preserveFocus: true,
    preview: true,
  });
  selectRange(editor, found.hit.range);
}
