import type { QueryError } from './query.ts';

/** What has to hold between two characters. */
export type Assertion = 'start' | 'end' | 'boundary' | 'noBoundary';

/**
 * A regular expression as a non-deterministic automaton: `character` takes one code point and goes to the next
 * instruction, `split` goes to both, `match` is the end.
 */
export type Instruction =
  | { readonly kind: 'character'; readonly test: RegExp }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'split'; readonly to: readonly [number, number] }
  | { readonly kind: 'match' };

const maximumLength = 300;
const maximumInstructions = 2_000;

/** Characters of words in any language; JavaScript's own `\w` knows no accents, and splits "ideeën" in two. */
export const wordClass = '\\p{L}\\p{M}\\p{N}_';

/**
 * Makes the automaton of a regular expression in JavaScript's notation (flags `iu`), with `\w` and `\b` for letters of
 * any language. What cannot be matched in time proportional to the text is refused: look-around, back-references, and
 * counted repetitions that grow too large.
 */
export function programOf(
  source: string,
): { readonly program: readonly Instruction[] } | { readonly error: QueryError } {
  const whole = { start: 0, end: source.length };
  if (source.length > maximumLength) {
    return {
      error: { message: { key: 'query.patternTooLong', values: { maximum: maximumLength } }, at: whole },
    };
  }
  try {
    // Only asked whether it is well-formed: the host's own matcher, which may run for ever, is never started on it.
    new RegExp(source, 'iu');
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message.replace(/^.*: /s, '') : '';
    return { error: { message: { key: 'query.patternInvalid', values: { reason } }, at: whole } };
  }
  try {
    return { program: new Compiler(source).program() };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { error: thrown.error };
    throw thrown;
  }
}

class Refusal extends Error {
  readonly error: QueryError;
  constructor(key: string, start: number, end: number, values: Record<string, string | number>) {
    super(key);
    this.error = { message: { key, values }, at: { start, end } };
  }
}

/** Compiles a well-formed pattern; a repetition is compiled anew, from its source, for each of its counted copies. */
class Compiler {
  readonly #source: string;
  readonly #program: Instruction[] = [];
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  program(): readonly Instruction[] {
    this.#alternatives();
    this.#emit({ kind: 'match' });
    return this.#program;
  }

  /** Each alternative but the last: split to it or to the next one, and at its end jump behind all of them. */
  #alternatives(): void {
    const jumps: number[] = [];
    for (;;) {
      const split = this.#emit({ kind: 'split', to: [0, 0] });
      this.#sequence();
      if (this.#source[this.#at] !== '|') {
        this.#program[split] = { kind: 'split', to: [split + 1, split + 1] };
        break;
      }
      this.#at++;
      jumps.push(this.#emit({ kind: 'split', to: [0, 0] }));
      this.#program[split] = { kind: 'split', to: [split + 1, this.#program.length] };
    }
    const end = this.#program.length;
    for (const jump of jumps) this.#program[jump] = { kind: 'split', to: [end, end] };
  }

  #sequence(): void {
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at))) this.#repeated();
  }

  #repeated(): void {
    const atom = this.#at;
    const first = this.#program.length;
    this.#atom();
    const { least, most } = this.#quantifier();
    if (least === 1 && most === 1) return;
    const after = this.#at;
    this.#program.length = first;
    const copy = () => {
      this.#at = atom;
      this.#atom();
    };
    for (let i = 0; i < least; i++) copy();
    if (most === Number.POSITIVE_INFINITY) {
      const split = this.#emit({ kind: 'split', to: [0, 0] });
      copy();
      this.#emit({ kind: 'split', to: [split, split] });
      this.#program[split] = { kind: 'split', to: [split + 1, this.#program.length] };
    } else {
      const splits: number[] = [];
      for (let i = least; i < most; i++) {
        splits.push(this.#emit({ kind: 'split', to: [0, 0] }));
        copy();
      }
      const end = this.#program.length;
      for (const split of splits) this.#program[split] = { kind: 'split', to: [split + 1, end] };
    }
    this.#at = after;
  }

  /** Whether a repetition is lazy makes no difference to whether there is a match. */
  #quantifier(): { least: number; most: number } {
    const found = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(this.#source.slice(this.#at));
    if (!found) return { least: 1, most: 1 };
    this.#at += found[0].length;
    const [, sign, from, open, to] = found;
    if (sign) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
    const least = Number(from);
    return { least, most: open === undefined ? least : to ? Number(to) : Number.POSITIVE_INFINITY };
  }

  #atom(): void {
    const character = this.#source.charAt(this.#at);
    if (character === '(') {
      this.#group();
      return;
    }
    if (character === '^' || character === '$') {
      this.#at++;
      this.#emit({ kind: 'assertion', assertion: character === '^' ? 'start' : 'end' });
      return;
    }
    const piece = this.#piece();
    const start = this.#at;
    this.#at += piece.length;
    if (piece === '\\b' || piece === '\\B') {
      this.#emit({ kind: 'assertion', assertion: piece === '\\b' ? 'boundary' : 'noBoundary' });
      return;
    }
    if (/^\\[1-9k]/.test(piece)) throw this.#unsupported(start, piece);
    this.#emit({ kind: 'character', test: this.#characterTest(piece, start) });
  }

  /** The source of one character, escape or character class. */
  #piece(): string {
    const found = /^(?:\[(?:\\.|[^\]\\])*\]|\\(?:u\{[^}]*\}|u....|x..|c.|[pP]\{[^}]*\}|.)|.)/su;
    return found.exec(this.#source.slice(this.#at))?.[0] ?? '';
  }

  #characterTest(piece: string, start: number): RegExp {
    const inClass = piece.startsWith('[');
    if (inClass && /(?<!\\)(?:\\\\)*\\W/.test(piece)) throw this.#unsupported(start, '\\W');
    const word = inClass ? wordClass : `[${wordClass}]`;
    const source = piece.replace(/\\(.)/gsu, (sequence, letter: string) =>
      letter === 'w' ? word : letter === 'W' ? `[^${wordClass}]` : sequence,
    );
    return new RegExp(`^${source}$`, 'iu');
  }

  #group(): void {
    const start = this.#at;
    const opening = /^\((?:\?(?::|<[^=!][^>]*>))?/.exec(this.#source.slice(start))?.[0] ?? '(';
    this.#at += opening.length;
    if (this.#source[this.#at] === '?') throw this.#unsupported(start, this.#source.slice(start, start + 4));
    this.#alternatives();
    this.#at++;
  }

  #unsupported(start: number, piece: string): Refusal {
    return new Refusal('query.patternUnsupported', start, start + piece.length, { piece });
  }

  #emit(instruction: Instruction): number {
    if (this.#program.length >= maximumInstructions) {
      throw new Refusal('query.patternTooLarge', 0, this.#source.length, {});
    }
    return this.#program.push(instruction) - 1;
  }
}
