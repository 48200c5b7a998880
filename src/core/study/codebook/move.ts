import type { Author } from '../author.ts';
import { idsUpFrom } from '../codeTree.ts';
import type { Code } from '../model.ts';
import type { Operation } from '../operation.ts';
import type { Study } from '../study.ts';
import { beforeAndAfter, fieldChanges, uppermost } from './changes.ts';
import { verbOperation } from './operation.ts';
import { type Refusal, refusal } from './refusal.ts';

/**
 * Moves codes under a parent, or to the top of the tree. Of codes that are moved together with one above them only the
 * upper one moves. Refused when the parent is one of them or below one.
 */
export function moveCodes(
  study: Study,
  codes: readonly Code[],
  parent: Code | undefined,
  author: Author,
  why?: string,
): Operation | Refusal {
  const { codebook } = study;
  // Not the path in the tree, which stops at a cycle: a move below it must not make it longer.
  const aboveParent = parent && idsUpFrom(codebook.codes, parent.id);
  const offender = codes.find((code) => aboveParent?.has(code.id));
  if (offender && parent) return refusal('code.moveIntoItself', { code: offender.name, parent: parent.name });
  const moved = uppermost(codebook, codes);
  const changes = fieldChanges(moved, { parent: parent?.id }, author);
  const count = moved.length;
  return verbOperation(
    study,
    {
      label: parent
        ? { key: 'done.moveCodes', values: { count, parent: parent.name } }
        : { key: 'done.moveCodesToTop', values: { count } },
      changes,
      entry: {
        op: 'move',
        codes: changes.map(({ id }) => id),
        ...(parent && { parent: parent.id }),
        ...beforeAndAfter(changes, 'parent'),
      },
    },
    author,
    why,
  );
}
