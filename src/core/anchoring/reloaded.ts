import type { Quotation } from '../study/model.ts';
import { followEdits } from './followEdits.ts';
import { byPlace, type LiveAnchors, type LiveQuotation } from './liveAnchors.ts';
import { reanchored } from './reanchored.ts';
import type { TextEdit } from './textEdit.ts';

/** The quotations of an open transcript after its file was read anew. */
interface Reloaded {
  readonly anchors: LiveAnchors;
  readonly quotations: readonly Quotation[];
}

/**
 * Finds quotations again after an editor has read its file anew: another program changed it, or the user reverts it. The
 * editor reports from where to where the texts differ, which nobody has edited like that. So it is as if the
 * transcript had been closed meanwhile, with the same outcomes; only what was taken out is remembered, so that undo works on.
 *
 * @param live the quotations before, by their places
 * @param quotations the same in full
 * @param edits what the editor reported, with offsets in `oldText`
 * @param now ISO 8601; since when a quotation is lost
 */
export function reloaded(
  live: LiveAnchors,
  quotations: readonly Quotation[],
  edits: readonly TextEdit[],
  oldText: string,
  newText: string,
  now: string,
): Reloaded {
  const after = followEdits(live, edits, oldText);
  const byId = new Map(after.quotations.map((quotation) => [quotation.id, quotation]));
  const found = reanchored(quotations, newText, oldText, now);
  const anchored = found.map(({ id, start, end, anchor }): LiveQuotation => {
    if (anchor?.state !== 'lost') return { id, start, end, lost: false };
    const at = byId.get(id)?.start ?? 0;
    return { id, start: at, end: at, lost: true };
  });
  return { anchors: { ...after, quotations: anchored.sort(byPlace) }, quotations: found };
}
