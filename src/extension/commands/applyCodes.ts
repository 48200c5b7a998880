import * as vscode from 'vscode';
import { creationLines, newCode } from '../../core/study/codebook/create.ts';
import { cleanName, codeNamed } from '../../core/study/codebook/names.ts';
import {
  codingChanges,
  operation,
  ownQuotations,
  type Recoding,
  recodingChanges,
} from '../../core/study/coding.ts';
import type { Code, Quotation } from '../../core/study/model.ts';
import type { RecordChange } from '../../core/study/operation.ts';
import type { TextRange } from '../../core/study/problem.ts';
import { type InTranscript, inTranscript, quotationsMeant, selectedRanges } from '../inTranscript.ts';
import { type PickedCodes, pickCodes } from '../picker/codePicker.ts';
import type { RecentCodes } from '../recentCodes.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/** What is selected, else the quotation at the caret; when there is neither, says so. */
function rangesMeant(where: InTranscript): readonly TextRange[] | undefined {
  const selected = selectedRanges(where.editor);
  const ranges = selected.length > 0 ? selected : quotationsMeant(where);
  if (ranges.length > 0) return ranges;
  void vscode.window.showInformationMessage(say('coding.selectFirst'));
  return undefined;
}

type CodedPlace = Pick<InTranscript, 'session' | 'document'>;

/** What the buttons beside a code in the picker do. */
interface PickerButtons {
  readonly define: (session: StudySession, code: Code) => Promise<unknown>;
  readonly reveal: (code: Code) => unknown;
}

/** What the user asked for in the picker. */
export interface AskedRecoding {
  readonly recoding: Recoding;
  /** The changes that make the new codes. */
  readonly changes: readonly RecordChange[];
  /** Of all codes to add. */
  readonly names: readonly string[];
}

/** Commands that apply codes to what is selected in a transcript. */
export class ApplyCodes {
  readonly #sessions: Sessions;
  readonly #recent: RecentCodes;
  readonly #buttons: PickerButtons;

  constructor(sessions: Sessions, recent: RecentCodes, buttons: PickerButtons) {
    this.#sessions = sessions;
    this.#recent = recent;
    this.#buttons = buttons;
  }

  /** Apply Code…: the picker, for what is selected, else for the quotation at the caret. */
  async applyCode(): Promise<void> {
    const where = inTranscript(this.#sessions);
    if (!where) return;
    const ranges = rangesMeant(where);
    if (!ranges) return;
    const ticked = commonCodes(ownQuotations(where.document, ranges, where.session.author));
    const picked = await this.#pick(where.session, say('picker.applyTitle'), ticked);
    if (picked) this.#apply(where, ranges, picked, ticked);
  }

  /** Recode…: the picker, for quotations wherever they are. */
  async recode(session: StudySession, ids: readonly string[]): Promise<void> {
    const ticked = commonCodes(session.quotations(ids));
    const asked = await this.ask(session, say('picker.recodeTitle', { count: ids.length }), ticked);
    if (!asked) return;
    const recoded = recodingChanges(session.quotations(ids), asked.recoding, session.author);
    session.apply(operation('done.recode', { count: ids.length }, [...asked.changes, ...recoded]));
  }

  /** The picker, for what is coded by whoever asks. */
  async ask(
    session: StudySession,
    title: string,
    ticked: readonly string[] = [],
  ): Promise<AskedRecoding | undefined> {
    const picked = await this.#pick(session, title, ticked);
    if (!picked) return undefined;
    const asked = recodingOf(session, picked, ticked);
    this.#recent.used(asked.recoding.add.filter((code) => !ticked.includes(code)));
    return asked;
  }

  /** Apply Last Codes: what was applied last, to what is selected now. */
  applyLastCodes(): void {
    const where = inTranscript(this.#sessions);
    if (!where) return;
    const codes = this.#recent.last.filter((id) => where.session.study.codebook.codes.has(id));
    if (codes.length === 0) {
      void vscode.window.showInformationMessage(say('coding.noLastCodes'));
      return;
    }
    this.applyTo(where, codes);
  }

  /** Applies codes that exist to what is selected, or to the quotation at the caret. */
  applyTo(where: InTranscript, codes: readonly string[]): void {
    const ranges = rangesMeant(where);
    if (ranges) this.#apply(where, ranges, { codes, create: [] }, []);
  }

  /** As `applyTo`, by a key of a recent code: the recent codes keep their order. */
  applyInPlace(where: InTranscript, codes: readonly string[]): void {
    const ranges = rangesMeant(where);
    if (!ranges) return;
    this.#code(where, ranges, { codes, create: [] }, []);
    this.#recent.usedInPlace(codes);
  }

  /** Applies codes that exist to a range of a document, in one step. */
  applyToRange(place: CodedPlace, range: TextRange, codes: readonly string[]): void {
    this.#apply(place, [range], { codes, create: [] }, []);
  }

  /** Code In Vivo: the selected words themselves become the code. */
  codeInVivo(): void {
    const where = inTranscript(this.#sessions);
    if (!where) return;
    const ranges = selectedRanges(where.editor);
    const [range] = ranges;
    const words = range ? cleanName(where.document.transcript?.text.slice(range.start, range.end) ?? '') : '';
    if (words === '') {
      void vscode.window.showInformationMessage(say('coding.selectWords'));
      return;
    }
    const existing = codeNamed(where.session.study.codebook, inVivoName(words));
    this.#apply(
      where,
      ranges,
      existing ? { codes: [existing.id], create: [] } : { codes: [], create: [{ name: inVivoName(words) }] },
      [],
    );
  }

  #pick(session: StudySession, title: string, ticked: readonly string[]): Promise<PickedCodes | undefined> {
    return pickCodes({
      codebook: () => session.study.codebook,
      title,
      recent: this.#recent.ids,
      ticked,
      define: (code) => this.#buttons.define(session, code),
      reveal: this.#buttons.reveal,
    });
  }

  #apply(
    place: CodedPlace,
    ranges: readonly TextRange[],
    picked: PickedCodes,
    ticked: readonly string[],
  ): void {
    this.#recent.used(this.#code(place, ranges, picked, ticked));
  }

  /** One operation, and so one step to undo, for the new codes, the codings and the comment. Gives the codes applied. */
  #code(
    { session, document }: CodedPlace,
    ranges: readonly TextRange[],
    picked: PickedCodes,
    ticked: readonly string[],
  ): readonly string[] {
    const current = session.study.documents.get(document.path) ?? document;
    const { recoding, changes, names } = recodingOf(session, picked, ticked);
    const coding = codingChanges(current, ranges, recoding, session.author);
    session.apply(
      operation('done.applyCodes', { codes: names.join(', '), count: ranges.length }, [
        ...changes,
        ...coding,
      ]),
    );
    return recoding.add;
  }
}

/** What the user picked as a recoding, with the changes that make the new codes; a new name that exists gives that code. */
function recodingOf(session: StudySession, picked: PickedCodes, ticked: readonly string[]): AskedRecoding {
  const changes: RecordChange[] = [];
  const newOnes: Code[] = [];
  let { codebook } = session.study;
  const add = [...picked.codes];
  for (const fields of picked.create) {
    const existing = codeNamed(codebook, fields.name);
    const made = existing ? undefined : newCode(codebook, fields, session.author);
    if (made) {
      codebook = { ...codebook, codes: new Map([...codebook.codes, [made.code.id, made.code]]) };
      changes.push(made.change);
      newOnes.push(made.code);
    }
    const id = existing?.id ?? made?.code.id;
    if (id !== undefined) add.push(id);
  }
  const remove = ticked.filter((code) => !add.includes(code));
  const { comment } = picked;
  return {
    recoding: { add, remove, ...(comment !== undefined && { comment }) },
    changes: [...changes, ...creationLines(session.study, newOnes, session.author)],
    names: add.map((id) => codebook.codes.get(id)?.name ?? id),
  };
}

/** The codes that all of some quotations carry. */
function commonCodes(quotations: readonly Quotation[]): readonly string[] {
  const [first, ...others] = quotations;
  return first
    ? first.codes.filter((code) => others.every((quotation) => quotation.codes.includes(code)))
    : [];
}

/** The name of an in vivo code: the words as they were said, cut after a word when there are many. */
function inVivoName(words: string): string {
  const most = 80;
  if (words.length <= most) return words;
  const cut = words.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).trimEnd()}…`;
}
