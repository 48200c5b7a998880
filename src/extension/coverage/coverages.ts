import * as vscode from 'vscode';
import { type Coverage, coverageOf } from '../../core/analysis/coverage.ts';
import type { StudyDocument } from '../../core/study/model.ts';
import { sameValue } from '../../core/study/operation.ts';
import type { Study } from '../../core/study/study.ts';

/** So long at a time: what the user does comes first. */
const sliceMilliseconds = 8;

/**
 * The coverage of documents for a list of them: reading all transcripts of a large study takes seconds, so each is worked out
 * in the time between what the user does, and the list hears of it.
 */
export class Coverages implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<readonly string[]>();
  /** Fires with the paths of documents whose coverage is another than the last one told. */
  readonly onDidChange = this.#changed.event;
  readonly #study: () => Study | undefined;
  #known = new WeakMap<StudyDocument, Coverage>();
  /** By path: shown until the coverage of the document as it is now is known. */
  readonly #last = new Map<string, Coverage>();
  readonly #waiting = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(study: () => Study | undefined) {
    this.#study = study;
  }

  /** The coverage of a document as far as it is known; what is not known yet is worked out soon. */
  of(document: StudyDocument): Coverage | undefined {
    const known = this.#known.get(document);
    if (known) return known;
    if (document.transcript) {
      this.#waiting.add(document.path);
      this.#timer ??= setTimeout(() => this.#work());
    }
    return this.#last.get(document.path);
  }

  #work(): void {
    this.#timer = undefined;
    const study = this.#study();
    const end = Date.now() + sliceMilliseconds;
    const changed: string[] = [];
    let isDone = false;
    for (const path of this.#waiting) {
      if (isDone && Date.now() >= end) break;
      this.#waiting.delete(path);
      const document = study?.documents.get(path);
      if (!study || !document || this.#known.has(document)) continue;
      const coverage = coverageOf(study, document);
      this.#known.set(document, coverage);
      if (!sameValue(this.#last.get(path), coverage)) changed.push(path);
      this.#last.set(path, coverage);
      isDone = true;
    }
    if (this.#waiting.size > 0) this.#timer = setTimeout(() => this.#work());
    if (changed.length > 0) this.#changed.fire(changed);
  }

  /** Forgets all: another study is shown, or other speakers count as interviewers. */
  clear(): void {
    this.#waiting.clear();
    this.#known = new WeakMap();
    this.#last.clear();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
  }
}
