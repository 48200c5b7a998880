import { pairedBySimilarity, pairedByWord } from './gap.ts';
import type { Trace } from './trace.ts';

/** A stretch of old tokens, first and last included. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** White space and a mark or two may come or go. */
const stillness = 4;

/**
 * Whether what was found may as well be a second copy of the quotation, which stood in the text all along while the
 * quotation itself was deleted. Words that came without those around them do not tell. But a copy must have stood in a
 * part of the old text that is not known; and where a passage came in, the text between the nearest known words has
 * grown by its length, while around a copy it has not.
 *
 * Places in the old and the new text are in UTF-16 units.
 *
 * @param start the first new token of the place, `end` the last
 */
export function mayBeCopy(trace: Trace, start: number, end: number): boolean {
  const stretch = looseStretch(trace);
  if (!stretch) return false;
  const { old, new: fresh, oldOf, newOf, oldLength = Number.POSITIVE_INFINITY, newLength } = trace.alignment;
  const before = anchorFrom(trace, stretch, Math.min(start, newOf[stretch.first] ?? start) - 1, -1);
  const behind = anchorFrom(trace, stretch, Math.max(end, newOf[stretch.last] ?? end) + 1, 1);
  const oldBefore = before < 0 ? -1 : (oldOf[before] ?? 0);
  const oldBehind = behind < fresh.count ? (oldOf[behind] ?? 0) : old.count;
  const from = old.starts[stretch.first] ?? 0;
  const to = old.ends[stretch.last] ?? 0;
  const left = oldBefore < 0 ? 0 : (old.ends[oldBefore] ?? 0);
  const right = oldBehind < old.count ? (old.starts[oldBehind] ?? 0) : oldLength;
  const newLeft = before < 0 ? 0 : (fresh.ends[before] ?? 0);
  const newRight = behind < fresh.count ? (fresh.starts[behind] ?? 0) : newLength;
  const size = to - from;
  const growth = newRight - newLeft - (right - left);
  if (oldBefore >= stretch.first || oldBehind <= stretch.last)
    return unknown(trace, oldBefore, oldBehind) >= size && !(growth > size / 2);

  // It is between the words that it was between. A copy of it is not where it was: text seems to have come on the one side
  // and gone on the other.
  if (Math.max(unknown(trace, oldBefore, stretch.first), unknown(trace, stretch.last, oldBehind)) < size)
    return false;
  const cameBefore = (fresh.starts[start] ?? 0) - newLeft - (from - left);
  const cameBehind = newRight - (fresh.ends[end] ?? 0) - (right - to);
  const isStill = Math.abs(cameBefore) < stillness || Math.abs(cameBehind) < stillness;
  return !isStill && !(cameBefore * cameBehind > 0) && !(growth > -size / 2);
}

/** So many words may be others, or mistyped, in a passage that came along. */
const mostMisses = 2;

/** The passage around a quotation that came along with it, if on neither side it reaches as far as the text is known. */
function looseStretch(trace: Trace): Stretch | undefined {
  const first = lastAlong(trace, trace.from, -1);
  const last = lastAlong(trace, trace.to - 1, 1);
  return first === undefined || last === undefined ? undefined : { first, last };
}

function lastAlong({ alignment, isFound }: Trace, edge: number, step: 1 | -1): number | undefined {
  const { old, newOf } = alignment;
  const distance = (newOf[edge] ?? 0) - edge;
  let last = edge;
  for (let token = edge + step; old.pieces[token] === old.pieces[edge]; token += step) {
    if (isFound(token, pairedBySimilarity) && (newOf[token] ?? 0) - token === distance) last = token;
    else if (Math.abs(token - last) > mostMisses) return last;
  }
  return undefined;
}

/** The nearest new token that surely is where it was: one of three in a row, in the order of the text. */
function anchorFrom({ alignment }: Trace, { first, last }: Stretch, at: number, step: 1 | -1): number {
  const { new: fresh, oldOf, grade, passage } = alignment;
  const isFirm = (token: number, owner: number) =>
    oldOf[token] === owner &&
    (owner < first || owner > last) &&
    grade[owner] === pairedByWord &&
    passage[owner] === 0;
  let token = at;
  for (; token >= 0 && token < fresh.count; token += step) {
    const owner = oldOf[token] ?? -1;
    if (owner >= 0 && [0, step, 2 * step].every((away) => isFirm(token + away, owner + away))) break;
  }
  return token;
}

/** How much of the old text between two tokens is not known: -1 is its start, the number of tokens its end. */
function unknown({ alignment }: Trace, from: number, to: number): number {
  const { old, oldLength = Number.POSITIVE_INFINITY } = alignment;
  let sum = 0;
  for (let token = from; token < to; token++) {
    if (token >= 0 && old.pieces[token] === old.pieces[token + 1]) continue;
    const end = token < 0 ? 0 : (old.ends[token] ?? 0);
    const start = token + 1 < old.count ? (old.starts[token + 1] ?? 0) : oldLength;
    sum += Math.max(0, start - end);
  }
  return sum;
}
