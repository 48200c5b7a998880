import * as vscode from 'vscode';
import { setComment } from '../../core/study/coding.ts';
import { isPlaced } from '../../core/study/counts.ts';
import type { Quotation } from '../../core/study/model.ts';
import { sameValue } from '../../core/study/operation.ts';
import type { CommandRow } from '../commands/register.ts';
import { rangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/** The comment of a quotation as VS Code shows it. What was typed is plain text, never Markdown: data runs nothing. */
interface QuotationComment extends vscode.Comment {
  body: string;
  readonly uri: vscode.Uri;
  readonly quotation: string;
}

/** Several changes in one turn of the event loop are drawn once. */
const coalesceMilliseconds = 50;

/**
 * The comments on quotations, as comment threads in the transcripts that are visible: read beside the text and in the Comments
 * panel, rewritten in place. A quotation has one comment; each coder has quotations of their own.
 */
export class QuotationComments implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #controller: vscode.CommentController;
  readonly #subscriptions: vscode.Disposable[];
  /** By the URI of the transcript, then by quotation. */
  readonly #threads = new Map<string, Map<string, vscode.CommentThread>>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#controller = vscode.comments.createCommentController('codeboom', say('comments.label'));
    const redraw = () => this.#redrawSoon();
    this.#subscriptions = [
      this.#controller,
      sessions.onDidChangeActive(redraw),
      vscode.window.onDidChangeVisibleTextEditors(redraw),
    ];
    redraw();
  }

  get rows(): readonly CommandRow[] {
    return [
      { id: 'comments.edit', run: (comment: QuotationComment) => this.#setMode(comment, true) },
      { id: 'comments.cancel', run: (comment: QuotationComment) => this.#setMode(comment, false) },
      { id: 'comments.save', run: (comment: QuotationComment) => this.#write(comment, comment.body) },
      { id: 'comments.delete', run: (comment: QuotationComment) => this.#write(comment, '') },
    ];
  }

  #redrawSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#draw();
    }, coalesceMilliseconds);
  }

  #draw(): void {
    const visible = new Map(
      vscode.window.visibleTextEditors.map(({ document }) => [document.uri.toString(), document]),
    );
    for (const [uri, threads] of this.#threads) {
      if (visible.has(uri)) continue;
      for (const thread of threads.values()) thread.dispose();
      this.#threads.delete(uri);
    }
    for (const document of visible.values()) this.#drawIn(document);
  }

  #drawIn(textDocument: vscode.TextDocument): void {
    const { uri } = textDocument;
    const session = this.#sessions.of(uri);
    const document = session?.documentOf(uri);
    const threads = this.#threads.get(uri.toString()) ?? new Map<string, vscode.CommentThread>();
    const gone = new Set(threads.keys());
    for (const quotation of document?.quotations ?? []) {
      if (!session || quotation.comment === undefined || !isPlaced(quotation)) continue;
      gone.delete(quotation.id);
      this.#show(threads, session, quotation, textDocument);
    }
    for (const id of gone) {
      threads.get(id)?.dispose();
      threads.delete(id);
    }
    if (threads.size > 0) this.#threads.set(uri.toString(), threads);
    else this.#threads.delete(uri.toString());
  }

  #show(
    threads: Map<string, vscode.CommentThread>,
    session: StudySession,
    quotation: Quotation,
    textDocument: vscode.TextDocument,
  ): void {
    const { uri } = textDocument;
    const range = rangeOf(textDocument, quotation);
    const { codes } = session.study.codebook;
    const label = quotation.codes.map((code) => codes.get(code)?.name ?? code).join(', ');
    const comment = commentOf(session, quotation, uri);
    const known = threads.get(quotation.id);
    const thread = known ?? this.#controller.createCommentThread(uri, range, [comment]);
    if (!known) {
      thread.canReply = false;
      // Nothing waits for an answer: VS Code need not open its Comments panel for it.
      thread.state = vscode.CommentThreadState.Resolved;
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
      threads.set(quotation.id, thread);
    }
    if (!thread.range?.isEqual(range)) thread.range = range;
    thread.label = label === '' ? say('quotation.noCodes') : label;
    const [shown] = thread.comments;
    // What is being written in place is not taken away by a change elsewhere.
    if (shown?.mode === vscode.CommentMode.Editing) return;
    if (!sameValue(shown?.body, comment.body)) thread.comments = [comment];
  }

  #setMode(comment: QuotationComment, isEditing: boolean): void {
    const thread = this.#threads.get(comment.uri.toString())?.get(comment.quotation);
    const [quotation] = this.#sessions.of(comment.uri)?.quotations([comment.quotation]) ?? [];
    const session = this.#sessions.of(comment.uri);
    if (!thread || !session || !quotation) return;
    const shown = commentOf(session, quotation, comment.uri);
    shown.mode = isEditing ? vscode.CommentMode.Editing : vscode.CommentMode.Preview;
    thread.comments = [shown];
  }

  #write(comment: QuotationComment, text: string): void {
    const session = this.#sessions.of(comment.uri);
    const [quotation] = session?.quotations([comment.quotation]) ?? [];
    if (!session || !quotation) return;
    this.#setMode(comment, false);
    session.apply(setComment(quotation, text, session.author));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function commentOf(session: StudySession, quotation: Quotation, uri: vscode.Uri): QuotationComment {
  const { coders = [] } = session.study.settings;
  const name = coders.find(({ id }) => id === quotation.coder)?.name ?? quotation.coder;
  return {
    uri,
    quotation: quotation.id,
    body: quotation.comment ?? '',
    mode: vscode.CommentMode.Preview,
    author: { name: name === '' ? say('comments.author') : name },
    timestamp: new Date(quotation.modified),
    contextValue: quotation.coder === session.author.coder ? 'own' : 'other',
  };
}
