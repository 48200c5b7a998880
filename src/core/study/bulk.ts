import type { Operation } from './operation.ts';

/** So many quotations changed or deleted at once are more than anybody looks through. */
const manyQuotations = 25;

/**
 * Whether an operation changes files in bulk, so that their last good versions are kept as a backup: codes merged or
 * deleted with their codings, a backup restored, or many quotations changed. What is new takes nothing away and does not count.
 */
export function isBulk({ label, changes }: Operation): boolean {
  if (label.key === 'done.restoreBackup') return true;
  const changed = changes.filter(({ record, before }) => record === 'quotation' && before !== null);
  const takesCodes = changes.some(({ record, after }) => record === 'code' && after === null);
  return (takesCodes && changed.length > 0) || changed.length >= manyQuotations;
}
