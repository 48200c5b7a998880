import type { Author } from '../author.ts';
import { codeIdFor } from '../ids.ts';
import type { Code, Codebook, CodeSet } from '../model.ts';
import { type CodeSetChange, fieldsChanged, type Operation } from '../operation.ts';
import type { Study } from '../study.ts';
import { cleanName, comparableName } from './names.ts';
import { verbOperation } from './operation.ts';
import { type Refusal, refusal } from './refusal.ts';

/** Makes a set of codes. Refused when the name is empty or another set has it. */
export function createCodeSet(
  study: Study,
  name: string,
  codes: readonly Code[],
  author: Author,
  why?: string,
): Operation | Refusal {
  const { codebook } = study;
  const refused = refusedSetName(codebook, name);
  if (refused) return refused;
  const id = codeIdFor(name, (taken) => codebook.sets.has(taken));
  const set: CodeSet = { id, name: cleanName(name), codes: [...new Set(codes.map((code) => code.id))] };
  return verbOperation(
    study,
    {
      label: { key: 'done.newCodeSet', values: { set: set.name } },
      changes: [{ record: 'codeSet', id, before: null, after: set }],
      entry: { op: 'set', codes: set.codes, set: set.name, ...membersOf('after', set.codes, set.name) },
    },
    author,
    why,
  );
}

/** Renames a set of codes. Refused when the name is empty or another set has it. */
export function renameCodeSet(
  study: Study,
  set: CodeSet,
  name: string,
  author: Author,
  why?: string,
): Operation | Refusal {
  const refused = refusedSetName(study.codebook, name, set);
  if (refused) return refused;
  const clean = cleanName(name);
  return verbOperation(
    study,
    {
      label: { key: 'done.renameCodeSet', values: { set: clean } },
      changes: setChange(set, { name: clean }),
      entry: {
        op: 'set',
        codes: set.codes,
        set: clean,
        ...membersOf('before', set.codes, set.name),
        ...membersOf('after', set.codes, clean),
      },
    },
    author,
    why,
  );
}

/** Puts codes in a set; those that are in it stay where they are. */
export function addToCodeSet(
  study: Study,
  set: CodeSet,
  codes: readonly Code[],
  author: Author,
  why?: string,
): Operation {
  const added = codes.map(({ id }) => id).filter((id) => !set.codes.includes(id));
  return verbOperation(
    study,
    {
      label: { key: 'done.addToCodeSet', values: { count: added.length, set: set.name } },
      changes: setChange(set, { codes: [...set.codes, ...added] }),
      entry: { op: 'set', codes: added, set: set.name, ...membersOf('after', added, set.name) },
    },
    author,
    why,
  );
}

/** Takes codes out of a set; the codes stay in the codebook. */
export function removeFromCodeSet(
  study: Study,
  set: CodeSet,
  codes: readonly Code[],
  author: Author,
  why?: string,
): Operation {
  const removed = codes.map(({ id }) => id).filter((id) => set.codes.includes(id));
  return verbOperation(
    study,
    {
      label: { key: 'done.removeFromCodeSet', values: { count: removed.length, set: set.name } },
      changes: setChange(set, { codes: set.codes.filter((id) => !removed.includes(id)) }),
      entry: { op: 'set', codes: removed, set: set.name, ...membersOf('before', removed, set.name) },
    },
    author,
    why,
  );
}

/** Deletes a set; its codes stay in the codebook. */
export function deleteCodeSet(study: Study, set: CodeSet, author: Author, why?: string): Operation {
  return verbOperation(
    study,
    {
      label: { key: 'done.deleteCodeSet', values: { set: set.name } },
      changes: [{ record: 'codeSet', id: set.id, before: set, after: null }],
      entry: { op: 'set', codes: set.codes, set: set.name, ...membersOf('before', set.codes, set.name) },
    },
    author,
    why,
  );
}

function setChange(set: CodeSet, fields: Partial<Pick<CodeSet, 'name' | 'codes'>>): readonly CodeSetChange[] {
  const changed = fieldsChanged(set, fields);
  return changed ? [{ record: 'codeSet', id: set.id, ...changed }] : [];
}

/** Which codes were or are in a set, as the history tells it: a code with only a `before` was taken out. */
function membersOf<Side extends 'before' | 'after'>(side: Side, codes: readonly string[], name: string) {
  return codes.length > 0 && { [side]: Object.fromEntries(codes.map((code) => [code, name])) };
}

function refusedSetName({ sets }: Codebook, name: string, own?: CodeSet): Refusal | undefined {
  const wanted = comparableName(name);
  if (wanted === '') return refusal('codeSet.nameEmpty');
  const other = [...sets.values()].find((set) => set.id !== own?.id && comparableName(set.name) === wanted);
  return other && refusal('codeSet.nameTaken', { name: other.name });
}
