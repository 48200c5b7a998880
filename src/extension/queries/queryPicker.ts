import * as vscode from 'vscode';
import { caretAfter } from '../../core/query/caret.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { QuotationsView } from '../views/quotationsView.ts';
import { type QueryRow, type QueryRows, queryRows } from './queryRows.ts';

export interface QueryQuestion {
  readonly title: string;
  /** What stands there already. */
  readonly value: string;
  /** Queries to offer as long as nothing was typed. */
  readonly recent: readonly string[];
  /** The name of the saved query that is being edited. */
  readonly own?: string;
}

export interface AskedQuery {
  readonly text: string;
  readonly act: NonNullable<QueryRow['act']>;
}

/**
 * Asks for a query. What may stand at the cursor is offered below, and Enter puts it there; once the query can be answered,
 * what it finds is counted and shown in the quotations view, and Enter ends the question. Escape brings back what the view
 * showed before.
 */
export function askQuery(
  session: StudySession,
  quotations: QuotationsView,
  question: QueryQuestion,
): Promise<AskedQuery | undefined> {
  return new QueryPicker(session, quotations, question).ask();
}

class QueryPicker {
  readonly #session: StudySession;
  readonly #quotations: QuotationsView;
  readonly #question: QueryQuestion;
  readonly #pick = vscode.window.createQuickPick<QueryRow>();
  /** What the input says, and where its cursor is: VS Code tells only the first. */
  #text: string;
  #caret: number;
  #rows: QueryRows = { rows: [], active: undefined };

  constructor(session: StudySession, quotations: QuotationsView, question: QueryQuestion) {
    this.#session = session;
    this.#quotations = quotations;
    this.#question = question;
    this.#text = question.value;
    this.#caret = question.value.length;
  }

  ask(): Promise<AskedQuery | undefined> {
    const pick = this.#pick;
    const before = this.#quotations.asked;
    let asked: AskedQuery | undefined;
    pick.title = this.#question.title;
    pick.placeholder = say('query.placeholder');
    pick.value = this.#text;
    pick.ignoreFocusOut = true;
    pick.onDidChangeValue((text) => {
      if (text === this.#text) return;
      this.#caret = caretAfter(this.#text, text);
      this.#text = text;
      this.#fill();
    });
    this.#fill();
    return new Promise((resolve) => {
      pick.onDidAccept(() => {
        const row = this.#active;
        if (row?.put) this.#put(row.put);
        if (!row?.act) return;
        asked = { text: this.#text.trim(), act: row.act };
        pick.hide();
      });
      pick.onDidHide(() => {
        if (!asked) this.#quotations.preview(before);
        resolve(asked);
        pick.dispose();
      });
      pick.show();
    });
  }

  #put({ text, caret }: NonNullable<QueryRow['put']>): void {
    this.#text = text;
    this.#caret = caret;
    this.#pick.value = text;
    this.#fill();
  }

  #fill(): void {
    const { recent, own } = this.#question;
    this.#rows = queryRows(this.#session.study, {
      text: this.#text,
      caret: this.#caret,
      recent,
      ...(own !== undefined && { own }),
    });
    const { rows, active, found } = this.#rows;
    this.#pick.items = rows;
    if (active) this.#pick.activeItems = [active];
    // What the view shows stays until there is something else to show: most of what one types on the way is no query yet.
    if (found) this.#quotations.preview({ kind: 'query', text: this.#text.trim() });
  }

  /** The row in focus. Enter may come before VS Code has shown the rows for what was typed last. */
  get #active(): QueryRow | undefined {
    const [active] = this.#pick.activeItems;
    return active && this.#rows.rows.includes(active) ? active : this.#rows.active;
  }
}
