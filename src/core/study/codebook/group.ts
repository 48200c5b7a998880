import type { Author } from '../author.ts';
import { codeTreeOf } from '../codeTree.ts';
import type { Code, Codebook, Level } from '../model.ts';
import type { Operation } from '../operation.ts';
import type { Study } from '../study.ts';
import { creation, fieldChanges, uppermost } from './changes.ts';
import { newCodes } from './create.ts';
import { cleanName } from './names.ts';
import { verbOperation } from './operation.ts';
import { type Refusal, refusal } from './refusal.ts';

/**
 * Groups codes into a new theme, or themes into a new dimension. The new code stands where what is above all of them ends. Of
 * codes that are grouped together with one above them only the upper one moves. Refused when another code has the name.
 *
 * @param group the name of the theme or dimension; its level where that should not follow from the codes; its colour
 */
export function groupCodes(
  study: Study,
  codes: readonly Code[],
  group: { readonly name: string; readonly level?: Level; readonly color?: string },
  author: Author,
  why?: string,
): Operation | Refusal {
  const { codebook } = study;
  const members = uppermost(codebook, codes);
  if (members.length === 0) return refusal('code.nothingToGroup');
  const place = commonAncestor(codebook, members);
  const fields = { level: levelOfGroup(members), ...(place && { parent: place.id }), ...group };
  const made = newCodes(codebook, [fields], author);
  if ('refused' in made) return made;
  const parent = made[0]?.id;
  const name = cleanName(group.name);
  return verbOperation(
    study,
    {
      label: { key: 'done.groupCodes', values: { count: members.length, parent: name } },
      changes: [...made.map(creation), ...fieldChanges(members, { parent }, author)],
      entry: {
        op: 'group',
        codes: members.map(({ id }) => id),
        ...(parent !== undefined && { parent, names: { [parent]: name } }),
      },
    },
    author,
    why,
  );
}

/** One step up from the codes: a theme for codes, a dimension where a theme or dimension is among them. */
function levelOfGroup(codes: readonly Code[]): Level {
  return codes.every(({ level }) => level === 'code') ? 'theme' : 'dimension';
}

/** The nearest code that is above all of some codes. */
function commonAncestor(codebook: Codebook, codes: readonly Code[]): Code | undefined {
  const tree = codeTreeOf(codebook);
  const [first = [], ...others] = codes.map(({ id }) => tree.pathTo(id).slice(0, -1));
  return first.findLast((code) => others.every((path) => path.includes(code)));
}
