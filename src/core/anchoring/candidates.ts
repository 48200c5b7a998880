import { isPlaced } from '../study/counts.ts';
import type { Place, Quotation } from '../study/model.ts';
import type { TextRange } from '../study/problem.ts';
import { wordsAsCoded } from '../study/review.ts';
import { placeOf } from '../text/place.ts';
import { alikePassages, likenessTo } from './alikePassages.ts';
import { reanchorQuotations } from './reanchor.ts';

/** A place that a quotation in doubt could have. */
export interface Candidate {
  readonly place: Place;
  /** How much its words are those that were coded, 0–1. */
  readonly likeness: number;
}

/** So many places are worth a choice. */
const mostCandidates = 9;
/** Context in its old place counts for as much as half of the words. */
const worthOfContext = 0.5;

/**
 * Where a quotation that is in doubt or lost could be, best first: where its very words are, where the re-anchoring engine
 * would put it, and the passages that share most words with it. The place that it has now, or nearly that, is not among them.
 *
 * @param text the LF text to look in, of its document or of another
 */
export function candidatesFor(quotation: Quotation, text: string): readonly Candidate[] {
  const words = wordsAsCoded(quotation);
  if (words.trim() === '') return [];
  const likeness = likenessTo(words, text);
  const ranked = [
    ...exactPlaces(words, text),
    ...enginePlaces(quotation, text),
    ...alikePassages(words, text),
  ]
    .map(({ start, end }) => {
      const place = placeOf(text, start, end);
      const one: Candidate = { place, likeness: place.exact === words ? 1 : likeness(place.exact) };
      return { one, score: one.likeness + worthOfContext * sharedContext(quotation, place) };
    })
    .sort((a, b) => b.score - a.score || distance(quotation, a.one) - distance(quotation, b.one));
  const found: Candidate[] = [];
  for (const { one } of ranked) {
    if (
      (isPlaced(quotation) && isNearly(one.place, quotation)) ||
      found.some(({ place }) => overlapMostly(place, one.place))
    )
      continue;
    found.push(one);
    if (found.length === mostCandidates) break;
  }
  return found;
}

function exactPlaces(words: string, text: string): readonly TextRange[] {
  const found: TextRange[] = [];
  for (let at = text.indexOf(words); at >= 0 && found.length < 50; at = text.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length });
  return found;
}

function enginePlaces(quotation: Quotation, text: string): readonly TextRange[] {
  const { anchor: _, ...known } = quotation;
  const [outcome] = reanchorQuotations([{ ...known, exact: wordsAsCoded(quotation) }], text);
  if (!outcome || outcome.outcome === 'lost') return [];
  return outcome.outcome === 'review' ? [outcome.place, ...outcome.candidates] : [outcome.place];
}

/** How much of the context that is known of a quotation stands around a place, 0–1. */
function sharedContext({ prefix, suffix }: Quotation, place: Place): number {
  const known = prefix.length + suffix.length;
  if (known === 0) return 0;
  let left = 0;
  while (left < prefix.length && prefix.at(-1 - left) === place.prefix.at(-1 - left)) left++;
  let right = 0;
  while (right < suffix.length && suffix[right] === place.suffix[right]) right++;
  return (left + right) / known;
}

function distance({ start }: Quotation, { place }: Candidate): number {
  return Math.abs(place.start - start);
}

function isNearly(a: TextRange, b: TextRange): boolean {
  return overlap(a, b) > 0.8 * Math.max(a.end - a.start, b.end - b.start);
}

function overlapMostly(a: TextRange, b: TextRange): boolean {
  return overlap(a, b) > 0.5 * Math.min(a.end - a.start, b.end - b.start);
}

function overlap(a: TextRange, b: TextRange): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}
