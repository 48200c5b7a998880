import type { Author } from '../author.ts';
import { codeSetChangesOnDelete } from '../codeSetChanges.ts';
import { codeTreeOf } from '../codeTree.ts';
import type { Code } from '../model.ts';
import type { Operation } from '../operation.ts';
import { quotationsWithCodes } from '../quotations.ts';
import { relationChangesOnDelete } from '../relationChanges.ts';
import type { Study } from '../study.ts';
import { summaryChangesOnDelete } from '../summaries.ts';
import { childrenUp, deletion } from './changes.ts';
import { listed } from './names.ts';
import { verbOperation } from './operation.ts';
import { type Refusal, refusal } from './refusal.ts';

/**
 * Ungroups codes: what is under them goes up to the nearest code above that is not ungrouped too. One that is left empty goes,
 * unless quotations carry it. Refused when nothing is under any of them.
 */
export function ungroupCodes(
  study: Study,
  codes: readonly Code[],
  author: Author,
  why?: string,
): Operation | Refusal {
  const { codebook } = study;
  const tree = codeTreeOf(codebook);
  const groups = codes.filter(({ id }) => tree.childrenOf(id).length > 0);
  if (groups.length === 0)
    return refusal('code.nothingToUngroup', { codes: listed(codes.map(({ name }) => name)) });
  const emptied = new Set(groups.map(({ id }) => id));
  const goes = groups.filter(({ id }) => quotationsWithCodes(study, [id]).length === 0);
  const gone = new Set(goes.map(({ id }) => id));
  return verbOperation(
    study,
    {
      label: { key: 'done.ungroupCodes', values: { names: listed(groups.map(({ name }) => name)) } },
      changes: [
        ...childrenUp(codebook, emptied, gone, author),
        ...codeSetChangesOnDelete(study, gone),
        ...relationChangesOnDelete(study, 'code', gone),
        ...summaryChangesOnDelete(study, gone),
        ...goes.map(deletion),
      ],
      entry: { op: 'ungroup', codes: [...emptied] },
    },
    author,
    why,
  );
}
