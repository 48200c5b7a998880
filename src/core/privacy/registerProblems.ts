import { type Problem, problem } from '../study/problem.ts';
import { findNames, nameMatcher } from './findNames.ts';
import { nameWordsOf } from './nameWords.ts';
import type { PseudonymRegister } from './register.ts';

/** What in a register keeps it from being used: what would leave a real name, or make two people one. */
export function problemsOfRegister({ pseudonyms }: PseudonymRegister, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (key: string, values: Record<string, string>) =>
    problems.push(problem('error', path, key, values));
  const matcher = nameMatcher(pseudonyms);
  const names = new Set<string>();
  const owners = new Map<string, string>();
  for (const { name, pseudonym, variants = [] } of pseudonyms) {
    if ([name, pseudonym, ...variants].some((text) => sayable(text) === '')) {
      add('pseudonyms.empty', {});
      continue;
    }
    for (const one of [name, ...variants]) {
      if (names.has(sayable(one))) add('pseudonyms.twice', { name: one });
      names.add(sayable(one));
    }
    const fictitious = sayable(pseudonym);
    const owner = owners.get(fictitious);
    if (owner !== undefined) add('pseudonyms.shared', { name: owner, other: name, pseudonym });
    else owners.set(fictitious, name);
    if ([name, ...variants].some((one) => sayable(one) === fictitious)) add('pseudonyms.equal', { name });
    else {
      const [real] = findNames(pseudonym, matcher);
      if (real) add('pseudonyms.isName', { pseudonym, name: real.record.name });
    }
  }
  return problems;
}

function sayable(text: string): string {
  return nameWordsOf(text)
    .map(({ key }) => key)
    .join(' ');
}
