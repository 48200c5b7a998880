import { textAfter } from '../anchoring/followRange.ts';
import type { ContentEdit } from '../study/operation.ts';
import { sha256Hex } from '../text/digest.ts';
import { blocksOf, isAsGenerated } from './blocks.ts';

/**
 * Edits of a chapter with those that renew the digests of the generated blocks that they change, so that these do not count as
 * edited by hand. A block that was edited by hand before still does.
 *
 * @param text LF text
 * @param edits in order, not overlapping
 */
export function resealed(text: string, edits: readonly ContentEdit[]): readonly ContentEdit[] {
  const seals = blocksOf(text).blocks.flatMap((block): readonly ContentEdit[] => {
    const { content, closing, digest } = block;
    const inside = edits.filter(({ start, end }) => content.start <= start && end <= content.end);
    if (inside.length === 0 || digest === undefined || !isAsGenerated(text, block)) return [];
    const moved = inside.map((edit) => ({
      ...edit,
      start: edit.start - content.start,
      end: edit.end - content.start,
    }));
    const start = text.indexOf(digest, closing.start);
    const after = textAfter(text.slice(content.start, content.end), moved);
    return [{ start, end: start + digest.length, text: sha256Hex(after) }];
  });
  return seals.length === 0 ? edits : [...edits, ...seals].sort((a, b) => a.start - b.start);
}
