import { memoOf } from '../core/formats/memo.ts';
import type { Memo } from '../core/study/memo.ts';
import type { Problem } from '../core/study/problem.ts';
import type { Study } from '../core/study/study.ts';
import { concurrently } from './concurrently.ts';
import type { FileSystem } from './fileSystem.ts';
import { readTranscript } from './readTranscript.ts';

/** The memos of a study on disk. They are read only: memos are the user's own files. */
export class MemoFiles {
  readonly #fs: FileSystem;
  /** What was found and waits to be adopted; undefined for a memo that is gone. */
  readonly #found = new Map<string, Memo | undefined>();
  readonly #unreadable = new Map<string, Problem>();

  constructor(fs: FileSystem) {
    this.#fs = fs;
  }

  get problems(): readonly Problem[] {
    return [...this.#unreadable.values()];
  }

  get isWaiting(): boolean {
    return this.#found.size > 0;
  }

  /** Reads memos again; those that differ from what the study has wait to be adopted. */
  async look(paths: ReadonlySet<string>, known: () => Study['memos'], isMemo: (path: string) => boolean) {
    await concurrently([...paths], async (path) => {
      const read = isMemo(path) ? await readTranscript(this.#fs, path) : 'gone';
      this.#unreadable.delete(path);
      if (typeof read === 'object' && 'problem' in read) {
        this.#unreadable.set(path, read.problem);
        return;
      }
      const memo = read === 'gone' ? undefined : memoOf(path, read);
      if (memo?.text === known().get(path)?.text) this.#found.delete(path);
      else this.#found.set(path, memo);
    });
  }

  /** The study with the memos that were found. */
  adopt(study: Study): Study {
    if (!this.isWaiting) return study;
    const memos = new Map(study.memos);
    for (const [path, memo] of this.#found) {
      if (memo) memos.set(path, memo);
      else memos.delete(path);
    }
    this.#found.clear();
    return { ...study, memos: new Map([...memos].sort(([a], [b]) => (a < b ? -1 : 1))) };
  }
}
