import { derived } from './derived.ts';
import type { Code, Codebook } from './model.ts';

/** The tree that the parents of the codes make. A code whose parent is unknown, or part of a cycle, stands at the top. */
export interface CodeTree {
  readonly roots: readonly Code[];
  childrenOf(id: string): readonly Code[];
  parentOf(id: string): Code | undefined;
  /** The code itself and all codes below it, parents before children. */
  withDescendants(id: string): readonly Code[];
  /** From the top of the tree to the code itself. */
  pathTo(id: string): readonly Code[];
  /** All codes, parents before children, siblings by name. */
  readonly all: readonly Code[];
}

/** The code tree of a codebook; siblings in alphabetical order. */
export const codeTreeOf = derived((codebook: Codebook): CodeTree => {
  const { codes } = codebook;
  const parents = new Map<string, Code>();
  for (const code of codes.values()) {
    const parent = code.parent === undefined ? undefined : codes.get(code.parent);
    if (parent && !isInCycle(codes, code)) parents.set(code.id, parent);
  }

  const children = new Map<string, Code[]>();
  const roots: Code[] = [];
  for (const code of [...codes.values()].sort(byName)) {
    const parent = parents.get(code.id);
    const siblings = parent ? children.get(parent.id) : roots;
    if (siblings) siblings.push(code);
    else if (parent) children.set(parent.id, [code]);
  }

  const childrenOf = (id: string): readonly Code[] => children.get(id) ?? [];
  const below = (code: Code): Code[] => [code, ...childrenOf(code.id).flatMap(below)];
  return {
    roots,
    childrenOf,
    parentOf: (id) => parents.get(id),
    withDescendants: (id) => {
      const code = codes.get(id);
      return code ? below(code) : [];
    },
    pathTo: (id) => {
      const path: Code[] = [];
      for (let code = codes.get(id); code; code = parents.get(code.id)) path.unshift(code);
      return path;
    },
    all: roots.flatMap(below),
  };
});

/** Deeper than any tree that people make; one that is made to exhaust the computer is cut off here. */
const mostLevels = 200;

/** Whether going up from a code comes back to it, or does not come to an end. */
export function isInCycle(codes: ReadonlyMap<string, Code>, code: Code): boolean {
  const above = new Set<string>();
  for (let at = code.parent; at !== undefined && !above.has(at); at = codes.get(at)?.parent) {
    if (at === code.id || above.size === mostLevels) return true;
    above.add(at);
  }
  return false;
}

/** An id and all that the records say is above it, also where that is a cycle or unknown. */
export function idsUpFrom(codes: ReadonlyMap<string, Code>, id: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !ids.has(at); at = codes.get(at)?.parent)
    ids.add(at);
  return ids;
}

/** The nearest code of a level on the way up from a code, itself included. */
export function ancestorAt(codebook: Codebook, id: string, level: Code['level']): Code | undefined {
  return codeTreeOf(codebook)
    .pathTo(id)
    .findLast((code) => code.level === level);
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

type Named = Pick<Code, 'id' | 'name'>;

/** Alphabetical, without regard to case and accents; the id decides between equals. The same on every machine. */
export function byName(a: Named, b: Named): number {
  return collator.compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
