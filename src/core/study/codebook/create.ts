import type { Author } from '../author.ts';
import { slotForNewCode } from '../colors.ts';
import { codeIdFor } from '../ids.ts';
import type { Code, Codebook, Level } from '../model.ts';
import type { CodeChange, HistoryChange, Operation } from '../operation.ts';
import { type NewEntry, recorded } from '../recorded.ts';
import type { Study } from '../study.ts';
import { creation } from './changes.ts';
import { cleanName, comparableName, listed, refusedName } from './names.ts';
import { verbOperation } from './operation.ts';
import { refusedColor } from './recolor.ts';
import { type Refusal, refusal } from './refusal.ts';

/** What a new code starts with. */
export interface NewCode {
  readonly name: string;
  readonly level?: Level;
  readonly parent?: string;
  readonly color?: string;
  readonly definition?: string;
}

/** Makes codes. Refused when one has no name of its own, no true colour, or a parent that is gone. */
export function createCodes(
  study: Study,
  wanted: readonly NewCode[],
  author: Author,
  why?: string,
): Operation | Refusal {
  const made = newCodes(study.codebook, wanted, author);
  if ('refused' in made) return made;
  const label = { key: 'done.newCode', values: { code: listed(made.map(({ name }) => name)) } };
  return verbOperation(
    study,
    { label, changes: made.map(creation), entry: creationEntry(made) },
    author,
    why,
  );
}

/** Codes of ids and names of their own, not yet in the codebook. */
export function newCodes(
  codebook: Codebook,
  wanted: readonly NewCode[],
  author: Author,
): readonly Code[] | Refusal {
  const made: Code[] = [];
  const codes = new Map(codebook.codes);
  for (const fields of wanted) {
    const refused =
      refusedName(codebook, fields.name) ??
      refusedColor(fields.color) ??
      refusedParent(codebook, fields.parent) ??
      refusedTwin(made, fields.name);
    if (refused) return refused;
    const { code } = newCode({ ...codebook, codes }, fields, author);
    codes.set(code.id, code);
    made.push(code);
  }
  return made;
}

/** A code of its own id, not yet in the codebook, with a change that puts it there. */
export function newCode(
  codebook: Codebook,
  fields: NewCode,
  author: Author,
): { code: Code; change: CodeChange } {
  const id = codeIdFor(fields.name, (taken) => codebook.codes.has(taken));
  // What stands under another code has its colour.
  const flows = fields.parent !== undefined || fields.color !== undefined;
  const code: Code = {
    ...fields,
    ...(!flows && { slot: slotForNewCode(codebook) }),
    id,
    name: cleanName(fields.name),
    level: fields.level ?? 'code',
    created: author.now,
  };
  return { code, change: creation(code) };
}

/** The line of history for codes that are made while coding; none for no codes. */
export function creationLines(
  study: Study,
  codes: readonly Code[],
  author: Author,
): readonly HistoryChange[] {
  if (codes.length === 0) return [];
  return [recorded(study.history, study.codebook, creationEntry(codes), author)];
}

/** The codes that an operation makes, as it makes them: to show them, or to code with them. */
export function codesMadeBy({ changes }: Operation): readonly Code[] {
  return changes.flatMap((change) =>
    change.record === 'code' && change.before === null && change.after !== null ? (change.after as Code) : [],
  );
}

function creationEntry(codes: readonly Code[]): NewEntry {
  const parents = new Set(codes.map(({ parent }) => parent));
  const [parent] = parents;
  return {
    op: 'create',
    codes: codes.map(({ id }) => id),
    ...(parents.size === 1 && parent !== undefined && { parent }),
    names: Object.fromEntries(codes.map(({ id, name }) => [id, name])),
  };
}

function refusedParent({ codes }: Codebook, parent: string | undefined): Refusal | undefined {
  return parent === undefined || codes.has(parent) ? undefined : refusal('code.gone', { code: parent });
}

/** Two new codes of one name: there is none yet to merge with. */
function refusedTwin(made: readonly Code[], name: string): Refusal | undefined {
  const wanted = comparableName(name);
  const twin = made.find((code) => comparableName(code.name) === wanted);
  return twin && refusal('code.nameTaken', { name: twin.name });
}
