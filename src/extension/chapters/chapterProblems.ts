import * as vscode from 'vscode';
import type { BlockStatus } from '../../core/chapters/render.ts';
import type { MessageKey } from '../../messages/english.ts';
import { rangeOf } from '../positions.ts';
import { say, sentenceOf } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { chaptersOf } from './chapterFiles.ts';

/** Tables are worked out anew when coding pauses, never while it goes on. */
const quietMilliseconds = 1000;

/** What a block's status says in the Problems panel; what is wrong with a spec is said by the spec's own problems. */
const statusKeys: Partial<Record<BlockStatus, MessageKey>> = {
  stale: 'chapter.stale',
  neverRendered: 'chapter.neverRendered',
};

/** Shows stale tables, edits by hand, and wrong specs and citations of every chapter in the Problems panel, with fixes. */
export function showChapterProblems(sessions: Sessions): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('codeboom-chapters');
  let timer: ReturnType<typeof setTimeout> | undefined;

  const check = async () => {
    for (const session of sessions.all) {
      for (const uri of await chaptersOf(session)) await checkChapter(collection, session, uri);
    }
  };
  const checkSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), quietMilliseconds);
  };
  const isChapter = ({ uri }: vscode.TextDocument) => sessions.of(uri)?.isChapter(uri) ?? false;

  return vscode.Disposable.from(
    collection,
    sessions.onDidChangeActive(checkSoon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isChapter(document)) checkSoon();
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isChapter(document)) checkSoon();
    }),
    vscode.workspace.onDidDeleteFiles(({ files }) => {
      for (const uri of files) collection.delete(uri);
    }),
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, { provideCodeActions: fixes }),
    { dispose: () => clearTimeout(timer) },
  );
}

async function checkChapter(
  collection: vscode.DiagnosticCollection,
  session: StudySession,
  uri: vscode.Uri,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const { renderChapter } = await import('../../core/chapters/render.ts');
  const rendered = renderChapter(session.study, document.getText());
  const found = rendered.problems.map(({ severity, message, range }) => {
    const shown = severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
    return diagnostic(rangeOf(document, range), sentenceOf(message), shown, message.key);
  });
  for (const { block, status } of rendered.blocks) {
    const key = statusKeys[status];
    if (!key) continue;
    const range = rangeOf(document, block.spec);
    found.push(diagnostic(range, say(key), vscode.DiagnosticSeverity.Information, key));
  }
  for (const { range, status } of rendered.citations) {
    if (status !== 'stale') continue;
    const key = 'chapter.staleCitation';
    found.push(diagnostic(rangeOf(document, range), say(key), vscode.DiagnosticSeverity.Information, key));
  }
  collection.set(uri, found);
}

function diagnostic(
  range: vscode.Range,
  message: string,
  severity: vscode.DiagnosticSeverity,
  code: string,
): vscode.Diagnostic {
  const made = new vscode.Diagnostic(range, message, severity);
  made.source = 'Codeboom';
  made.code = code;
  return made;
}

/** Offers to bring a stale table up to date, and what can be done with a block that was edited by hand. */
function fixes(
  document: vscode.TextDocument,
  _range: vscode.Range,
  context: vscode.CodeActionContext,
): vscode.CodeAction[] {
  return context.diagnostics
    .filter(({ source }) => source === 'Codeboom')
    .flatMap((found) => {
      switch (found.code) {
        case 'chapter.stale':
        case 'chapter.neverRendered':
        case 'chapter.staleCitation':
          return [fix('chapter.fixUpdate', 'codeboom.updateTables', [], found)];
        case 'chapter.handEdited': {
          const place = [document.uri, found.range.start];
          return [
            fix('chapter.asText', 'codeboom.keepBlockAsText', place, found),
            fix('chapter.overwrite', 'codeboom.overwriteBlock', place, found),
          ];
        }
        default:
          return [];
      }
    });
}

function fix(
  title: MessageKey,
  command: string,
  args: unknown[],
  found: vscode.Diagnostic,
): vscode.CodeAction {
  const action = new vscode.CodeAction(say(title), vscode.CodeActionKind.QuickFix);
  action.command = { title: say(title), command, arguments: args };
  action.diagnostics = [found];
  return action;
}
