import { comparableName } from './codebook/names.ts';
import { entriesInOrder, type History } from './history.ts';
import type { Study } from './study.ts';

/**
 * The codes that took the place of one that is gone, as the history tells: what it was merged into or split into, and so on
 * until codes that exist.
 *
 * @param code the id of the one that is gone
 */
export function survivorsOf({ codebook, history }: Study, code: string): readonly string[] {
  const survivors = new Set<string>();
  const seen = new Set<string>([code]);
  for (const gone of seen) {
    for (const into of successorsOf(history, gone)) {
      if (codebook.codes.has(into)) survivors.add(into);
      else seen.add(into);
    }
  }
  return [...survivors];
}

/** The codes that once had a name, or what took their place. */
export function codesOnceNamed(study: Study, name: string): readonly string[] {
  const wanted = comparableName(name);
  const found = new Set<string>();
  for (const { names, before } of entriesInOrder(study.history)) {
    for (const [id, said] of [...Object.entries(names ?? {}), ...Object.entries(before ?? {})]) {
      if (comparableName(said) !== wanted) continue;
      const ids = study.codebook.codes.has(id) ? [id] : survivorsOf(study, id);
      for (const one of ids) found.add(one);
    }
  }
  return [...found];
}

/** What a code went to last; a code made anew under an old id may have gone twice. */
function successorsOf(history: History, code: string): readonly string[] {
  const went = entriesInOrder(history).filter(
    ({ op, from }) => (op === 'merge' || op === 'split') && from?.includes(code),
  );
  return went.at(-1)?.into ?? [];
}
