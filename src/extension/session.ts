import * as vscode from 'vscode';
import { reanchored } from '../core/anchoring/reanchored.ts';
import { apply, type Changed, nothingChanged } from '../core/study/apply.ts';
import type { Author } from '../core/study/author.ts';
import { isBulk } from '../core/study/bulk.ts';
import { problemsOf } from '../core/study/check.ts';
import { Journal } from '../core/study/journal.ts';
import type { Quotation, StudyDocument } from '../core/study/model.ts';
import type { Operation } from '../core/study/operation.ts';
import type { Message, Problem, TextRange } from '../core/study/problem.ts';
import { quotationsById } from '../core/study/quotations.ts';
import { settingsOf } from '../core/study/settings.ts';
import { type Study, withDocument, withQuotations } from '../core/study/study.ts';
import { transcriptOf } from '../core/text/transcript.ts';
import { filesBefore, filesShaken, filesShakenBy } from '../store/backupFiles.ts';
import type { BackupFiles, Backups } from '../store/backups.ts';
import type { FileSystem } from '../store/fileSystem.ts';
import type { Finder } from '../store/quotationsOf.ts';
import { type Adoption, StudyStore } from '../store/store.ts';
import { authorIn } from './author.ts';
import { LiveTranscript, placed } from './liveTranscript.ts';
import { MovedOver } from './movedOver.ts';
import { say, sentenceOf } from './say.ts';

/** What is different in a study after a change: what to redraw. */
export interface StudyChange extends Changed {
  /** Paths of documents whose text changed, that are new, or that are gone. */
  readonly transcripts: ReadonlySet<string>;
}

const noTranscripts: ReadonlySet<string> = new Set();

const reanchoredReason: Message = { key: 'backup.reanchored', values: {} };

/** How long typing may pause before the quotations are carried along without being asked for. */
const settleMilliseconds = 150;
/** How long changes on disk may go on before they are read. */
const refreshMilliseconds = 80;
/** How long a rename may take from the moment that it is announced. */
const renameMilliseconds = 10_000;

/**
 * One open study: what is in memory, what is on disk, and what can be undone. Every change of it goes through `apply`,
 * `undo` or `redo`, and every view hears of it by one event.
 */
export class StudySession implements vscode.Disposable {
  readonly root: vscode.Uri;
  readonly backups: Backups;
  readonly #store: StudyStore;
  readonly #journal = new Journal();
  readonly #live = new Map<string, LiveTranscript>();
  readonly #movedOver = new MovedOver();
  readonly #changed = new vscode.EventEmitter<StudyChange>();
  readonly #problemsChanged = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #changedOnDisk = new Set<string>();
  /** What was known of edits under the name that a transcript had before. */
  readonly #renamed = new Map<string, LiveTranscript>();
  /** Documents whose files VS Code is renaming. */
  readonly #renaming = new Set<string>();
  #study: Study;
  #backingUp: Promise<void> | undefined;
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  #refreshTimer: ReturnType<typeof setTimeout> | undefined;

  /** Fires after every change, whoever made it. */
  readonly onDidChange = this.#changed.event;
  /** Fires when `problems` may have changed. */
  readonly onDidChangeProblems = this.#problemsChanged.event;

  /** Opens the study in a folder with a codeboom.json. */
  static async open(root: vscode.Uri, files: FileSystem, backups: Backups): Promise<StudySession> {
    const { store, study, sidecars } = await StudyStore.open(files);
    const session = new StudySession(root, store, study, backups);
    session.#backUp(reanchoredReason, filesShaken(sidecars, study));
    if (store.isPending) void session.#save(nothingChanged);
    return session;
  }

  private constructor(root: vscode.Uri, store: StudyStore, study: Study, backups: Backups) {
    this.root = root;
    this.backups = backups;
    this.#store = store;
    this.#study = study;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, '**/*'));
    const onDisk = (uri: vscode.Uri) => this.#noteChangeOnDisk(uri);
    this.#subscriptions.push(
      this.#changed,
      this.#problemsChanged,
      watcher,
      watcher.onDidCreate(onDisk),
      watcher.onDidChange(onDisk),
      watcher.onDidDelete(onDisk),
      vscode.workspace.onDidChangeTextDocument((event) => this.#noteEdit(event)),
      vscode.workspace.onDidOpenTextDocument((document) => this.#startFollowing(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#stopFollowing(document)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#noteSave(document)),
    );
    for (const document of vscode.workspace.textDocuments) this.#startFollowing(document);
  }

  /** The study at this moment, every edit of an open transcript followed. */
  get study(): Study {
    this.#settle();
    return this.#study;
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
    return [...this.#store.problems, ...problemsOf(this.study)];
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
    return path !== undefined && settingsOf(this.#study.settings).isChapter(path);
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
    if (operation.changes.length === 0) return;
    const before = this.study;
    const applied = apply(before, operation);
    this.#journal.record(applied.operation);
    if (isBulk(applied.operation)) this.#backUp(operation.label, filesBefore(before, applied.changed));
    this.#adoptChange(applied.study, applied.changed);
    tellConflicts(applied.conflicts.length);
    showDone(sentenceOf(operation.label));
  }

  undo(): void {
    this.#settle();
    this.#step(this.#journal.undo(), 'done.undone', 'undo.nothing');
  }

  redo(): void {
    this.#settle();
    this.#step(this.#journal.redo(), 'done.redone', 'redo.nothing');
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
    const { study, changed, conflicts } = apply(this.#study, operation);
    if (isBulk(operation)) this.#backUp(operation.label, filesBefore(this.#study, changed));
    this.#adoptChange(withWordsRead(study, changed, this.author.now), changed);
    tellConflicts(conflicts.length);
    showDone(say(done, { what: sentenceOf(operation.label) }));
  }

  #adoptChange(study: Study, changed: Changed): void {
    this.#study = study;
    for (const path of changed.quotations.keys()) {
      const document = study.documents.get(path);
      if (document) this.#live.get(path)?.follow(document);
    }
    this.#announce({ ...changed, transcripts: noTranscripts });
    void this.#save(changed);
  }

  #announce(change: StudyChange): void {
    this.#changed.fire(change);
    this.#problemsChanged.fire();
  }

  /** Keeps files as they were; nothing is written before that is done. Without a place for it the work goes on. */
  #backUp(reason: Message, files: BackupFiles): void {
    if (Object.keys(files).length === 0) return;
    const at = new Date().toISOString();
    const work = (this.#backingUp ?? Promise.resolve())
      .then(() => this.backups.keep({ at, reason, files }))
      .catch((error) => {
        const why = error instanceof Error ? error.message : String(error);
        void vscode.window.showWarningMessage(say('backup.failed', { reason: why }));
      })
      .finally(() => {
        if (this.#backingUp === work) this.#backingUp = undefined;
      });
    this.#backingUp = work;
  }

  async #save(changed: Changed): Promise<void> {
    if (this.#backingUp) await this.#backingUp;
    this.#adoptFromDisk(await this.#store.save(() => this.study, changed));
    this.#problemsChanged.fire();
  }

  /** Waits until every change is on disk, or named in `problems`. */
  async saved(): Promise<void> {
    if (this.#backingUp) await this.#backingUp;
    await this.#store.saved();
  }

  #adoptFromDisk(adoption: Adoption | undefined): void {
    if (!adoption) return;
    const before = this.study;
    const study = adoption.adopt(before);
    this.#backUp(reanchoredReason, filesShakenBy(before, study, adoption.transcripts));
    this.#journal.renameDocuments(adoption.moves);
    for (const from of adoption.moves.keys()) this.#live.delete(from);
    this.#study = study;
    const touched = new Set([...adoption.transcripts, ...adoption.changed.quotations.keys()]);
    for (const path of touched) this.#followAnew(path);
    this.#announce({ ...adoption.changed, transcripts: adoption.transcripts });
    this.#moveOver(this.#movedOver.broughtBack(this.#study));
  }

  /** The documents that get another path when a file or folder does: from old to new paths. */
  movesBy(from: vscode.Uri, to: vscode.Uri): ReadonlyMap<string, string> {
    const [before, after] = [this.pathOf(from), this.pathOf(to)];
    if (before === undefined || after === undefined) return new Map();
    const { isTranscript } = settingsOf(this.#study.settings);
    const moved = [...this.study.documents.keys()].flatMap((path): [string, string][] => {
      if (path !== before && !path.startsWith(`${before}/`)) return [];
      const target = `${after}${path.slice(before.length)}`;
      return isTranscript(target) ? [[path, target]] : [];
    });
    return new Map(moved);
  }

  /** Until `rename` nothing that happens to some documents counts: their editors close, their files come and go. */
  expectRename(paths: Iterable<string>): void {
    this.#settle();
    const expected = [...paths];
    for (const path of expected) this.#renaming.add(path);
    setTimeout(() => expected.map((path) => this.#renaming.delete(path)), renameMilliseconds);
  }

  /** Carries on with documents under other paths, edits that are not saved included. */
  async rename(moves: ReadonlyMap<string, string>): Promise<void> {
    this.#settle();
    for (const [from, to] of moves) {
      const live = this.#live.get(from);
      if (live) this.#renamed.set(to, live);
      this.#live.delete(from);
    }
    const adoption = await this.#store.rename(() => this.study, moves);
    for (const path of moves.keys()) this.#renaming.delete(path);
    this.#adoptFromDisk(adoption);
  }

  #noteChangeOnDisk(uri: vscode.Uri): void {
    const path = this.pathOf(uri);
    if (path === undefined) return;
    this.#changedOnDisk.add(path);
    this.#refreshSoon();
  }

  #refreshSoon(): void {
    this.#refreshTimer ??= setTimeout(() => {
      this.#refreshTimer = undefined;
      if (this.#renaming.size > 0) this.#refreshSoon();
      else void this.#refresh();
    }, refreshMilliseconds);
  }

  async #refresh(): Promise<void> {
    const paths = [...this.#changedOnDisk];
    this.#changedOnDisk.clear();
    this.#adoptFromDisk(
      await this.#store.refresh(
        () => this.study,
        paths,
        (path) => this.#liveText(path),
      ),
    );
    this.#problemsChanged.fire();
  }

  #liveText(path: string): string | undefined {
    return this.#live.has(path) ? this.study.documents.get(path)?.transcript?.text : undefined;
  }

  #startFollowing(textDocument: vscode.TextDocument): void {
    const path = this.pathOf(textDocument.uri);
    if (path === undefined || !this.#study.documents.get(path)?.transcript) return;
    this.#follow(path, textDocument);
  }

  /** Follows a transcript from what the editor shows now, whatever the study held before. */
  #follow(path: string, textDocument: vscode.TextDocument): void {
    const document = this.#study.documents.get(path);
    if (!document) return;
    const { text } = transcriptOf(textDocument.getText());
    const current = text === document.transcript?.text ? document : this.#withText(document, text);
    if (current !== document) this.#study = withDocument(this.#study, current);
    this.#live.set(path, new LiveTranscript(textDocument, current, this.#renamed.get(path)));
    this.#renamed.delete(path);
    if (current !== document) this.#announce(textChange(current));
  }

  /** Follows a transcript that is open, though it may have been so before it was part of the study. */
  #followAnew(path: string): void {
    const document = this.#study.documents.get(path);
    const live = this.#live.get(path);
    const open =
      live?.textDocument ?? vscode.workspace.textDocuments.find(({ uri }) => this.pathOf(uri) === path);
    if (!open || !document?.transcript) return;
    if (live && document.transcript.text === transcriptOf(open.getText()).text) live.follow(document);
    else this.#follow(path, open);
  }

  /** Without the edits that led to a text, its quotations are found again by their words. */
  #withText(document: StudyDocument, text: string): StudyDocument {
    const { now } = this.author;
    const quotations = reanchored(document.quotations, text, document.transcript?.text, now);
    return withQuotations({ ...document, transcript: { text } }, quotations);
  }

  /** A transcript that is closed without saving has the text on disk again. */
  #stopFollowing(textDocument: vscode.TextDocument): void {
    const path = this.pathOf(textDocument.uri);
    if (path === undefined || !this.#live.has(path)) return;
    this.#settle();
    if (this.#renaming.has(path)) return;
    this.#leaveEditor(path);
    this.#noteChangeOnDisk(textDocument.uri);
  }

  #leaveEditor(path: string): void {
    const live = this.#live.get(path);
    this.#live.delete(path);
    const document = this.#study.documents.get(path);
    const text = live?.savedText;
    if (!live || !document || text === undefined || text === document.transcript?.text) return;
    const saved = live.asSaved(this.#withText(document, text));
    this.#study = withDocument(this.#study, saved);
    this.#announce(textChange(saved));
  }

  #noteEdit(event: vscode.TextDocumentChangeEvent): void {
    const path = this.pathOf(event.document.uri);
    const live = path === undefined ? undefined : this.#live.get(path);
    if (path === undefined || !live) return;
    live.queue(event);
    // An event without changes says, among others, that the editor has the text of the file again.
    if (event.contentChanges.length === 0 && !event.document.isDirty) this.#takeSavedPlaces(path, live);
    clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(() => this.#settle(), settleMilliseconds);
  }

  /** After a revert or an undo back to what was saved the places are those of the sidecars. */
  #takeSavedPlaces(path: string, live: LiveTranscript): void {
    this.#settle();
    const document = this.#study.documents.get(path);
    const saved = document && live.asSaved(this.#store.asSaved(document));
    if (!saved || saved === document) return;
    this.#study = withDocument(this.#study, saved);
    live.follow(saved);
    this.#announce(textChange(saved));
  }

  /** Carries the quotations of every open transcript through the edits since the last time. */
  #settle(): void {
    const putIn = new Map<string, readonly TextRange[]>();
    for (const [path, live] of this.#live) {
      if (live.isSettled) continue;
      const document = this.#study.documents.get(path);
      if (!document) continue;
      const settled = live.settle(document, this.author.now);
      if (!settled) {
        this.#follow(path, live.textDocument);
        continue;
      }
      const { text, quotations, follow } = settled;
      putIn.set(path, settled.putIn);
      this.#movedOver.noteTakenOut(path, settled.takenOut, quotationsById(document), Date.now());
      const next = withQuotations({ ...document, transcript: { text } }, quotations);
      this.#journal.followText(path, follow);
      this.#study = withDocument(this.#study, next);
      this.#announce(textChange(next));
    }
    if (putIn.size === 0) return;
    for (const [path, ranges] of putIn)
      this.#moveOver(this.#movedOver.broughtOver(this.#study, path, ranges, Date.now()));
    this.#moveOver(this.#movedOver.broughtBack(this.#study));
  }

  /** Makes a move of quotations between transcripts a step of its own, that can be undone. */
  #moveOver(operation: Operation | undefined): void {
    if (!operation) return;
    const applied = apply(this.#study, operation);
    this.#journal.record(applied.operation);
    this.#adoptChange(applied.study, applied.changed);
    showDone(sentenceOf(operation.label));
  }

  /** A saved transcript and its sidecars belong together: the offsets in them count in the text as saved. */
  #noteSave(textDocument: vscode.TextDocument): void {
    const document = this.documentOf(textDocument.uri);
    if (!document) return;
    this.#live.get(document.path)?.noteSaved(document);
    const coders = new Set([...document.sidecars.keys(), ...document.quotations.map(({ coder }) => coder)]);
    if (coders.size === 0) return;
    const quotations = new Map([[document.path, coders]]);
    void this.#save({ ...nothingChanged, quotations });
  }

  dispose(): void {
    clearTimeout(this.#settleTimer);
    clearTimeout(this.#refreshTimer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function textChange(document: StudyDocument): StudyChange {
  return {
    ...nothingChanged,
    quotations: new Map([[document.path, new Set(document.quotations.map(({ coder }) => coder))]]),
    transcripts: new Set([document.path]),
  };
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

/** Success is told in the status bar, never in a toast. */
function showDone(sentence: string): void {
  vscode.window.setStatusBarMessage(`$(check) ${sentence}`, 4000);
}
