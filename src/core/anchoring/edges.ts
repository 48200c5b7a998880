import { pairedBySimilarity, pairedByWord } from './gap.ts';
import {
  evidenceOfToken,
  mostAway,
  mostDeleted,
  nextOutside,
  slack,
  supportAt,
  supportTokens,
} from './support.ts';
import { kindFigure, kindMark, paragraphOpens } from './tokens.ts';
import type { Trace } from './trace.ts';

/** Where a quotation starts or ends. */
export interface Edge {
  /** The first or last new token of the quotation. */
  readonly token: number;
  /** How sure it is, in bits: the evidence around it, see `supportAt`. */
  readonly support: number;
}

/** More words than these, gone from an edge with others in their place, are not a correction. */
const mostReplaced = 6;

/** So much more must speak for an edge of which the words are others now. */
const replacedEdge = 10;

/** Where all between a quotation and the next words outside is gone, it takes little to know these. */
const leastOuter = 12;

/**
 * The new token that a quotation starts with (`step` 1) or ends with (-1).
 *
 * Where its outermost words were not found, what stands in their place is the quotation's if the words outside were
 * found: a gap between the two says what became of what stood between. It is then as sure as the weaker of its two sides.
 *
 * @param found the outermost old token of the quotation that was found
 */
export function edgeOf(trace: Trace, found: number, step: 1 | -1): Edge {
  const { old, newOf, kind } = trace.alignment;
  const partner = (token: number) => newOf[token] ?? 0;
  const edge = step === 1 ? trace.from : trace.to - 1;
  if (isOtherParagraph(trace, edge, step)) return { token: partner(found), support: 0 };
  const jump = jumpBefore(trace, found, step);
  const inner = supportAt(trace, found) - jump;
  if (found === edge) {
    const isFirm =
      ownBits(trace, edge, step) >= leastOwn && !(jump >= mostSwapped && isLoose(trace, edge, step));
    return { token: partner(edge), support: isFirm ? inner : 0 };
  }
  const unsure = { token: partner(found), support: 0 };
  const outside = nextOutside(trace, edge, step);
  if (outside === undefined) return unsure;
  const outer = supportAt(trace, outside);
  const missing = (found - edge) * step;
  const between = (partner(found) - partner(outside)) * step - 1;

  // Another time is another turn.
  const mayBeReplaced =
    kind[old.ids[edge] ?? 0] !== kindFigure &&
    missing <= mostReplaced &&
    (edge - outside) * step <= mostAway &&
    isFree(trace, found, outside, step);
  const replaced = Math.min(inner, outer) - replacedEdge;
  // As many words between the two as there were: each that was replaced is where it was.
  if (mayBeReplaced && between === (found - outside) * step - 1)
    return { token: partner(outside) + (edge - outside), support: replaced };

  // Of repeated words one was deleted: what is left is the quotation's as much as the context's.
  let shared = 0;
  while (
    shared < missing &&
    old.ids[found - step * (shared + 1)] === old.ids[outside - step * shared] &&
    trace.isFound(outside - step * shared, pairedByWord) &&
    partner(outside - step * shared) === partner(found) - step * (shared + 1)
  )
    shared++;
  if (shared === missing) return { token: partner(found) - step * shared, support: inner };
  if (endsInRepeatedWord(trace, found, step) || endsInRepeatedWord(trace, outside, -step)) return unsure;
  if (between === 0 && trace.isFound(outside, pairedByWord) && outer >= leastOuter)
    return { token: partner(found), support: inner };
  if (mayBeReplaced && outside === edge - step && between > 0 && between <= 2 * missing + 2)
    return { token: partner(outside) + step, support: replaced };
  return unsure;
}

/** So much must be found of the few words that a quotation has of its first or last paragraph, or beside them, when not all of them are. */
const leastOfParagraph = 18;

/** More words than these are a paragraph that the rest of this file can judge. */
const fewWords = 16;

/**
 * Whether the few words that a quotation has of its first or last paragraph gave way to those of another, as when a turn was
 * deleted and the next one starts with the same marks.
 */
function isOtherParagraph(trace: Trace, edge: number, step: 1 | -1): boolean {
  const { from, to, alignment, isFound } = trace;
  const { old, newOf, kind } = alignment;
  let isReplaced = false;
  const distance = (newOf[edge] ?? -1) - edge;
  let found = 0;
  for (let away = 1; away <= supportTokens && newOf[edge] !== -1; away++) {
    const token = edge - step * away;
    if (isFound(token, pairedBySimilarity) && (newOf[token] ?? 0) - token === distance)
      found += evidenceOfToken(trace, token);
  }
  for (let token = edge; token >= from && token < to && Math.abs(token - edge) < fewWords; token += step) {
    if (step === 1 && token > from && old.opens[token] === paragraphOpens)
      return isReplaced && found < leastOfParagraph;
    if (isFound(token, pairedBySimilarity)) found += evidenceOfToken(trace, token);
    else if (kind[old.ids[token] ?? 0] !== kindMark && newOf[token] !== -1) isReplaced = true;
    if (step === -1 && token > from && old.opens[token] === paragraphOpens)
      return isReplaced && found < leastOfParagraph;
  }
  return false;
}

/** Whether what stands between the partners of two tokens has no partners but those between the two. */
function isFree({ alignment }: Trace, found: number, outside: number, step: 1 | -1): boolean {
  const { newOf, oldOf } = alignment;
  const end = newOf[found] ?? 0;
  for (let token = (newOf[outside] ?? 0) + step; token * step < end * step; token += step) {
    const owner = oldOf[token] ?? -1;
    if (owner >= 0 && (owner - outside) * (found - owner) <= 0) return false;
  }
  return true;
}

/** Whether a word at the edge could as well be the like of it that was deleted; of a full stop it does not matter. */
function endsInRepeatedWord({ alignment, doubts }: Trace, edge: number, step: number): boolean {
  const { old, kind } = alignment;
  for (let token = edge; doubts.isRepeated(token); token += step)
    if (kind[old.ids[token] ?? 0] !== kindMark) return true;
  return false;
}

/** So many words gone outside an edge, and as many new ones inside it, may be the same: one of two like words was taken. */
const mostSwapped = 3;

/** Whether words near an edge on its outer side were not found: "the second [round is" in "second [round. Then teh scond ruond is". */
function isLoose({ alignment, isFound }: Trace, edge: number, step: 1 | -1): boolean {
  const { old } = alignment;
  let missing = 0;
  for (let away = 1; away <= supportTokens; away++) {
    const token = edge - step * away;
    if (old.pieces[token] === old.pieces[edge] && !isFound(token, pairedBySimilarity)) missing++;
  }
  return missing >= mostSwapped;
}

/** So much must speak for an edge in the words right at it, inside up to the first that is another, and outside. */
const leastOwn = 18;

/** Evidence in the run of words around an edge that are as far from their partners, over one other word on either side. */
function ownBits(trace: Trace, edge: number, step: 1 | -1): number {
  const { newOf } = trace.alignment;
  const distance = (newOf[edge] ?? 0) - edge;
  const along = (direction: number, most: number) => {
    let sum = 0;
    let misses = 0;
    for (let away = 1; away <= most && misses < 2; away++) {
      const token = edge + direction * away;
      if (
        trace.isFound(token, pairedBySimilarity) &&
        Math.abs((newOf[token] ?? 0) - token - distance) <= slack
      )
        sum += evidenceOfToken(trace, token);
      else misses++;
    }
    return sum;
  };
  const inside = Math.min(supportTokens, trace.to - trace.from - 1);
  return evidenceOfToken(trace, edge) + along(step, inside) + along(-step, supportTokens);
}

const mostJump = 55;
const farJump = 10;

/**
 * How far the words at an edge have come away from the rest of the quotation, in tokens up to a bound: the farther, the
 * more must speak for them.
 */
function jumpBefore({ alignment, isFound }: Trace, edge: number, step: 1 | -1): number {
  const { newOf } = alignment;
  const distance = (newOf[edge] ?? 0) - edge;
  for (let inward = 1; inward <= mostDeleted; inward++) {
    const token = edge + step * inward;
    if (!isFound(token, pairedBySimilarity)) continue;
    const jump = Math.abs((newOf[token] ?? 0) - token - distance);
    if (jump > 0) return Math.min(jump + (jump >= mostSwapped ? farJump : 0), mostJump);
    if (inward > supportTokens) return 0;
  }
  return 0;
}
