import type { TextEdit } from '../../../src/core/anchoring/textEdit.ts';
import type { TextRange } from '../../../src/core/study/problem.ts';

/** An edit; `from` says where text that moves comes from, else it is new. */
export interface DraftEdit extends TextEdit {
  readonly from?: number;
}

/** What the edits did to a quotation. */
export type Truth =
  | { readonly state: 'there'; readonly range: TextRange }
  /**
   * More than a fifth of it was deleted, or that much text put into it. The place of what is left is right; and so is doubt, for
   * only the coder knows whether that is still worth its codes.
   */
  | { readonly state: 'torn'; readonly range: TextRange }
  /**
   * Text from elsewhere came between its parts, or they came apart. The greatest of the `parts` is right, if it is more than half;
   * and so is all of it, when what came between is less than twice the quotation itself; and so is doubt.
   */
  | { readonly state: 'split'; readonly parts: readonly TextRange[] }
  | { readonly state: 'deleted' };

/**
 * A text under edit in which every character knows which character of the first text it was. That is the ground truth: a
 * quotation is where its characters are.
 */
export class Draft {
  readonly text: string;
  /** By character the offset in the first text; -1 for what is new. */
  readonly origins: Int32Array;

  /** The text before all edits. */
  readonly #first: string;

  /** By offset in the first text whether what stands there now is another text. */
  readonly #foreign: Uint8Array;

  private constructor(text: string, origins: Int32Array, first: string, foreign: Uint8Array) {
    this.text = text;
    this.origins = origins;
    this.#first = first;
    this.#foreign = foreign;
  }

  static of(text: string): Draft {
    return new Draft(
      text,
      Int32Array.from({ length: text.length }, (_, at) => at),
      text,
      new Uint8Array(text.length),
    );
  }

  /**
   * The draft after edits that do not overlap. Text that replaces other text takes its identity, character by character: a
   * corrected word is still the word.
   */
  edited(edits: readonly DraftEdit[]): Draft {
    const texts: string[] = [];
    const origins: number[] = [];
    let at = 0;
    const keep = (from: number, to: number) => {
      texts.push(this.text.slice(from, to));
      for (let index = from; index < to; index++) origins.push(this.origins[index] ?? -1);
    };
    for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
      if (edit.start < at) throw new Error('Edits overlap.');
      keep(at, edit.start);
      at = edit.end;
      if (edit.from !== undefined) keep(edit.from, edit.from + edit.text.length);
      else {
        texts.push(edit.text);
        const length = edit.end - edit.start;
        for (let index = 0; index < edit.text.length; index++)
          origins.push(length === 0 ? -1 : (this.origins[edit.start + Math.min(index, length - 1)] ?? -1));
      }
    }
    keep(at, this.text.length);
    return new Draft(texts.join(''), Int32Array.from(origins), this.#first, this.#foreign);
  }

  /** The draft with ranges marked as another text now, though in the same place. */
  withForeign(ranges: readonly TextRange[]): Draft {
    const foreign = this.#foreign.slice();
    for (const { start, end } of ranges) foreign.fill(1, start, end);
    return new Draft(this.text, this.origins, this.#first, foreign);
  }

  truthOf({ start, end }: TextRange): Truth {
    if (this.#isForeign(start, end)) return { state: 'deleted' };
    const parts: { start: number; end: number }[] = [];
    let foreign = false;
    for (let at = 0; at < this.origins.length; at++) {
      const origin = this.origins[at] ?? -1;
      if (origin < 0) continue;
      if (origin < start || origin >= end) {
        foreign ||= this.text.charAt(at).trim() !== '';
        continue;
      }
      const last = parts.at(-1);
      if (last && !foreign) last.end = at + 1;
      else parts.push({ start: at, end: at + 1 });
      foreign = false;
    }
    const words = parts.map((part) => trimmed(this.text, part)).filter((part) => part.start < part.end);
    const [only] = words;
    if (!only) return { state: 'deleted' };
    if (words.length === 1) return { state: this.#isWhole(only, start, end) ? 'there' : 'torn', range: only };
    return { state: 'split', parts: placesOf(words) };
  }

  /** Whether most words of the first text from `start` to `end` stand in `place`, corrected or not, and little else. */
  #isWhole(place: TextRange, start: number, end: number): boolean {
    const kept = new Set(this.origins.subarray(place.start, place.end));
    const words = [...this.#first.slice(start, end).matchAll(/[^\s]+/g)];
    const isKept = ({ 0: word, index }: RegExpExecArray) =>
      Array.from(word, (_, at) => start + index + at).some((origin) => kept.has(origin));
    const put = this.origins
      .subarray(place.start, place.end)
      .filter((origin) => origin < start || origin >= end);
    return words.filter(isKept).length >= 0.8 * words.length && put.length <= 0.2 * (end - start);
  }

  #isForeign(start: number, end: number): boolean {
    const foreign = this.#foreign.subarray(start, end).reduce((sum, one) => sum + one, 0);
    return foreign > 0 && foreign >= 0.8 * (end - start);
  }
}

/** The part that is most of it, if there is one, and the whole from the first part to the last. */
function placesOf(parts: readonly TextRange[]): TextRange[] {
  const length = ({ start, end }: TextRange) => end - start;
  const all = parts.reduce((sum, part) => sum + length(part), 0);
  const whole = { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
  const most = parts.filter((part) => length(part) * 2 > all);
  return length(whole) <= 3 * all ? [...most, whole] : most;
}

/** A range without the white space at its ends. */
export function trimmed(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start < end && text.charAt(start).trim() === '') start++;
  while (end > start && text.charAt(end - 1).trim() === '') end--;
  return { start, end };
}
