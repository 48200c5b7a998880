import { memoOf } from '../core/formats/memo.ts';
import type { Memo } from '../core/study/memo.ts';
import type { Problem } from '../core/study/problem.ts';
import { type FullSettings, topicGuidePath } from '../core/study/settings.ts';
import type { Study } from '../core/study/study.ts';
import { concurrently } from './concurrently.ts';
import type { FileSystem } from './fileSystem.ts';
import { readTranscript } from './readTranscript.ts';

type MemoKinds = Pick<FullSettings, 'isMemo' | 'isTopicGuide'>;

/** The memos of a study on disk, and its topic guide. They are read only: they are the user's own files. */
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
  async look(paths: ReadonlySet<string>, known: () => Study, { isMemo, isTopicGuide }: MemoKinds) {
    await concurrently([...paths], async (path) => {
      const isOurs = isMemo(path) || isTopicGuide(path);
      const read = isOurs ? await readTranscript(this.#fs, path) : 'gone';
      this.#unreadable.delete(path);
      if (typeof read === 'object' && 'problem' in read) {
        this.#unreadable.set(path, read.problem);
        return;
      }
      const memo = read === 'gone' ? undefined : memoOf(path, read);
      const { memos, topicGuide } = known();
      const before = path === topicGuidePath ? topicGuide : memos.get(path);
      if (memo?.text === before?.text) this.#found.delete(path);
      else this.#found.set(path, memo);
    });
  }

  /** The study with the memos that were found. */
  adopt(study: Study): Study {
    if (!this.isWaiting) return study;
    const memos = new Map(study.memos);
    const { topicGuide: before, ...others } = study;
    const topicGuide = this.#found.has(topicGuidePath) ? this.#found.get(topicGuidePath) : before;
    this.#found.delete(topicGuidePath);
    for (const [path, memo] of this.#found) {
      if (memo) memos.set(path, memo);
      else memos.delete(path);
    }
    this.#found.clear();
    return {
      ...others,
      memos: new Map([...memos].sort(([a], [b]) => (a < b ? -1 : 1))),
      ...(topicGuide && { topicGuide }),
    };
  }
}
