import type { Author } from '../author.ts';
import type { Code } from '../model.ts';
import type { Operation } from '../operation.ts';
import { findQuotation } from '../quotations.ts';
import type { Study } from '../study.ts';
import { fieldChanges } from './changes.ts';
import { verbOperation } from './operation.ts';
import { type Refusal, refusal } from './refusal.ts';

/** What a code means. A field that is not here stays as it is; an empty one is taken away. */
export interface Definition {
  readonly definition?: string;
  readonly include?: string;
  readonly exclude?: string;
  /** The id of a quotation. */
  readonly example?: string;
}

/** Defines a code: what it means, what belongs to it and what does not, and an example. Refused for an example that is gone. */
export function defineCode(
  study: Study,
  code: Code,
  definition: Definition,
  author: Author,
  why?: string,
): Operation | Refusal {
  const set = Object.fromEntries(
    Object.entries(definition).map(([field, text]) => [field, text.trim() || undefined]),
  );
  const { example } = definition;
  if (example && example !== code.example && !findQuotation(study, example))
    return refusal('code.exampleGone', { code: code.name });
  return verbOperation(
    study,
    {
      label: { key: 'done.defineCode', values: { code: code.name } },
      changes: fieldChanges([code], set, author),
      entry: { op: 'define', codes: [code.id] },
    },
    author,
    why,
  );
}
