import * as vscode from 'vscode';
import type { Problem } from '../core/study/problem.ts';
import { positionAt } from '../core/text/lines.ts';
import { transcriptOf } from '../core/text/transcript.ts';
import { sentenceOf } from './say.ts';
import type { StudySession } from './session.ts';
import type { Sessions } from './sessions.ts';

const severities: Record<Problem['severity'], vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/** After a burst of changes the Problems panel is brought up to date once. */
const quietMilliseconds = 200;

/** Shows the problems of every open study in the Problems panel. */
export function showProblems(sessions: Sessions): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('codeboom');
  const timers = new Map<StudySession, ReturnType<typeof setTimeout>>();
  const shown = new Map<StudySession, ReadonlySet<string>>();

  const show = async (session: StudySession) => {
    const byFile = new Map<string, Problem[]>();
    for (const found of session.problems) byFile.set(found.file, [...(byFile.get(found.file) ?? []), found]);
    for (const file of shown.get(session) ?? []) {
      if (!byFile.has(file)) collection.delete(session.uriOf(file));
    }
    shown.set(session, new Set(byFile.keys()));
    for (const [file, problems] of byFile)
      collection.set(session.uriOf(file), await diagnosticsIn(session, file, problems));
  };

  return vscode.Disposable.from(
    collection,
    sessions.onDidChangeProblems((session) => {
      clearTimeout(timers.get(session));
      timers.set(
        session,
        setTimeout(() => void show(session), quietMilliseconds),
      );
    }),
    { dispose: () => timers.forEach(clearTimeout) },
  );
}

/** The problems of one file as the Problems panel shows them. */
export async function diagnosticsIn(
  session: StudySession,
  file: string,
  problems: readonly Problem[],
): Promise<readonly vscode.Diagnostic[]> {
  const toRange = await rangesIn(session, file, problems);
  return problems.map((found) => {
    const diagnostic = new vscode.Diagnostic(
      toRange(found),
      sentenceOf(found.message),
      severities[found.severity],
    );
    diagnostic.source = 'Codeboom';
    diagnostic.code = found.message.key;
    return diagnostic;
  });
}

/** Ranges count in LF text, lines and characters do not depend on line ends: they are worked out on the text itself. */
async function rangesIn(
  session: StudySession,
  file: string,
  problems: readonly Problem[],
): Promise<(problem: Problem) => vscode.Range> {
  const start = new vscode.Range(0, 0, 0, 0);
  if (problems.every(({ range }) => range === undefined)) return () => start;
  const text = await textOf(session, file);
  if (text === undefined) return () => start;
  const transcript = transcriptOf(text);
  return ({ range }) => {
    if (!range) return start;
    const from = positionAt(transcript, range.start);
    const to = positionAt(transcript, range.end);
    return new vscode.Range(from.line, from.character, to.line, to.character);
  };
}

async function textOf(session: StudySession, file: string): Promise<string | undefined> {
  const { documents, memos } = session.study;
  const known = documents.get(file)?.transcript?.text ?? memos.get(file)?.text;
  if (known !== undefined) return known;
  try {
    const bytes = await vscode.workspace.fs.readFile(session.uriOf(file));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}
