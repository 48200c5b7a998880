import type { Author } from '../author.ts';
import { codeTreeOf, idsUpFrom } from '../codeTree.ts';
import type { Code, Codebook } from '../model.ts';
import { type CodeChange, fieldsChanged } from '../operation.ts';
import type { NewEntry } from '../recorded.ts';

/** Fields of a code to set; `undefined` takes one away. */
export type CodeFields = { readonly [Key in keyof Code]?: Code[Key] | undefined };

/** The changes that set the same fields of codes, each with the time of the change; none where nothing differs. */
export function fieldChanges(codes: readonly Code[], set: CodeFields, author: Author): readonly CodeChange[] {
  return codes.flatMap((code) => {
    const changed = fieldsChanged(code, set);
    if (!changed) return [];
    const modified = code.modified === undefined ? {} : { modified: code.modified };
    return [
      {
        record: 'code',
        id: code.id,
        before: { ...changed.before, ...modified },
        after: { ...changed.after, modified: author.now },
      },
    ];
  });
}

/** What a field of codes was and is, by code, as the history tells it; a side on which no code had it is not there. */
export function beforeAndAfter(
  changes: readonly CodeChange[],
  field: 'color' | 'level' | 'parent',
): Pick<NewEntry, 'before' | 'after'> {
  const side = (which: 'before' | 'after') => {
    const values = changes.flatMap((change): readonly [string, string][] => {
      const value = change[which]?.[field];
      return value === undefined ? [] : [[change.id, value]];
    });
    return values.length > 0 && { [which]: Object.fromEntries(values) };
  };
  return { ...side('before'), ...side('after') };
}

export function creation(code: Code): CodeChange {
  return { record: 'code', id: code.id, before: null, after: code };
}

export function deletion(code: Code): CodeChange {
  return { record: 'code', id: code.id, before: code, after: null };
}

/** The changes that put codes under another one, or at the top of the tree. */
export function parentChanges(
  codebook: Codebook,
  codes: readonly Code[],
  parent: string | undefined,
  author: Author,
): readonly CodeChange[] {
  // In a cycle of parents a code can be above the one that it comes under, or be that one; it then stands at the top.
  const above = parent === undefined ? new Set<string>() : idsUpFrom(codebook.codes, parent);
  return codes.flatMap((code) =>
    fieldChanges([code], { parent: above.has(code.id) ? undefined : parent }, author),
  );
}

/** The codes whose record names any of some codes as its parent, also where that makes a cycle. */
export function childrenIn(codebook: Codebook, parents: ReadonlySet<string>): readonly Code[] {
  return [...codebook.codes.values()].filter(({ parent }) => parent !== undefined && parents.has(parent));
}

/** The changes that put the children of codes that go, or are emptied, under the nearest code above that stays. */
export function childrenUp(
  codebook: Codebook,
  emptied: ReadonlySet<string>,
  gone: ReadonlySet<string>,
  author: Author,
): readonly CodeChange[] {
  const tree = codeTreeOf(codebook);
  return [...emptied].flatMap((id) => {
    const heir = tree.pathTo(id).findLast((code) => !emptied.has(code.id))?.id;
    const children = childrenIn(codebook, new Set([id])).filter((child) => !gone.has(child.id));
    return parentChanges(codebook, children, heir, author);
  });
}

/** Of some codes those that have none of the others above them. */
export function uppermost(codebook: Codebook, codes: readonly Code[]): readonly Code[] {
  const tree = codeTreeOf(codebook);
  const ids = new Set(codes.map(({ id }) => id));
  return codes.filter((code) => !tree.pathTo(code.id).some(({ id }) => id !== code.id && ids.has(id)));
}
