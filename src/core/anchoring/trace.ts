import { type Alignment, tokensIn } from './align.ts';
import type { Doubts } from './doubts.ts';
import { pairedBySimilarity } from './gap.ts';
import type { Anchored } from './patchwork.ts';
import { kindWord } from './tokens.ts';

/** The tokens of a quotation in the old text, and which of all old tokens were found in one passage with most of it. */
export interface Trace {
  readonly alignment: Alignment;
  readonly doubts: Doubts;
  readonly from: number;
  readonly to: number;
  /** The passage that holds most of the quotation: 0 in the order of the text, else one that moved. */
  readonly passage: number;
  /** Share of the quotation that is in that passage, by rarity; of its words with letters alone if that is less. */
  readonly kept: number;
  /** Other parts of it were found in other passages, and they are more than a trifle. */
  readonly scattered: boolean;
  /** Whether a token in the same piece of the old text was found in that passage, with a grade of at least `least`. */
  readonly isFound: (token: number, least: number) => boolean;
}

/** The tokens of a quotation: `[from, to)`. */
export type Extent = Pick<Trace, 'from' | 'to'>;

/** The tokens of a quotation in the piece of the patchwork that it is in. */
export function extentOf(alignment: Alignment, quotation: Anchored, piece: number): Extent {
  return tokensIn(alignment.old, piece, quotation.start, quotation.end);
}

/** Other passages hold more of a quotation than a turn of phrase: then it is scattered. */
const mostElsewhere = 20;

/** Traces a quotation; undefined when none of its words was found. */
export function traceOf(alignment: Alignment, doubts: Doubts, { from, to }: Extent): Trace | undefined {
  const { old, grade, passage, bits, kind } = alignment;
  const byPassage = new Map<number, number>();
  let all = 0;
  let letters = 0;
  let foundLetters = 0;
  for (let token = from; token < to; token++) {
    const id = old.ids[token] ?? 0;
    const worth = bits[id] ?? 0;
    const ofLetters = kind[id] === kindWord ? worth : 0;
    all += worth;
    letters += ofLetters;
    if ((grade[token] ?? 0) < pairedBySimilarity) continue;
    foundLetters += ofLetters;
    const part = passage[token] ?? 0;
    byPassage.set(part, (byPassage.get(part) ?? 0) + worth);
  }
  const [main] = [...byPassage].sort((a, b) => b[1] - a[1]);
  if (!main) return undefined;
  const found = [...byPassage.values()].reduce((sum, value) => sum + value, 0);
  const piece = old.pieces[from];
  return {
    alignment,
    doubts,
    from,
    to,
    passage: main[0],
    kept: Math.min(all === 0 ? 0 : main[1] / all, letters === 0 ? 1 : foundLetters / letters),
    scattered: found - main[1] > mostElsewhere,
    isFound: (token, least) =>
      old.pieces[token] === piece && (grade[token] ?? 0) >= least && passage[token] === main[0],
  };
}
