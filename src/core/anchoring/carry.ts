import { firstEndingFrom, placeAfter, type Step, shiftBefore } from './editSteps.ts';
import type { LiveQuotation } from './liveAnchors.ts';

/** The quotation after a batch of edits. What an edit takes from it is noted in that edit. */
export function carried(quotation: LiveQuotation, steps: readonly Step[]): LiveQuotation {
  const { id, start, end } = quotation;
  const first = firstEndingFrom(steps, start);
  const step = steps[first];
  if (quotation.lost) {
    const at = placeAfter(steps, start);
    return at === start ? quotation : { ...quotation, start: at, end: at };
  }
  if (!step || step.start > end) {
    const shift = shiftBefore(steps, first);
    return shift === 0 ? quotation : { id, start: start + shift, end: end + shift, lost: false };
  }
  if (takeFrom(quotation, steps, first) === end - start) {
    const at = placeAfter(steps, start);
    return { id, start: at, end: at, lost: true };
  }
  return { id, start: startAfter(quotation, steps, first), end: endAfter(quotation, steps), lost: false };
}

/** Notes what each step takes from a quotation, and returns how many characters that are. */
function takeFrom({ id, start, end }: LiveQuotation, steps: readonly Step[], first: number): number {
  let taken = 0;
  for (let index = first; index < steps.length; index++) {
    const step = steps[index];
    if (!step || step.start >= end) break;
    const from = Math.max(start, step.start);
    const to = Math.min(end, step.end);
    if (from >= to) continue;
    step.marks.push({ id, from, to });
    taken += to - from;
  }
  return taken;
}

/** Text that replaces a part of the quotation and nothing else is the quotation's; text merely beside it is not. */
function belongs(step: Step, { start, end }: LiveQuotation): boolean {
  const { whole } = step;
  return whole.start < whole.end && start <= whole.start && whole.end <= end;
}

function startAfter(quotation: LiveQuotation, steps: readonly Step[], first: number): number {
  let at = quotation.start;
  let index = first;
  for (let step = steps[index]; step && step.start <= at; step = steps[++index]) {
    if (belongs(step, quotation)) return step.landsAt;
    at = Math.max(at, step.end);
  }
  return at + shiftBefore(steps, index);
}

function endAfter(quotation: LiveQuotation, steps: readonly Step[]): number {
  let at = quotation.end;
  let index = firstEndingFrom(steps, at);
  if ((steps[index]?.start ?? Number.POSITIVE_INFINITY) > at) index--;
  for (let step = steps[index]; step && step.end >= at; step = steps[--index]) {
    if (belongs(step, quotation)) return step.landsAt + step.text.length;
    at = Math.min(at, step.start);
  }
  return at + shiftBefore(steps, index + 1);
}
