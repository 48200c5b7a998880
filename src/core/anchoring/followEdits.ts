import { carried } from './carry.ts';
import { firstEndingFrom, placeAfter, type Step, stepsOf, takenOut } from './editSteps.ts';
import { byPlace, type LiveAnchors, type LiveQuotation } from './liveAnchors.ts';
import { pastedIn } from './pasted.ts';
import { marksIn, partOf, type Reason, type RemovedText, type Returned, returned } from './removedText.ts';
import type { TextEdit } from './textEdit.ts';

/** Text that a quotation gets back, and `block`: all text that came back with it. Offsets after the edits. */
interface Revival {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly block: { readonly start: number; readonly end: number };
}

/**
 * Carries quotations through one batch of edits, as an editor reports them.
 *
 * A quotation covers its surviving characters and what stands between the first and the last of them. Text inserted at
 * its boundary stays outside; text that replaces a part of the quotation and nothing else belongs to it. When none of
 * its characters survives it is lost, but what is taken out is remembered with its quotations: the same text put
 * back in the same place restores their ranges, boundaries included; put in another place it brings the quotations
 * that were lost with it.
 *
 * Time: O((q + r) log e) for q quotations, r remembered removals and e edits, and the length of what is inserted and
 * removed. Passing over all quotations costs some 50 µs for 5,000; a search for the first affected one would need an
 * index of ends, since quotations overlap.
 *
 * @param edits in any order, not overlapping, all offsets in `before`
 * @param before the text before the edits: UTF-16, LF
 * @param reason what the editor says of the batch; it makes undo and redo exact where the same words occur twice
 */
export function followEdits(
  live: LiveAnchors,
  edits: readonly TextEdit[],
  before: string,
  reason: Reason = 'edit',
): LiveAnchors {
  const steps = stepsOf(edits, before, live.removed, reason);
  if (steps.length === 0) return live;
  const batch = live.batch + 1;
  const quotations = live.quotations.map((quotation) => carried(quotation, steps));
  const removed = untouched(live.removed, steps);
  const revivals: Revival[] = [];
  const inserted: Step[] = [];
  for (const step of steps) {
    const gone = takenOut(step, step.landsAt, before, batch, reason);
    const ranges = gone ? returned(gone, step.text, reason, batch) : [];
    if (!gone || ranges.length === 0) {
      if (gone) removed.push(gone);
      inserted.push(step);
      continue;
    }
    const { revivals: back, rest } = putBack(gone, ranges, step);
    revivals.push(...back);
    removed.push(...rest);
  }
  const inPlace = revived(quotations, revivals);
  const all = revived(inPlace, pastes(inPlace, removed, inserted));
  return {
    quotations: all === live.quotations ? all : [...all].sort(byPlace),
    removed: withinBounds(removed.sort((a, b) => a.at - b.at)),
    batch,
  };
}

/** Splits removed text into what quotations get back of it and what stays removed, between and around that. */
function putBack(gone: RemovedText, ranges: readonly Returned[], { landsAt, text }: Step) {
  const block = { start: landsAt, end: landsAt + text.length };
  const revivals: Revival[] = [];
  const rest: RemovedText[] = [];
  let at = landsAt;
  let done = 0;
  for (const { from, to } of ranges) {
    if (done < from) rest.push(partOf(gone, at, done, from));
    for (const mark of marksIn(gone, from, to))
      revivals.push({ id: mark.id, start: at + mark.from, end: at + mark.to, block });
    at += to - from;
    done = to;
  }
  if (done < gone.text.length) rest.push(partOf(gone, at, done, gone.text.length));
  return { revivals, rest };
}

/** Removed text that no edit touches, where it now is; the rest is handed to the edit that touches it. */
function untouched(removed: readonly RemovedText[], steps: readonly Step[]): RemovedText[] {
  const rest: RemovedText[] = [];
  for (const gone of removed) {
    const step = steps[firstEndingFrom(steps, gone.at)];
    if (gone.at >= 0 && step && step.start <= gone.at) step.earlier.push(gone);
    else {
      const at = gone.at < 0 ? gone.at : placeAfter(steps, gone.at);
      rest.push(at === gone.at ? gone : { ...gone, at });
    }
  }
  return rest;
}

/** What lost quotations get back from text that was put in another place than where theirs was taken out. */
function pastes(
  quotations: readonly LiveQuotation[],
  removed: readonly RemovedText[],
  inserted: readonly Step[],
): readonly Revival[] {
  const lost = quotations.filter((quotation) => quotation.lost);
  const seen = new Set<string>();
  return inserted.flatMap(({ landsAt, text }) => {
    const block = { start: landsAt, end: landsAt + text.length };
    const found = pastedIn(lost, removed, text).filter(({ id }) => !seen.has(id));
    for (const { id } of found) seen.add(id);
    return found.map(({ id, from, to }) => ({ id, start: landsAt + from, end: landsAt + to, block }));
  });
}

/**
 * Gives quotations back what they get. One that is still in the text only gets what comes back right beside it or in
 * it: it may long have been pasted elsewhere, and does not reach from there to here.
 */
function revived(
  quotations: readonly LiveQuotation[],
  revivals: readonly Revival[],
): readonly LiveQuotation[] {
  if (revivals.length === 0) return quotations;
  const byId = new Map<string, Revival[]>();
  for (const revival of revivals) byId.set(revival.id, [...(byId.get(revival.id) ?? []), revival]);
  return quotations.map((quotation) => (byId.get(quotation.id) ?? []).reduce(withRevival, quotation));
}

function withRevival(quotation: LiveQuotation, { start, end, block }: Revival): LiveQuotation {
  const { id } = quotation;
  if (quotation.lost) return { id, start, end, lost: false };
  if (quotation.start > block.end || quotation.end < block.start) return quotation;
  return { id, start: Math.min(quotation.start, start), end: Math.max(quotation.end, end), lost: false };
}

/** Removed text beyond these bounds is forgotten, oldest first, so that a key press stays cheap in a long session. */
const mostRemovals = 2_000;
const mostCharacters = 2_000_000;

function withinBounds(removed: readonly RemovedText[]): readonly RemovedText[] {
  let length = 0;
  for (const { text } of removed) length += text.length;
  if (removed.length <= mostRemovals && length <= mostCharacters) return removed;
  const age = (gone: RemovedText) => Math.max(...gone.parts.map(({ batch }) => batch));
  const kept = new Set<RemovedText>();
  let room = mostCharacters / 2;
  for (const gone of [...removed].sort((a, b) => age(b) - age(a))) {
    if (kept.size >= mostRemovals / 2 || gone.text.length > room) break;
    kept.add(gone);
    room -= gone.text.length;
  }
  return removed.filter((gone) => gone.at < 0 || kept.has(gone));
}
