import * as vscode from 'vscode';
import { reanchored } from '../../core/anchoring/reanchored.ts';
import type { Journal } from '../../core/study/journal.ts';
import type { StudyDocument } from '../../core/study/model.ts';
import type { Operation } from '../../core/study/operation.ts';
import type { TextRange } from '../../core/study/problem.ts';
import { quotationsById } from '../../core/study/quotations.ts';
import { withDocument, withQuotations } from '../../core/study/study.ts';
import { transcriptOf } from '../../core/text/transcript.ts';
import type { ExpectedRenames } from './expectedRenames.ts';
import { LiveTranscript } from './liveTranscript.ts';
import { MovedOver } from './movedOver.ts';
import { type StudyState, textChange } from './studyState.ts';

/** How long typing may pause before the quotations are carried along without being asked for. */
const settleMilliseconds = 150;

/** What live texts have to know of the study that they are of, and what they tell it. */
export interface LiveTextsHost {
  readonly state: StudyState;
  /** What it remembers of places is carried along with every edit. */
  readonly journal: Journal;
  readonly renames: ExpectedRenames;
  /** ISO 8601. */
  readonly now: () => string;
  /** The study-relative path of a file in the study's folder. */
  pathOf(uri: vscode.Uri): string | undefined;
  /** A document with its quotations where the sidecars on disk have them, if these are of its very text. */
  asSaved(document: StudyDocument): StudyDocument;
  /** Its file has the text that is in the editor from now on. */
  didSave(document: StudyDocument): void;
  /** The text on disk counts again. */
  didClose(path: string): void;
  /** Quotations go to another transcript with their text. */
  move(operation: Operation): void;
}

/** The transcripts of a study that are open in editors: their quotations are carried along with every edit. */
export class LiveTexts implements vscode.Disposable {
  readonly #host: LiveTextsHost;
  readonly #live = new Map<string, LiveTranscript>();
  /** What was known of edits under the name that a transcript had before. */
  readonly #renamed = new Map<string, LiveTranscript>();
  readonly #movedOver = new MovedOver();
  readonly #subscriptions: readonly vscode.Disposable[];
  #settleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LiveTextsHost) {
    this.#host = host;
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => this.#noteEdit(event)),
      vscode.workspace.onDidOpenTextDocument((document) => this.#startFollowing(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#stopFollowing(document)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#noteSave(document)),
    ];
    for (const document of vscode.workspace.textDocuments) this.#startFollowing(document);
  }

  /** The text of a transcript in its editor; undefined when it is not open. */
  textOf(path: string): string | undefined {
    if (!this.#live.has(path)) return undefined;
    this.settle();
    return this.#document(path)?.transcript?.text;
  }

  /** Carries the quotations of every open transcript through the edits since the last time. */
  settle(): void {
    const { state, journal, now } = this.#host;
    const putIn = new Map<string, readonly TextRange[]>();
    for (const [path, live] of this.#live) {
      if (live.isSettled) continue;
      const document = this.#document(path);
      if (!document) continue;
      const settled = live.settle(document, now());
      if (!settled) {
        this.#follow(path, live.textDocument);
        continue;
      }
      const { text, quotations, follow } = settled;
      putIn.set(path, settled.putIn);
      this.#movedOver.noteTakenOut(path, settled.takenOut, quotationsById(document), Date.now());
      journal.followText(path, follow);
      this.#put(withQuotations({ ...document, transcript: { text } }, quotations));
    }
    if (putIn.size === 0) return;
    for (const [path, ranges] of putIn)
      this.#move(this.#movedOver.broughtOver(state.study, path, ranges, Date.now()));
    this.bringBack();
  }

  /** Moves quotations back to the transcript that they came from, where their text is there again. */
  bringBack(): void {
    this.#move(this.#movedOver.broughtBack(this.#host.state.study));
  }

  /** Goes on from quotations as they are after coding. */
  didCode(paths: Iterable<string>): void {
    for (const path of paths) {
      const document = this.#document(path);
      if (document) this.#live.get(path)?.follow(document);
    }
  }

  /** Goes on from documents as they are after others changed them on disk; they may not have been part of the study. */
  didAdopt(paths: Iterable<string>): void {
    for (const path of paths) this.#followAnew(path);
  }

  /** Documents have other paths from now on; their editors close and open again. */
  didRename(moves: ReadonlyMap<string, string>): void {
    for (const [from, to] of moves) {
      const live = this.#live.get(from);
      if (live) this.#renamed.set(to, live);
    }
    this.forget(moves.keys());
  }

  forget(paths: Iterable<string>): void {
    for (const path of paths) this.#live.delete(path);
  }

  #document(path: string): StudyDocument | undefined {
    return this.#host.state.study.documents.get(path);
  }

  #put(document: StudyDocument): void {
    const { state } = this.#host;
    state.put(withDocument(state.study, document));
    state.announce(textChange(document));
  }

  #move(operation: Operation | undefined): void {
    if (operation) this.#host.move(operation);
  }

  #startFollowing(textDocument: vscode.TextDocument): void {
    const path = this.#host.pathOf(textDocument.uri);
    if (path !== undefined && this.#document(path)?.transcript) this.#follow(path, textDocument);
  }

  /** Follows a transcript from what the editor shows now, whatever the study held before. */
  #follow(path: string, textDocument: vscode.TextDocument): void {
    const document = this.#document(path);
    if (!document) return;
    const { text } = transcriptOf(textDocument.getText());
    const current = text === document.transcript?.text ? document : this.#withText(document, text);
    this.#live.set(path, new LiveTranscript(textDocument, current, this.#renamed.get(path)));
    this.#renamed.delete(path);
    if (current !== document) this.#put(current);
  }

  /** Follows a transcript that is open, though it may have been so before it was part of the study. */
  #followAnew(path: string): void {
    const document = this.#document(path);
    const live = this.#live.get(path);
    const open =
      live?.textDocument ?? vscode.workspace.textDocuments.find(({ uri }) => this.#host.pathOf(uri) === path);
    if (!open || !document?.transcript) return;
    if (live && document.transcript.text === transcriptOf(open.getText()).text) live.follow(document);
    else this.#follow(path, open);
  }

  /** Without the edits that led to a text, its quotations are found again by their words. */
  #withText(document: StudyDocument, text: string): StudyDocument {
    const quotations = reanchored(document.quotations, text, document.transcript?.text, this.#host.now());
    return withQuotations({ ...document, transcript: { text } }, quotations);
  }

  /** A transcript that is closed without saving has the text on disk again. */
  #stopFollowing(textDocument: vscode.TextDocument): void {
    const path = this.#host.pathOf(textDocument.uri);
    if (path === undefined || !this.#live.has(path)) return;
    this.settle();
    if (this.#host.renames.has(path)) return;
    this.#leaveEditor(path);
    this.#host.didClose(path);
  }

  #leaveEditor(path: string): void {
    const live = this.#live.get(path);
    this.#live.delete(path);
    const document = this.#document(path);
    const text = live?.savedText;
    if (!live || !document || text === undefined || text === document.transcript?.text) return;
    this.#put(live.asSaved(this.#withText(document, text)));
  }

  #noteEdit(event: vscode.TextDocumentChangeEvent): void {
    const path = this.#host.pathOf(event.document.uri);
    const live = path === undefined ? undefined : this.#live.get(path);
    if (path === undefined || !live) return;
    live.queue(event);
    // An event without changes says, among others, that the editor has the text of the file again.
    if (event.contentChanges.length === 0 && !event.document.isDirty) this.#takeSavedPlaces(path, live);
    clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(() => this.settle(), settleMilliseconds);
  }

  /** After a revert or an undo back to what was saved the places are those of the sidecars. */
  #takeSavedPlaces(path: string, live: LiveTranscript): void {
    this.settle();
    const document = this.#document(path);
    const saved = document && live.asSaved(this.#host.asSaved(document));
    if (!saved || saved === document) return;
    live.follow(saved);
    this.#put(saved);
  }

  #noteSave(textDocument: vscode.TextDocument): void {
    this.settle();
    const path = this.#host.pathOf(textDocument.uri);
    const document = path === undefined ? undefined : this.#document(path);
    if (!document) return;
    this.#live.get(document.path)?.noteSaved(document);
    this.#host.didSave(document);
  }

  dispose(): void {
    clearTimeout(this.#settleTimer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
