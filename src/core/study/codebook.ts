import type { Author } from './author.ts';
import { codeTreeOf, idsUpFrom } from './codeTree.ts';
import { operation, updateChanges, withoutCodes } from './coding.ts';
import { codeIdFor } from './ids.ts';
import type { Code, Codebook, Level } from './model.ts';
import { type CodeChange, fieldsChanged, type Operation } from './operation.ts';
import type { Message } from './problem.ts';
import { quotationsWithCodes } from './quotations.ts';
import type { Study } from './study.ts';

/** Why an operation was not made; nothing is changed. */
export interface Refusal {
  readonly refused: Message;
}

export function isRefusal(result: Operation | Refusal): result is Refusal {
  return 'refused' in result;
}

/** What a new code starts with. */
export interface NewCode {
  readonly name: string;
  readonly level?: Level;
  readonly parent?: string;
  readonly color?: string;
  readonly definition?: string;
}

/** A code of its own id, not yet in the codebook, with a change that puts it there. */
export function newCode(
  codebook: Codebook,
  fields: NewCode,
  author: Author,
): { code: Code; change: CodeChange } {
  const id = codeIdFor(fields.name, (taken) => codebook.codes.has(taken));
  const code: Code = {
    ...fields,
    id,
    name: cleanName(fields.name),
    level: fields.level ?? 'code',
    created: author.now,
  };
  return { code, change: { record: 'code', id, before: null, after: code } };
}

/** The code of a name, without regard to case and white space around it; the same on every machine. */
export function codeNamed(codebook: Codebook, name: string): Code | undefined {
  const wanted = comparable(name);
  for (const code of codebook.codes.values()) if (comparable(code.name) === wanted) return code;
  return undefined;
}

/** A name as it is kept: on one line, single spaces. */
export function cleanName(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

function comparable(name: string): string {
  return cleanName(name).normalize('NFC').toLowerCase();
}

/** Sets fields of a code; `undefined` takes a field away. */
export function updateCode(
  code: Code,
  set: { readonly [Key in keyof Code]?: Code[Key] | undefined },
  author: Author,
): Operation {
  const changed = fieldsChanged(code, set);
  return operation(
    'done.updateCode',
    { code: code.name },
    changed ? [codeChange(code, changed.before, changed.after, author)] : [],
  );
}

/** Sets the same fields of several codes, in one step. */
export function updateCodes(
  codes: readonly Code[],
  set: { readonly [Key in keyof Code]?: Code[Key] | undefined },
  author: Author,
): Operation {
  const changes = codes.flatMap((code) => updateCode(code, set, author).changes);
  const [only] = codes;
  return codes.length === 1 && only
    ? operation('done.updateCode', { code: only.name }, changes)
    : operation('done.updateCodes', { count: codes.length }, changes);
}

/** Renames a code; refused when another has the name or the name is empty. */
export function renameCode(study: Study, code: Code, name: string, author: Author): Operation | Refusal {
  const clean = cleanName(name);
  if (clean === '') return { refused: { key: 'code.nameEmpty', values: {} } };
  const other = codeNamed(study.codebook, clean);
  if (other && other.id !== code.id)
    return { refused: { key: 'code.nameTaken', values: { name: other.name } } };
  return {
    ...updateCode(code, { name: clean }, author),
    label: { key: 'done.renameCode', values: { name: clean } },
  };
}

/**
 * Moves codes under a parent, or to the top of the tree. Of codes that are moved together with one above them only the
 * upper one moves. Refused when the parent is one of them or below one.
 */
export function moveCodes(
  study: Study,
  codes: readonly Code[],
  parent: Code | undefined,
  author: Author,
): Operation | Refusal {
  const tree = codeTreeOf(study.codebook);
  // Not the path in the tree, which stops at a cycle: a move below it must not make it longer.
  const aboveParent = parent && idsUpFrom(study.codebook.codes, parent.id);
  const offender = codes.find((code) => aboveParent?.has(code.id));
  if (offender && parent) {
    return { refused: { key: 'code.moveIntoItself', values: { code: offender.name, parent: parent.name } } };
  }
  const moved = new Set(codes.map(({ id }) => id));
  const tops = codes.filter(
    (code) => !tree.pathTo(code.id).some(({ id }) => id !== code.id && moved.has(id)),
  );
  const changes = tops.flatMap((code) => {
    const changed = fieldsChanged(code, { parent: parent?.id });
    return changed ? [codeChange(code, changed.before, changed.after, author)] : [];
  });
  return parent
    ? operation('done.moveCodes', { count: tops.length, parent: parent.name }, changes)
    : operation('done.moveCodesToTop', { count: tops.length }, changes);
}

/**
 * Merges codes into one: their quotations carry that one instead, once each, with the highest weight; their children
 * become its children; their definitions are added to its own. Refused for a merge into one of them or below one.
 */
export function mergeCodes(
  study: Study,
  from: readonly Code[],
  into: Code,
  author: Author,
): Operation | Refusal {
  const tree = codeTreeOf(study.codebook);
  const offender = from.find((code) => tree.pathTo(into.id).some(({ id }) => id === code.id));
  if (offender)
    return { refused: { key: 'code.mergeIntoItself', values: { code: offender.name, into: into.name } } };
  const gone = new Set(from.map(({ id }) => id));
  const quotations = quotationsWithCodes(study, [...gone]);
  const codings = updateChanges(quotations, author, (quotation) => {
    const codes = [...new Set(quotation.codes.map((code) => (gone.has(code) ? into.id : code)))];
    if (!quotation.weight) return { codes };
    const weight = new Map<string, number>();
    for (const [code, value] of Object.entries(quotation.weight)) {
      const kept = gone.has(code) ? into.id : code;
      weight.set(kept, Math.max(weight.get(kept) ?? 0, value));
    }
    return { codes, weight: Object.fromEntries(weight) };
  });
  const definitions = [into, ...from].flatMap(({ definition }) => definition ?? []);
  const described = fieldsChanged(into, {
    definition: definitions.length > 0 ? definitions.join('\n') : undefined,
  });
  return operation('done.mergeCodes', { from: from.map(({ name }) => name).join(', '), into: into.name }, [
    ...codings,
    ...(described ? [codeChange(into, described.before, described.after, author)] : []),
    ...orphansTo(study, gone, into.id, author),
    ...from.map(deletion),
  ]);
}

/**
 * Deletes codes with their codings; the quotations stay. Children of a deleted code move up to its nearest ancestor that
 * stays.
 */
export function deleteCodes(study: Study, codes: readonly Code[], author: Author): Operation {
  const gone = new Set(codes.map(({ id }) => id));
  const codings = updateChanges(quotationsWithCodes(study, [...gone]), author, (quotation) =>
    withoutCodes(quotation, gone),
  );
  const tree = codeTreeOf(study.codebook);
  const rehomed = codes.flatMap((code) => {
    const heir = tree.pathTo(code.id).findLast(({ id }) => !gone.has(id))?.id;
    return orphansTo(study, new Set([code.id]), heir, author, gone);
  });
  return operation('done.deleteCodes', { names: codes.map(({ name }) => name).join(', ') }, [
    ...codings,
    ...rehomed,
    ...codes.map(deletion),
  ]);
}

/** The changes that put the children of codes that go under another code, or at the top. */
function orphansTo(
  study: Study,
  gone: ReadonlySet<string>,
  heir: string | undefined,
  author: Author,
  alsoGone: ReadonlySet<string> = gone,
): readonly CodeChange[] {
  const { codes } = study.codebook;
  // In a cycle of parents an orphan can be above its heir, or be the heir itself; it then stands at the top.
  const aboveHeir = heir === undefined ? new Set<string>() : idsUpFrom(codes, heir);
  return [...codes.values()].flatMap((code) => {
    if (code.parent === undefined || !gone.has(code.parent) || alsoGone.has(code.id)) return [];
    const changed = fieldsChanged(code, { parent: aboveHeir.has(code.id) ? undefined : heir });
    return changed ? [codeChange(code, changed.before, changed.after, author)] : [];
  });
}

function codeChange(code: Code, before: Partial<Code>, after: Partial<Code>, author: Author): CodeChange {
  const modified = code.modified === undefined ? {} : { modified: code.modified };
  return {
    record: 'code',
    id: code.id,
    before: { ...before, ...modified },
    after: { ...after, modified: author.now },
  };
}

function deletion(code: Code): CodeChange {
  return { record: 'code', id: code.id, before: code, after: null };
}
