import type { Author } from '../author.ts';
import type { Code } from '../model.ts';
import type { Operation } from '../operation.ts';
import type { Study } from '../study.ts';
import { fieldChanges } from './changes.ts';
import { cleanName, refusedName } from './names.ts';
import { verbOperation } from './operation.ts';
import type { Refusal } from './refusal.ts';

/** Renames a code; refused when the name is empty or another code has it, which the refusal names. */
export function renameCode(
  study: Study,
  code: Code,
  name: string,
  author: Author,
  why?: string,
): Operation | Refusal {
  const refused = refusedName(study.codebook, name, code);
  if (refused) return refused;
  const clean = cleanName(name);
  return verbOperation(
    study,
    {
      label: { key: 'done.renameCode', values: { name: clean } },
      changes: fieldChanges([code], { name: clean }, author),
      entry: {
        op: 'rename',
        codes: [code.id],
        before: { [code.id]: code.name },
        after: { [code.id]: clean },
      },
    },
    author,
    why,
  );
}
