import * as vscode from 'vscode';
import { nothingChanged } from '../../core/study/apply.ts';
import type { Journal } from '../../core/study/journal.ts';
import type { FileRename, Operation } from '../../core/study/operation.ts';
import { settingsOf } from '../../core/study/settings.ts';
import type { BackupKeeper } from '../backups/backupKeeper.ts';
import { say, sentenceOf } from '../say.ts';
import { showDone } from '../showDone.ts';
import { type FileStepsHost, makeFileSteps } from './fileSteps.ts';
import type { StudyState } from './studyState.ts';

/** How long VS Code may take to tell of a rename. */
const patience = 10_000;

interface FileOperationsHost extends Omit<FileStepsHost, 'renamed'> {
  readonly state: StudyState;
  readonly journal: Journal;
  readonly keeper: BackupKeeper;
}

/**
 * The operations of a study that change files as they are on disk. One takes a while: until it is over nothing else is done to the
 * study, and nothing of what it does is taken for the work of others.
 */
export class FileOperations {
  readonly #host: FileOperationsHost;
  #isChanging = false;

  constructor(host: FileOperationsHost) {
    this.#host = host;
  }

  get isChanging(): boolean {
    return this.#isChanging;
  }

  /** Whether whoever wants to do something has to wait; the user is told so. */
  isBusy(): boolean {
    if (this.#isChanging) void vscode.window.showInformationMessage(say('files.busy'));
    return this.#isChanging;
  }

  /** @returns whether it was made; where somebody changed one of the files since, the user is told */
  async make(operation: Operation): Promise<boolean> {
    if (!operation.files?.length || !(await this.#change(operation))) return false;
    this.#host.journal.record(operation);
    this.#done(sentenceOf(operation.label));
    return true;
  }

  /** @param operation as the journal gave it for undo; what cannot be undone stays to be undone */
  async takeBack(operation: Operation): Promise<void> {
    const { journal } = this.#host;
    if (!(await this.#change(operation, () => journal.redo()))) return;
    journal.filesAreBack();
    this.#done(say('done.undone', { what: sentenceOf(operation.label) }));
  }

  /** @param operation as the journal gave it for redo */
  async makeAgain(operation: Operation): Promise<void> {
    const { journal } = this.#host;
    if (await this.#change(operation, () => journal.undo()))
      this.#done(say('done.redone', { what: sentenceOf(operation.label) }));
  }

  #done(sentence: string): void {
    this.#host.state.announce({ ...nothingChanged, transcripts: new Set() });
    showDone(sentence);
  }

  /** @param onFailure what the journal has to do when nothing was changed */
  async #change({ label, files: steps = [] }: Operation, onFailure = () => {}): Promise<boolean> {
    const { keeper, savePlaces } = this.#host;
    let isDone = false;
    this.#isChanging = true;
    try {
      await savePlaces();
      const before = steps.flatMap((step) =>
        step.kind === 'content' ? [[step.path, step.before.raw] as const] : [],
      );
      keeper.keep(label, Object.fromEntries(before));
      await keeper.kept;
      const renamed = (renames: readonly FileRename[]) => this.#followRenames(renames);
      const refused = await makeFileSteps({ ...this.#host, renamed }, steps);
      const files = refused?.changed.join(', ') ?? '';
      if (refused) void vscode.window.showWarningMessage(say('files.changed', { files }));
      isDone = !refused;
      return isDone;
    } finally {
      this.#isChanging = false;
      if (!isDone) onFailure();
    }
  }

  /** VS Code tells of a rename some time after it is done. */
  async #followRenames(renames: readonly FileRename[]): Promise<void> {
    const { state, savePlaces } = this.#host;
    const { isTranscript } = settingsOf(state.study.settings);
    const transcripts = renames.filter(({ to }) => isTranscript(to));
    const isFollowed = () => transcripts.every(({ to }) => state.study.documents.get(to)?.transcript);
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!isFollowed()) return;
        clearTimeout(timer);
        subscription.dispose();
        resolve();
      };
      const subscription = state.onDidChange(look);
      const timer = setTimeout(() => {
        subscription.dispose();
        resolve();
      }, patience);
      look();
    });
    await savePlaces();
  }
}
