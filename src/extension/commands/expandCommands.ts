import * as vscode from 'vscode';
import { ownQuotations, setBoundaries } from '../../core/study/coding.ts';
import type { Quotation } from '../../core/study/model.ts';
import type { TextRange } from '../../core/study/problem.ts';
import { settingsOf } from '../../core/study/settings.ts';
import { nextLarger, nextSmaller, type Unit, units, unitsAround } from '../../core/text/expand.ts';
import type { MessageKey } from '../../messages/english.ts';
import { type InTranscript, inTranscript, quotationsMeant } from '../inTranscript.ts';
import { pickOne } from '../picker/pickOne.ts';
import { rangeOf, textRangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import type { CommandRow } from './register.ts';

type Find = (range: TextRange) => TextRange | undefined;

const unitNames: Record<Unit, MessageKey> = {
  word: 'expand.word',
  sentence: 'expand.sentence',
  paragraph: 'expand.paragraph',
  turn: 'expand.turn',
};

/** Commands that make a selection whole words, sentences, paragraphs or turns. */
export function expandCommands(sessions: Sessions): readonly CommandRow[] {
  const expand = new ExpandCommands(sessions);
  return [
    { id: 'expandTo', run: () => expand.ask() },
    { id: 'expandToWord', run: () => expand.to('word') },
    { id: 'expandToSentence', run: () => expand.to('sentence') },
    { id: 'expandToParagraph', run: () => expand.to('paragraph') },
    { id: 'expandToTurn', run: () => expand.to('turn') },
    { id: 'expandSelection', run: () => expand.larger() },
    { id: 'shrinkSelection', run: () => expand.smaller() },
  ];
}

class ExpandCommands {
  readonly #sessions: Sessions;
  /** What was selected before each step, to go back; forgotten when the user selects something else. */
  #steps: readonly (readonly vscode.Selection[])[] = [];
  #selected: readonly vscode.Selection[] = [];
  #document: vscode.TextDocument | undefined;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  /** Expand To…: what the selection, or the quotation at the cursor, becomes. */
  async ask(): Promise<void> {
    const where = inTranscript(this.#sessions);
    if (!where) return;
    const [quotation] = quotationsMeant(where);
    const rows = (of: Quotation | undefined) =>
      units.map((unit) => ({ label: say(unitNames[unit]), of, unit }));
    const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });
    const items = [
      separator(say('expand.selection')),
      ...rows(undefined),
      ...(quotation ? [separator(say('expand.quotation')), ...rows(quotation)] : []),
    ];
    const picked = await pickOne(items, { title: say('expand.title') });
    if (!picked || !('unit' in picked)) return;
    if (picked.of) this.#expandQuotation(where, picked.of, picked.unit);
    else this.to(picked.unit);
  }

  to(unit: Unit): void {
    const where = inTranscript(this.#sessions);
    if (where) this.#select(where, (range) => unitAround(where, range, unit));
  }

  larger(): void {
    const where = inTranscript(this.#sessions);
    const transcript = where?.document.transcript;
    if (where && transcript) this.#select(where, (range) => nextLarger(transcript, range, known(where)));
  }

  /** Goes back a step; from what was selected by hand, to the largest unit at its start. */
  smaller(): void {
    const where = inTranscript(this.#sessions);
    const transcript = where?.document.transcript;
    if (!where || !transcript) return;
    const before = this.#isAsLeft(where.editor) ? this.#steps.at(-1) : undefined;
    if (before) {
      this.#steps = this.#steps.slice(0, -1);
      this.#selected = before;
      where.editor.selections = before;
    } else this.#select(where, (range) => nextSmaller(transcript, range, known(where)));
  }

  #select(where: InTranscript, find: Find): void {
    const { editor } = where;
    const before = editor.selections;
    const found = before.map((selection) => find(textRangeOf(editor.document, selection)));
    if (found.every((range) => range === undefined)) {
      vscode.window.setStatusBarMessage(say('expand.nothing'), 4000);
      return;
    }
    const after = found.map((range, index) => {
      const selection = range ? rangeOf(editor.document, range) : before[index];
      return selection ? new vscode.Selection(selection.start, selection.end) : editor.selection;
    });
    this.#steps = this.#isAsLeft(editor) ? [...this.#steps, before] : [before];
    this.#selected = after;
    this.#document = editor.document;
    editor.selections = after;
  }

  #isAsLeft({ document, selections }: vscode.TextEditor): boolean {
    return (
      document === this.#document &&
      selections.length === this.#selected.length &&
      selections.every((selection, index) => this.#selected[index]?.isEqual(selection))
    );
  }

  #expandQuotation(where: InTranscript, quotation: Quotation, unit: Unit): void {
    const { session, document } = where;
    const range = unitAround(where, quotation, unit);
    if (!range) return;
    if (ownQuotations(document, [range], session.author).some(({ id }) => id !== quotation.id)) {
      void vscode.window.showInformationMessage(say('expand.isQuoted'));
      return;
    }
    session.apply(setBoundaries(document, quotation, range, session.author));
  }
}

function unitAround(where: InTranscript, range: TextRange, unit: Unit): TextRange | undefined {
  const { transcript } = where.document;
  return transcript && unitsAround(transcript, range, unit, known(where));
}

function known({ session }: InTranscript): readonly string[] {
  return settingsOf(session.study.settings).interviewers;
}
