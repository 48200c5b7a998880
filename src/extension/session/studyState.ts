import * as vscode from 'vscode';
import { type Changed, nothingChanged } from '../../core/study/apply.ts';
import type { StudyDocument } from '../../core/study/model.ts';
import type { Study } from '../../core/study/study.ts';

/** What is different in a study after a change: what to redraw. */
export interface StudyChange extends Changed {
  /** Paths of documents whose text changed, that are new, or that are gone. */
  readonly transcripts: ReadonlySet<string>;
}

/** The study in memory, and the one event that says what is different in it. */
export class StudyState implements vscode.Disposable {
  #study: Study;
  readonly #changed = new vscode.EventEmitter<StudyChange>();
  readonly onDidChange = this.#changed.event;

  constructor(study: Study) {
    this.#study = study;
  }

  /** The study as of the last edit of a transcript that was followed. */
  get study(): Study {
    return this.#study;
  }

  /** Puts another study in its place. Whoever does so announces it once everything that follows from it is done. */
  put(study: Study): void {
    this.#study = study;
  }

  announce(change: StudyChange): void {
    this.#changed.fire(change);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** What is different when the text of a document, and with it the places of its quotations, changed. */
export function textChange(document: StudyDocument): StudyChange {
  return {
    ...nothingChanged,
    quotations: new Map([[document.path, new Set(document.quotations.map(({ coder }) => coder))]]),
    transcripts: new Set([document.path]),
  };
}
