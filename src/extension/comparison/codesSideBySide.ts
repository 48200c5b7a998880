import * as vscode from 'vscode';
import { codeTreeOf } from '../../core/study/codeTree.ts';
import type { Code } from '../../core/study/model.ts';
import { positionAt } from '../../core/text/lines.ts';
import { pickCode } from '../picker/codePicker.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { type CodeTreeElement, type CodeTreeView, codesIn } from '../views/codeTreeView.ts';
import { elementsMeant, type TreeArguments } from '../views/elementsMeant.ts';
import { codePages, type PageLine } from './codePages.ts';
import { scrollTogether } from './scrollTogether.ts';

const scheme = 'codeboom-codes';
/** A burst of changes is shown once. */
const quietMilliseconds = 200;

/** Shows two codes beside each other, as two documents that are in no file and follow the study. */
export class CodesSideBySide
  implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider, vscode.Disposable
{
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #sessions: Sessions;
  readonly #tree: CodeTreeView;
  readonly #subscriptions: vscode.Disposable[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(sessions: Sessions, tree: CodeTreeView) {
    this.#sessions = sessions;
    this.#tree = tree;
    this.#subscriptions.push(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.languages.registerDocumentLinkProvider({ scheme }, this),
      scrollTogether((a, b) => a.scheme === scheme && b.scheme === scheme && a.query === b.query),
      sessions.onDidChangeActive(() => {
        this.#timer ??= setTimeout(() => this.#refresh(), quietMilliseconds);
      }),
    );
  }

  /** Compare Codes…: the codes that are selected in the tree; those that are missing are asked for. */
  readonly command = async (...args: TreeArguments<CodeTreeElement>): Promise<void> => {
    const session = this.#sessions.active;
    if (!session) return;
    const { codebook } = session.study;
    const codes = codesIn(codebook, elementsMeant(this.#tree.view, args) ?? []);
    const first = codes[0] ?? (await pickCode(codebook, say('compareCodes.first')));
    if (!first) return;
    const others = codeTreeOf(codebook).all.filter(({ id }) => id !== first.id);
    const second =
      codes[1] ?? (await pickCode(codebook, say('compareCodes.second', { code: first.name }), others));
    if (second) await this.#show(session, [first, second]);
  };

  async #show(session: StudySession, codes: readonly [Code, Code]): Promise<void> {
    const query = JSON.stringify([session.root.toString(), codes[0].id, codes[1].id]);
    const [left, right] = (['left', 'right'] as const).map((side, index) =>
      vscode.Uri.from({ scheme, path: `/${side}/${titleOf(codes[index])}.md`, query }),
    );
    if (!left || !right) return;
    // An older comparison of the same codes may still be open.
    this.#refresh();
    await vscode.window.showTextDocument(left, { viewColumn: vscode.ViewColumn.One });
    await vscode.window.showTextDocument(right, { viewColumn: vscode.ViewColumn.Two, preserveFocus: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.#lines(uri)
        ?.lines.map(({ text }) => text)
        .join('\n') ?? say('compareCodes.gone')
    );
  }

  /** From the source of a quotation to its line in the transcript. */
  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    const page = this.#lines(uri);
    if (!page) return [];
    const { session, lines } = page;
    return lines.flatMap(({ text, source }, line) => {
      const transcript = source && session.study.documents.get(source.document)?.transcript;
      if (!source || !transcript) return [];
      const { line: at } = positionAt(transcript, source.start);
      const range = new vscode.Range(line, 2, line, text.length);
      return [
        new vscode.DocumentLink(range, session.uriOf(source.document).with({ fragment: `L${at + 1}` })),
      ];
    });
  }

  #lines({
    path,
    query,
  }: vscode.Uri): { readonly session: StudySession; readonly lines: readonly PageLine[] } | undefined {
    const [root, ...ids]: readonly unknown[] = JSON.parse(query);
    const session = this.#sessions.all.find((one) => one.root.toString() === root);
    const [first, second] = ids.flatMap((id) => session?.study.codebook.codes.get(String(id)) ?? []);
    if (!session || !first || !second) return undefined;
    const { left, right } = codePages(session.study, [first, second]);
    return { session, lines: path.startsWith('/left/') ? left : right };
  }

  #refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme) this.#changed.fire(uri);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** The name of a code as the last part of a path. */
function titleOf(code: Code | undefined): string {
  return (
    (code?.name ?? '')
      .replace(/[\\/\s]+/g, ' ')
      .slice(0, 60)
      .trim() || 'code'
  );
}
