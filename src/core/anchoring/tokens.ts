/**
 * A text as tokens: words and single punctuation marks; white space is none. Two tokens have the same id when they are
 * the same but for case, Unicode normalisation and the shape of quotation marks and dashes: what differs between two
 * renderings of one word, not between two words.
 */
export interface Tokens {
  readonly count: number;
  readonly ids: Int32Array;
  /** UTF-16 offsets in the text, end exclusive. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The piece of the text that a token is in; tokens of different pieces are no neighbours. */
  readonly pieces: Int32Array;
  /** What a token opens: `paragraphOpens`, `lineOpens`, 1 for a sentence, 0 for nothing. */
  readonly opens: Uint8Array;
}

/** A stretch of text at a known offset. */
export interface Piece {
  readonly offset: number;
  readonly text: string;
}

/** What a token opens: the first after a blank line a paragraph, another first one just a line. */
export const paragraphOpens = 3;
export const lineOpens = 2;

/** What a token is: a word with letters, a word of figures alone, or a mark. */
export const kindMark = 0;
export const kindFigure = 1;
export const kindWord = 2;

/** Gives each distinct token a number, and counts how often it occurs. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly words: string[] = [];
  readonly counts: number[] = [];

  idOf(token: string): number {
    const known = this.#ids.get(token);
    const id = known ?? this.words.length;
    if (known === undefined) {
      this.#ids.set(token, id);
      this.words.push(token);
      this.counts.push(0);
    }
    this.counts[id] = (this.counts[id] ?? 0) + 1;
    return id;
  }
}

/** Splits pieces of a text into tokens, in their order. O(length). */
export function tokensOf(pieces: readonly Piece[], vocabulary: Vocabulary): Tokens {
  const most = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const ids = new Int32Array(most);
  const starts = new Int32Array(most);
  const ends = new Int32Array(most);
  const inPieces = new Int32Array(most).fill(-1);
  const opens = new Uint8Array(most);
  let count = 0;
  for (const [piece, { offset, text }] of pieces.entries()) {
    const lower = text.toLowerCase();
    const folded = lower.length === text.length ? lower : text;
    let opening = paragraphOpens;
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at);
      const kind = kindOf(text, at, code);
      if (kind === space) {
        if (code === newline)
          opening = text.charCodeAt(at - 1) === newline ? paragraphOpens : Math.max(lineOpens, opening);
        at++;
        continue;
      }
      let end = at + (code >= 0xd800 && code < 0xdc00 ? 2 : 1);
      if (kind === word) while (end < text.length && goesOn(text, end)) end++;
      ids[count] = vocabulary.idOf(sameToken(folded.slice(at, end)));
      starts[count] = offset + at;
      ends[count] = offset + end;
      inPieces[count] = piece;
      opens[count] = opening;
      opening = kind === mark && (code === 0x2e || code === 0x21 || code === 0x3f) ? 1 : 0;
      count++;
      at = end;
    }
  }
  return { count, ids, starts, ends, pieces: inPieces, opens };
}

const newline = 10;

const space = 0;
const word = 1;
const mark = 2;

/** A letter of a script that is written without spaces, or half an emoji: a token of its own. */
const single = 3;

const letters = /[\p{L}\p{N}\p{M}]/u;
const blanks = /\s/u;

/** What a character is by its code, worked out once for the codes up to U+FFFF. */
const kinds = new Uint8Array(0x10000).fill(255);

function kindOf(text: string, at: number, code: number): number {
  const known = kinds[code] ?? 255;
  if (known !== 255) return known;
  const character = text.charAt(at);
  let kind = mark;
  if (blanks.test(character)) kind = space;
  else if (isUnspaced(code)) kind = single;
  else if (letters.test(character)) kind = word;
  kinds[code] = kind;
  return kind;
}

function goesOn(text: string, at: number): boolean {
  return kindOf(text, at, text.charCodeAt(at)) === word;
}

/** Thai to Khmer, Chinese, Japanese: a run of letters there is a sentence. Surrogates: emoji and rare letters. */
function isUnspaced(code: number): boolean {
  return (
    (code >= 0x0e00 && code < 0x1000) ||
    (code >= 0x1780 && code < 0x1800) ||
    (code >= 0x2e80 && code < 0xa000) ||
    (code >= 0xd800 && code < 0xe000) ||
    (code >= 0xf900 && code < 0xfb00)
  );
}

const shapes: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
};

function sameToken(token: string): string {
  if (token.length === 1) return shapes[token] ?? token;
  for (let at = 0; at < token.length; at++) if (token.charCodeAt(at) > 0x7f) return token.normalize('NFC');
  return token;
}
