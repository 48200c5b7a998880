import * as vscode from 'vscode';
import { problemsOfSmartCodes } from '../core/query/smartCodes.ts';
import { apply, type Changed, nothingChanged } from '../core/study/apply.ts';
import type { Author } from '../core/study/author.ts';
import { isBulk } from '../core/study/bulk.ts';
import { problemsOf } from '../core/study/check.ts';
import { Journal } from '../core/study/journal.ts';
import type { Quotation, StudyDocument } from '../core/study/model.ts';
import type { Operation } from '../core/study/operation.ts';
import type { Message, Problem } from '../core/study/problem.ts';
import { quotationsById } from '../core/study/quotations.ts';
import { settingsOf } from '../core/study/settings.ts';
import { type Study, withDocument, withQuotations } from '../core/study/study.ts';
import type { FrontMatterEdit } from '../core/text/frontMatterEdit.ts';
import { filesBefore, filesShaken, filesShakenBy } from '../store/backupFiles.ts';
import type { Backups } from '../store/backups.ts';
import type { FileSystem } from '../store/fileSystem.ts';
import type { Finder } from '../store/quotationsOf.ts';
import { type Adoption, StudyStore } from '../store/store.ts';
import { authorIn } from './author.ts';
import { BackupKeeper } from './backups/backupKeeper.ts';
import { say, sentenceOf } from './say.ts';
import { ChangesOnDisk } from './session/changesOnDisk.ts';
import { ExpectedRenames } from './session/expectedRenames.ts';
import { FileOperations } from './session/fileOperations.ts';
import { LiveTexts } from './session/liveTexts.ts';
import { placed } from './session/liveTranscript.ts';
import { StudyState } from './session/studyState.ts';
import { editTranscripts } from './session/transcriptEdits.ts';
import { showDone } from './showDone.ts';

const noTranscripts: ReadonlySet<string> = new Set();

const reanchoredReason: Message = { key: 'backup.reanchored', values: {} };

/**
 * One open study: what is in memory, what is on disk, and what can be undone. Every change of it goes through `apply`,
 * `undo` or `redo`, and every view hears of it by one event.
 */
export class StudySession implements vscode.Disposable {
  readonly root: vscode.Uri;
  readonly backups: Backups;
  /** The files in the study's folder. What the study has of them is only to be written by `apply`, `undo` and `redo`. */
  readonly files: FileSystem;
  readonly #store: StudyStore;
  readonly #state: StudyState;
  readonly #journal = new Journal();
  readonly #keeper: BackupKeeper;
  readonly #renames: ExpectedRenames;
  readonly #texts: LiveTexts;
  readonly #onDisk: ChangesOnDisk;
  /** Edits of transcripts that were asked for and are not made yet. */
  #edits: Promise<void> | undefined;
  readonly #problemsChanged = new vscode.EventEmitter<void>();
  readonly #files: FileOperations;

  /** Fires after every change, whoever made it. */
  readonly onDidChange: StudyState['onDidChange'];
  /** Fires when `problems` may have changed. */
  readonly onDidChangeProblems = this.#problemsChanged.event;

  /** Opens the study in a folder with a codeboom.json. */
  static async open(root: vscode.Uri, files: FileSystem, backups: Backups): Promise<StudySession> {
    const renames = new ExpectedRenames();
    const { store, study, sidecars } = await StudyStore.open(files, (path) => renames.has(path));
    const session = new StudySession(root, files, store, study, backups, renames);
    session.#keeper.keep(reanchoredReason, filesShaken(sidecars, study));
    if (store.isPending) void session.#save(nothingChanged);
    return session;
  }

  private constructor(
    root: vscode.Uri,
    files: FileSystem,
    store: StudyStore,
    study: Study,
    backups: Backups,
    renames: ExpectedRenames,
  ) {
    this.root = root;
    this.files = files;
    this.#renames = renames;
    this.backups = backups;
    this.#store = store;
    this.#state = new StudyState(study);
    this.#keeper = new BackupKeeper(backups);
    this.onDidChange = this.#state.onDidChange;
    this.onDidChange(() => this.#problemsChanged.fire());
    this.#files = new FileOperations({
      files,
      state: this.#state,
      journal: this.#journal,
      keeper: this.#keeper,
      uriOf: (path) => this.uriOf(path),
      pathOf: (uri) => this.pathOf(uri),
      savePlaces: () => this.savePlaces(),
      adopt: (paths) => this.#adoptOwn(paths),
    });
    this.#onDisk = new ChangesOnDisk(
      root,
      (uri) => this.pathOf(uri),
      () => this.#files.isChanging || !this.#renames.isEmpty,
      (paths) => void this.#refresh(paths),
    );
    this.#texts = new LiveTexts({
      state: this.#state,
      journal: this.#journal,
      renames: this.#renames,
      now: () => this.author.now,
      pathOf: (uri) => this.pathOf(uri),
      asSaved: (document) => store.asSaved(document),
      didSave: (document) => this.#saveWithText(document),
      didClose: (path) => this.#onDisk.note(path),
      move: (operation) => this.#make(operation),
    });
  }

  /** The study at this moment, every edit of an open transcript followed. */
  get study(): Study {
    this.#texts.settle();
    return this.#state.study;
  }

  get author(): Author {
    return authorIn(this.root);
  }

  get finder(): Finder {
    return this.#store.finder;
  }

  get canUndo(): boolean {
    return this.#journal.canUndo;
  }

  get canRedo(): boolean {
    return this.#journal.canRedo;
  }

  /** What the user should look at: in the files on disk, and in what they say together. */
  get problems(): readonly Problem[] {
    return [...this.#store.problems, ...problemsOf(this.study), ...problemsOfSmartCodes(this.study)];
  }

  /** The study-relative path of a file in the study's folder. */
  pathOf(uri: vscode.Uri): string | undefined {
    if (uri.scheme !== this.root.scheme || uri.authority !== this.root.authority) return undefined;
    const folder = this.root.path.endsWith('/') ? this.root.path : `${this.root.path}/`;
    return uri.path.startsWith(folder) ? uri.path.slice(folder.length) : undefined;
  }

  uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.root, ...path.split('/'));
  }

  /** The document of the study that a file is. */
  documentOf(uri: vscode.Uri): StudyDocument | undefined {
    const path = this.pathOf(uri);
    return path === undefined ? undefined : this.study.documents.get(path);
  }

  isChapter(uri: vscode.Uri): boolean {
    const path = this.pathOf(uri);
    return path !== undefined && settingsOf(this.#state.study.settings).isChapter(path);
  }

  isMemo(uri: vscode.Uri): boolean {
    const path = this.pathOf(uri);
    return path !== undefined && settingsOf(this.#state.study.settings).isMemo(path);
  }

  /** Whether links are written in a file as in memos: in these, and in the topic guide. */
  hasLinks(uri: vscode.Uri): boolean {
    const path = this.pathOf(uri);
    return (
      this.isMemo(uri) || (path !== undefined && settingsOf(this.#state.study.settings).isTopicGuide(path))
    );
  }

  /** Quotations by their ids, as they are now; those that are gone are left out. */
  quotations(ids: readonly string[]): readonly Quotation[] {
    const documents = [...this.study.documents.values()];
    return ids.flatMap((id) => {
      for (const document of documents) {
        const found = quotationsById(document).get(id);
        if (found) return [found];
      }
      return [];
    });
  }

  /** Makes a change, remembers how to take it back, and starts to write it. */
  apply(operation: Operation): void {
    this.#afterEdits(() => {
      if (this.#files.isBusy()) return;
      this.#texts.settle();
      if (operation.changes.length > 0) this.#make(operation);
    });
  }

  /** At once, but while edits of transcripts are on their way: then the study is not yet as the last operation left it. */
  #afterEdits(act: () => void): void {
    if (this.#edits) void this.#edits.then(act);
    else act();
  }

  #edit(edits: ReadonlyMap<string, FrontMatterEdit>): void {
    if (edits.size === 0) return;
    const made = editTranscripts(edits, this.#state.study, (path) => this.uriOf(path)).finally(() => {
      if (this.#edits === made) this.#edits = undefined;
      this.#texts.settle();
    });
    this.#edits = made;
  }

  /**
   * Makes a change of files, all of it or nothing, and remembers how to take it back.
   *
   * @returns whether it was made; where somebody changed one of the files since, the user is told
   */
  async applyToFiles(operation: Operation): Promise<boolean> {
    if (this.#edits) await this.#edits;
    return !this.#files.isBusy() && this.#files.make(operation);
  }

  /** Whether a step that changes files is being made: renames are part of it then, with all that goes along. */
  get isChangingFiles(): boolean {
    return this.#files.isChanging;
  }

  /** Saves where quotations are in texts that were changed elsewhere, so that what is on disk is what is in memory. */
  async savePlaces(): Promise<void> {
    this.#texts.settle();
    await this.#keeper.kept;
    this.#adoptFromDisk(await this.#store.savePlaces(() => this.study));
    await this.#store.saved();
  }

  async #adoptOwn(paths: readonly string[]): Promise<void> {
    const live = (path: string) => this.#texts.textOf(path);
    this.#adoptFromDisk(await this.#store.refresh(() => this.study, paths, live), false);
    await this.#store.saved();
  }

  #make(operation: Operation): void {
    const before = this.#state.study;
    const applied = apply(before, operation);
    this.#journal.record(applied.operation);
    if (isBulk(applied.operation)) this.#keeper.keep(operation.label, filesBefore(before, applied.changed));
    this.#adoptChange(applied.study, applied.changed);
    this.#edit(applied.edits);
    tellConflicts(applied.conflicts.length);
    showDone(sentenceOf(operation.label));
  }

  /** Takes back the last step; one that changed files is not done with before they are written. */
  async undo(): Promise<void> {
    if (this.#edits) await this.#edits;
    if (this.#files.isBusy()) return;
    this.#texts.settle();
    const operation = this.#journal.undo();
    if (operation?.files) await this.#files.takeBack(operation);
    else this.#step(operation, 'done.undone', 'undo.nothing');
  }

  /** Does again what was undone last; see `undo`. */
  async redo(): Promise<void> {
    if (this.#edits) await this.#edits;
    if (this.#files.isBusy()) return;
    this.#texts.settle();
    const operation = this.#journal.redo();
    if (operation?.files) await this.#files.makeAgain(operation);
    else this.#step(operation, 'done.redone', 'redo.nothing');
  }

  #step(
    operation: Operation | undefined,
    done: 'done.undone' | 'done.redone',
    nothing: 'undo.nothing' | 'redo.nothing',
  ): void {
    if (!operation) {
      showDone(say(nothing));
      return;
    }
    const before = this.#state.study;
    const { study, changed, edits, conflicts } = apply(before, operation);
    if (isBulk(operation)) this.#keeper.keep(operation.label, filesBefore(before, changed));
    this.#adoptChange(withWordsRead(study, changed, this.author.now), changed);
    this.#edit(edits);
    tellConflicts(conflicts.length);
    showDone(say(done, { what: sentenceOf(operation.label) }));
  }

  #adoptChange(study: Study, changed: Changed): void {
    this.#state.put(study);
    this.#texts.didCode(changed.quotations.keys());
    this.#state.announce({ ...changed, transcripts: noTranscripts });
    void this.#save(changed);
  }

  async #save(changed: Changed): Promise<void> {
    await this.#keeper.kept;
    this.#adoptFromDisk(await this.#store.save(() => this.study, changed));
    this.#problemsChanged.fire();
  }

  /** A saved transcript and its sidecars belong together: the offsets in them count in the text as saved. */
  #saveWithText({ path, sidecars, quotations }: StudyDocument): void {
    const coders = new Set([...sidecars.keys(), ...quotations.map(({ coder }) => coder)]);
    if (coders.size > 0) void this.#save({ ...nothingChanged, quotations: new Map([[path, coders]]) });
  }

  /** Waits until every change is on disk, or named in `problems`. */
  async saved(): Promise<void> {
    await this.#edits;
    await this.#keeper.kept;
    await this.#store.saved();
  }

  /** @param isShaking whether quotations may have been shaken by it: then the files as they were are kept */
  #adoptFromDisk(adoption: Adoption | undefined, isShaking = true): void {
    if (!adoption) return;
    const before = this.study;
    const study = adoption.adopt(before);
    if (isShaking) this.#keeper.keep(reanchoredReason, filesShakenBy(before, study, adoption.transcripts));
    this.#journal.renameDocuments(adoption.moves);
    // VS Code may be in the middle of a rename that was noticed on disk first.
    this.#renames.done(adoption.moves.keys());
    this.#texts.didRename(adoption.moves);
    this.#state.put(study);
    this.#texts.didAdopt(new Set([...adoption.transcripts, ...adoption.changed.quotations.keys()]));
    this.#state.announce({ ...adoption.changed, transcripts: adoption.transcripts });
    this.#texts.bringBack();
    // Writes what was merged, and adopts what somebody else wrote in the meantime.
    void this.#save(nothingChanged);
  }

  async #refresh(paths: readonly string[]): Promise<void> {
    const adoption = await this.#store.refresh(
      () => this.study,
      paths,
      (path) => this.#texts.textOf(path),
    );
    this.#adoptFromDisk(adoption);
    this.#problemsChanged.fire();
  }

  /** The documents that get another path when a file or folder does: from old to new paths. */
  movesBy(from: vscode.Uri, to: vscode.Uri): ReadonlyMap<string, string> {
    const [before, after] = [this.pathOf(from), this.pathOf(to)];
    if (before === undefined || after === undefined) return new Map();
    const { isTranscript } = settingsOf(this.#state.study.settings);
    const moved = [...this.study.documents.keys()].flatMap((path): [string, string][] => {
      if (path !== before && !path.startsWith(`${before}/`)) return [];
      const target = `${after}${path.slice(before.length)}`;
      return isTranscript(target) ? [[path, target]] : [];
    });
    return new Map(moved);
  }

  /** VS Code is about to rename the files of documents; `rename` follows. */
  expectRename(paths: Iterable<string>): void {
    this.#texts.settle();
    this.#renames.expect(paths);
  }

  /** Carries on with documents under other paths, edits that are not saved included. */
  async rename(moves: ReadonlyMap<string, string>): Promise<void> {
    this.#texts.settle();
    this.#texts.didRename(moves);
    const adoption = await this.#store.rename(() => this.study, moves);
    this.#renames.done(moves.keys());
    this.#adoptFromDisk(adoption);
  }

  dispose(): void {
    this.#texts.dispose();
    this.#onDisk.dispose();
    this.#state.dispose();
    this.#problemsChanged.dispose();
  }
}

/**
 * The study with the words of restored quotations read anew: the text may have been edited since they were taken away.
 * One whose words are all gone is lost, not deleted.
 */
function withWordsRead(study: Study, changed: Changed, now: string): Study {
  let read = study;
  for (const path of changed.quotations.keys()) {
    const document = read.documents.get(path);
    const text = document?.transcript?.text;
    if (!document || text === undefined) continue;
    const quotations = document.quotations.map((quotation) => {
      if (quotation.anchor?.state === 'lost') return quotation;
      if (quotation.start < quotation.end) return placed(quotation, text, quotation);
      return { ...quotation, anchor: { state: 'lost', since: now } } as const;
    });
    read = withDocument(read, withQuotations(document, quotations));
  }
  return read;
}

function tellConflicts(count: number): void {
  if (count > 0) void vscode.window.showWarningMessage(say('change.conflicts', { count }));
}
