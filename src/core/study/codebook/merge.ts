import type { Author } from '../author.ts';
import { codeSetChangesOnMerge } from '../codeSetChanges.ts';
import { codeTreeOf } from '../codeTree.ts';
import { updateChanges } from '../coding.ts';
import type { Code } from '../model.ts';
import type { Operation } from '../operation.ts';
import { quotationsWithCodes } from '../quotations.ts';
import { relationChangesOnMerge } from '../relationChanges.ts';
import type { Study } from '../study.ts';
import { summaryChangesOnMerge } from '../summaries.ts';
import { childrenIn, deletion, fieldChanges, parentChanges } from './changes.ts';
import { listed } from './names.ts';
import { verbOperation } from './operation.ts';
import { recoded } from './recoded.ts';
import { type Refusal, refusal } from './refusal.ts';

/**
 * Merges codes into one: their quotations carry that one instead, once each, with the highest weight; their children
 * become its children; what they mean, and what was summarised of them per case, is added to its own; relations and code sets
 * name it instead. Refused for a merge into one of them or below one.
 */
export function mergeCodes(
  study: Study,
  from: readonly Code[],
  into: Code,
  author: Author,
  why?: string,
): Operation | Refusal {
  const { codebook } = study;
  const pathInto = codeTreeOf(codebook).pathTo(into.id);
  const offender = from.find((code) => pathInto.some(({ id }) => id === code.id));
  if (offender) return refusal('code.mergeIntoItself', { code: offender.name, into: into.name });

  const gone = new Set(from.map(({ id }) => id));
  const codings = updateChanges(quotationsWithCodes(study, [...gone]), author, (quotation) =>
    recoded(quotation, (code) => [gone.has(code) ? into.id : code]),
  );
  const children = childrenIn(codebook, gone).filter(({ id }) => !gone.has(id));
  const changes = [
    ...codings,
    ...fieldChanges([into], joinedMeaning([into, ...from]), author),
    ...parentChanges(codebook, children, into.id, author),
    ...codeSetChangesOnMerge(study, gone, into.id),
    ...relationChangesOnMerge(study, gone, into.id),
    ...summaryChangesOnMerge(study, [...gone], into.id),
    ...from.map(deletion),
  ];
  return verbOperation(
    study,
    {
      label: {
        key: 'done.mergeCodes',
        values: { from: listed(from.map(({ name }) => name)), into: into.name },
      },
      changes,
      entry: { op: 'merge', from: [...gone], into: [into.id], quotations: codings.length },
    },
    author,
    why,
  );
}

/** What several codes mean together: each text once, and the first example. */
function joinedMeaning(codes: readonly Code[]) {
  const joined = (field: 'definition' | 'include' | 'exclude') => {
    const texts = new Set(codes.flatMap((code) => code[field] ?? []));
    return texts.size > 0 ? [...texts].join('\n') : undefined;
  };
  return {
    definition: joined('definition'),
    include: joined('include'),
    exclude: joined('exclude'),
    example: codes.find(({ example }) => example !== undefined)?.example,
  };
}
