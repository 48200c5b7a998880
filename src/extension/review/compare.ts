import * as vscode from 'vscode';
import { sideBySide } from '../../core/anchoring/sideBySide.ts';
import type { Quotation } from '../../core/study/model.ts';
import { quotationText } from '../../core/study/quoteStyle.ts';
import { documentName } from '../../core/study/sources.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { shortWords } from './reviewItem.ts';

const scheme = 'codeboom-review';

/** Shows a quotation in doubt as it was coded beside what stands there now, as two documents that are in no file. */
export class Comparisons implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #sessions: Sessions;
  readonly #registration: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  }

  async show(session: StudySession, quotation: Quotation): Promise<void> {
    const [coded, now] = (['coded', 'now'] as const).map((side) => uriOf(session, quotation, side));
    if (!coded || !now) return;
    // An older comparison of the same quotation may still be open.
    this.#changed.fire(coded);
    this.#changed.fire(now);
    const words = shortWords(quotationText(session.study, quotation), 40);
    const title = say('review.compareTitle', { words });
    await vscode.commands.executeCommand('vscode.diff', coded, now, title, { preview: true });
  }

  provideTextDocumentContent({ path, query }: vscode.Uri): string {
    const [root, id] = query.split('\n');
    const session = this.#sessions.all.find((one) => one.root.toString() === root);
    const [quotation] = session && id !== undefined ? session.quotations([id]) : [];
    const text = quotation && session?.study.documents.get(quotation.document)?.transcript?.text;
    if (!quotation || text === undefined) return '';
    const { coded, now } = sideBySide(quotation, text);
    return path.startsWith('/coded/') ? coded : now;
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

function uriOf(session: StudySession, { id, document }: Quotation, side: 'coded' | 'now'): vscode.Uri {
  return vscode.Uri.from({
    scheme,
    path: `/${side}/${documentName(document)}.md`,
    query: `${session.root.toString()}\n${id}`,
  });
}
