import type { Author } from '../author.ts';
import { isColor } from '../colors.ts';
import type { Code } from '../model.ts';
import type { Operation } from '../operation.ts';
import type { Study } from '../study.ts';
import { beforeAndAfter, fieldChanges } from './changes.ts';
import { listed } from './names.ts';
import { verbOperation } from './operation.ts';
import { type Refusal, refusal } from './refusal.ts';

/**
 * Gives codes a colour, or takes away their own, so that they have that of the code above them. Refused for what is no
 * colour.
 */
export function recolorCodes(
  study: Study,
  codes: readonly Code[],
  color: string | undefined,
  author: Author,
  why?: string,
): Operation | Refusal {
  const refused = refusedColor(color);
  if (refused) return refused;
  const changes = fieldChanges(codes, { color }, author);
  return verbOperation(
    study,
    {
      label: { key: 'done.recolorCodes', values: { codes: listed(codes.map(({ name }) => name)) } },
      changes,
      entry: { op: 'recolour', codes: changes.map(({ id }) => id), ...beforeAndAfter(changes, 'color') },
    },
    author,
    why,
  );
}

/** Refuses what is neither a slot of the palette nor `#rrggbb`. */
export function refusedColor(color: string | undefined): Refusal | undefined {
  return color === undefined || isColor(color) ? undefined : refusal('code.noColor', { color });
}
