import * as vscode from 'vscode';
import type { CheckedPassage } from '../../core/chapters/quoted/lintQuotations.ts';
import type { BlockStatus } from '../../core/chapters/render.ts';
import type { Problem } from '../../core/study/problem.ts';
import type { MessageKey } from '../../messages/english.ts';
import { rangeOf } from '../positions.ts';
import { say, sentenceOf } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { blockFixes } from './blockFixes.ts';
import { chaptersOf } from './chapterFiles.ts';
import { checkQuotations } from './quotationCheck.ts';
import { quotationFixes } from './quotationFixes.ts';

/** Tables are worked out anew when coding pauses, never while it goes on. */
const quietMilliseconds = 1000;

/** What a block's status says in the Problems panel; what is wrong with a spec is said by the spec's own problems. */
const statusKeys: Partial<Record<BlockStatus, MessageKey>> = {
  stale: 'chapter.stale',
  neverRendered: 'chapter.neverRendered',
};

/** The quoted passages of a chapter, and the version of its text that they were found in. */
interface Checked {
  readonly version: number;
  readonly passages: readonly CheckedPassage[];
}

/**
 * Shows stale tables, edits by hand, wrong specs and citations, and misquotations of every chapter in the Problems panel, with
 * fixes.
 */
export function showChapterProblems(sessions: Sessions): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('codeboom-chapters');
  const checked = new Map<string, Checked>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  /** Chapters that are read to be checked: that they are opened is no reason to check again. */
  const opening = new Set<string>();

  const check = async () => {
    const own = ++latest;
    const isCancelled = () => own !== latest;
    for (const session of sessions.all) {
      for (const uri of await chaptersOf(session)) {
        if (isCancelled()) return;
        opening.add(uri.toString());
        const document = await vscode.workspace.openTextDocument(uri);
        opening.delete(uri.toString());
        const { version } = document;
        const passages = await checkQuotations(session, document, { isCancelled });
        if (!passages) return;
        // Typed in meanwhile: the next check is on its way.
        if (document.version !== version) continue;
        checked.set(uri.toString(), { version, passages });
        collection.set(uri, await diagnosticsIn(session, document, passages));
      }
    }
  };
  const checkSoon = () => {
    latest++;
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
      if (isChapter(document) && !opening.has(document.uri.toString())) checkSoon();
    }),
    vscode.workspace.onDidDeleteFiles(({ files }) => {
      for (const uri of files) {
        collection.delete(uri);
        checked.delete(uri.toString());
      }
    }),
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown' },
      {
        provideCodeActions: async (document, _range, { diagnostics }) => [
          ...(await blockFixes(sessions, document, diagnostics)),
          ...fixesOfQuotations(sessions, document, diagnostics, checked.get(document.uri.toString())),
        ],
      },
    ),
    { dispose: () => clearTimeout(timer) },
  );
}

async function diagnosticsIn(
  session: StudySession,
  document: vscode.TextDocument,
  passages: readonly CheckedPassage[],
): Promise<vscode.Diagnostic[]> {
  const { renderChapter } = await import('../../core/chapters/render.ts');
  const { quotationProblems } = await import('../../core/chapters/quoted/quotationProblems.ts');
  const rendered = renderChapter(session.study, document.getText());
  const problems = [
    ...rendered.problems,
    ...passages.flatMap((passage) => quotationProblems(session.study, passage)),
  ];
  const found = problems.map(({ severity, message, range }) =>
    diagnostic(rangeOf(document, range), sentenceOf(message), severities[severity], message.key),
  );
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
  return found;
}

const severities: Readonly<Record<Problem['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** The fixes of misquotations; none while the text is another than the one that was checked. */
function fixesOfQuotations(
  sessions: Sessions,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
  checked: Checked | undefined,
): readonly vscode.CodeAction[] {
  const session = sessions.of(document.uri);
  if (!session || checked?.version !== document.version) return [];
  return diagnostics
    .filter(({ source, code }) => source === 'Codeboom' && String(code).startsWith('quoted.'))
    .flatMap((found) => {
      const passage = checked.passages.find(({ range, wrongSource }) =>
        [range, ...(wrongSource ? [wrongSource.range] : [])].some((one) =>
          rangeOf(document, one).isEqual(found.range),
        ),
      );
      return passage ? quotationFixes(session, document, passage, found) : [];
    });
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
