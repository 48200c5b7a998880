import * as vscode from 'vscode';
import { registerPath } from '../../core/privacy/leaks.ts';
import type { Problem } from '../../core/study/problem.ts';
import type { LeakCheck } from '../../store/leakCheck.ts';
import { diagnosticsIn } from '../problems.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { isRegisterTracked } from './trackedRegister.ts';

/** Names are sought when work pauses, never while it goes on: every file may have to be read. */
const quietMilliseconds = 1500;

/** Keeps the real names that are left in a study, and what is wrong with its register, in the Problems panel. */
export class NameProblems implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('codeboom-names');
  readonly #checks = new WeakMap<StudySession, LeakCheck>();
  readonly #shown = new Map<StudySession, readonly vscode.Uri[]>();
  readonly #timers = new Map<StudySession, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(sessions: Sessions) {
    const soon = (...uris: readonly vscode.Uri[]) => {
      for (const session of new Set(uris.map((uri) => sessions.of(uri))))
        if (session) this.#checkSoon(session);
    };
    const registers = vscode.workspace.createFileSystemWatcher(`**/${registerPath}`);
    this.#subscriptions = [
      this.#collection,
      registers,
      registers.onDidChange(soon),
      registers.onDidCreate(soon),
      registers.onDidDelete(soon),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => soon(uri)),
      vscode.workspace.onDidCreateFiles(({ files }) => soon(...files)),
      vscode.workspace.onDidRenameFiles(({ files }) => soon(...files.map(({ newUri }) => newUri))),
      // Fires too when a study is opened, and for what is written without an editor.
      sessions.onDidChangeProblems((session) => this.#checkSoon(session)),
    ];
  }

  #checkSoon(session: StudySession): void {
    clearTimeout(this.#timers.get(session));
    this.#timers.set(
      session,
      setTimeout(() => void this.check(session), quietMilliseconds),
    );
  }

  /** Seeks the names now, and says how many places there are. */
  async check(session: StudySession): Promise<number> {
    const check = await this.#checkOf(session);
    const problems = firstInSidecars(await check.problems());
    const byFile = new Map<string, Problem[]>();
    for (const found of problems) byFile.set(found.file, [...(byFile.get(found.file) ?? []), found]);
    const uris: vscode.Uri[] = [];
    for (const [file, found] of byFile) {
      const uri = session.uriOf(file);
      uris.push(uri);
      this.#collection.set(uri, await diagnosticsIn(session, file, found));
    }
    const kept = new Set(uris.map(String));
    for (const uri of this.#shown.get(session) ?? [])
      if (!kept.has(uri.toString())) this.#collection.delete(uri);
    this.#shown.set(session, uris);
    return problems.length;
  }

  async #checkOf(session: StudySession): Promise<LeakCheck> {
    const { LeakCheck } = await import('../../store/leakCheck.ts');
    const check = this.#checks.get(session) ?? new LeakCheck(session.files, () => isRegisterTracked(session));
    this.#checks.set(session, check);
    return check;
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** What a sidecar quotes of a transcript is named there: once for each name is enough. */
function firstInSidecars(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ file, message, range }) => {
    if (!range || !/\.codes(?:\.[\w-]+)?\.json$/.test(file)) return true;
    const key = `${file}\n${message.values.name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
