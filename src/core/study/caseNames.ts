import { derived } from './derived.ts';
import { documentsByCase } from './sources.ts';
import type { Study } from './study.ts';

/**
 * The names of cases that differ from the name of another only in capitals, accents, spaces and the like, each with that other
 * name: the one that cases.csv has, or else that more documents have, or that comes first.
 */
export const namedTwoWays = derived((study: Study): ReadonlyMap<string, string> => {
  const alike = new Map<string, string[]>();
  for (const name of documentsByCase(study).keys()) {
    const key = bare(name);
    if (key === '') continue;
    alike.set(key, [...(alike.get(key) ?? []), name]);
  }
  const weight = (name: string) =>
    (study.cases.cases.has(name) ? 1e9 : 0) + (documentsByCase(study).get(name)?.length ?? 0);
  const others = new Map<string, string>();
  for (const names of alike.values()) {
    const [best, ...rest] = [...names].sort((a, b) => weight(b) - weight(a));
    if (best !== undefined) for (const name of rest) others.set(name, best);
  }
  return others;
});

/** Letters and digits only, without accents and capitals. */
function bare(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
