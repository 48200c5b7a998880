import type { Author } from '../author.ts';
import { codeSetChangesOnDelete } from '../codeSetChanges.ts';
import { deleteQuotations, updateChanges, withoutCodes } from '../coding.ts';
import type { Code, Quotation } from '../model.ts';
import type { Operation } from '../operation.ts';
import { quotationsWithCodes } from '../quotations.ts';
import { relationChangesOnDelete } from '../relationChanges.ts';
import type { Study } from '../study.ts';
import { summaryChangesOnDelete } from '../summaries.ts';
import { childrenUp, deletion } from './changes.ts';
import { listed } from './names.ts';
import { verbOperation } from './operation.ts';

/** What becomes of quotations that are left without a code: they stay in the transcript, or go too. */
export type Uncoded = 'stay' | 'go';

/**
 * Deletes codes with their codings. Children of a deleted code move up to its nearest ancestor that stays; to delete a
 * branch, delete all of its codes.
 */
export function deleteCodes(
  study: Study,
  codes: readonly Code[],
  uncoded: Uncoded,
  author: Author,
  why?: string,
): Operation {
  const { codebook } = study;
  const gone = new Set(codes.map(({ id }) => id));
  const quotations = quotationsWithCodes(study, [...gone]);
  const goes = (quotation: Quotation) => uncoded === 'go' && quotation.codes.every((code) => gone.has(code));
  const stay = quotations.filter((quotation) => !goes(quotation));
  const doomed = quotations.filter(goes);
  const withQuotations = deleteQuotations(study, doomed).changes.filter(
    ({ record, id }) => !(record === 'code' && gone.has(id)),
  );
  // A relation of a code with a quotation is no relation that can be made, but a file may hold one.
  const known = new Set(withQuotations.map(({ id }) => id));
  const relations = relationChangesOnDelete(study, 'code', gone).filter(({ id }) => !known.has(id));
  return verbOperation(
    study,
    {
      label: { key: 'done.deleteCodes', values: { names: listed(codes.map(({ name }) => name)) } },
      changes: [
        ...updateChanges(stay, author, (quotation) => withoutCodes(quotation, gone)),
        ...withQuotations,
        ...childrenUp(codebook, gone, gone, author),
        ...codeSetChangesOnDelete(study, gone),
        ...relations,
        ...summaryChangesOnDelete(study, gone),
        ...codes.map(deletion),
      ],
      entry: { op: 'delete', codes: [...gone], quotations: quotations.length },
    },
    author,
    why,
  );
}
