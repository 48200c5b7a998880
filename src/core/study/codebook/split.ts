import type { Author } from '../author.ts';
import { codeTreeOf } from '../codeTree.ts';
import { updateChanges } from '../coding.ts';
import type { Code } from '../model.ts';
import type { Operation } from '../operation.ts';
import { quotationsWithCodes } from '../quotations.ts';
import type { Study } from '../study.ts';
import { creation, fieldChanges } from './changes.ts';
import { type NewCode, newCodes } from './create.ts';
import { listed } from './names.ts';
import { verbOperation } from './operation.ts';
import { recoded } from './recoded.ts';
import { type Refusal, refusal } from './refusal.ts';

/** One of the parts that a code is split into. */
export interface Part {
  /** The id of a code, also of the split one itself; or a new code, which stands beside that one unless it says otherwise. */
  readonly into: string | NewCode;
  /** Ids of quotations of the code; a quotation may go to several parts. */
  readonly quotations: readonly string[];
}

/**
 * Splits a code: quotations that carry it carry other codes instead, or besides, with the same weight. Quotations in no part
 * stay as they are, and so does the code. Refused when a code that it is split into is gone, or a new one has no name of its own.
 *
 * @param keepCoding whether the quotations carry the old code still
 */
export function splitCode(
  study: Study,
  code: Code,
  { parts, keepCoding }: { readonly parts: readonly Part[]; readonly keepCoding: boolean },
  author: Author,
  why?: string,
): Operation | Refusal {
  const { codebook } = study;
  const missing = parts.find(({ into }) => typeof into === 'string' && !codebook.codes.has(into));
  if (typeof missing?.into === 'string') return refusal('code.gone', { code: missing.into });
  const beside = codeTreeOf(codebook).parentOf(code.id)?.id;
  const wanted = parts.flatMap(({ into }) =>
    typeof into === 'string'
      ? []
      : { level: code.level, ...(beside !== undefined && { parent: beside }), ...into },
  );
  const made = newCodes(codebook, wanted, author);
  if ('refused' in made) return made;

  const fresh = [...made];
  const targets = new Map<string, string[]>();
  const into = parts.map((part) => {
    const id = typeof part.into === 'string' ? part.into : (fresh.shift()?.id ?? code.id);
    for (const quotation of part.quotations) targets.set(quotation, [...(targets.get(quotation) ?? []), id]);
    return id;
  });

  const quotations = quotationsWithCodes(study, [code.id]);
  const codings = updateChanges(quotations, author, (quotation) => {
    const others = targets.get(quotation.id);
    if (!others) return {};
    return recoded(quotation, (id) => (id !== code.id ? [id] : keepCoding ? [id, ...others] : others));
  });
  const names = new Map(made.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? codebook.codes.get(id)?.name ?? id;
  return verbOperation(
    study,
    {
      label: {
        key: 'done.splitCode',
        values: { code: code.name, into: listed(into.map(nameOf)) },
      },
      changes: [...made.map(creation), ...codings, ...exampleAfter(code, targets, keepCoding, author)],
      entry: {
        op: 'split',
        from: [code.id],
        into: [...new Set(into)].filter((id) => id !== code.id),
        names: Object.fromEntries(names),
        quotations: codings.length,
      },
    },
    author,
    why,
  );
}

/** An example that the code no longer covers is not its example. */
function exampleAfter(
  code: Code,
  targets: ReadonlyMap<string, readonly string[]>,
  keepCoding: boolean,
  author: Author,
) {
  const others = code.example === undefined ? undefined : targets.get(code.example);
  if (!others || keepCoding || others.includes(code.id)) return [];
  return fieldChanges([code], { example: undefined }, author);
}
