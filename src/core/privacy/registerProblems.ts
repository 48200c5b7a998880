import { type Problem, problem } from '../study/problem.ts';
import { findNames, nameMatcher } from './findNames.ts';
import { nameWordsOf } from './nameWords.ts';
import type { PseudonymRegister } from './register.ts';

/**
 * What is wrong with a register. What would leave a real name, or break a file, is an error; that two become one, which may be
 * meant, is a warning.
 */
export function problemsOfRegister({ pseudonyms }: PseudonymRegister, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (key: string, values: Record<string, string>, severity: Problem['severity'] = 'error') =>
    problems.push(problem(severity, path, key, values));
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
    if (!isPlain(pseudonym)) add('pseudonyms.signs', { pseudonym });
    const fictitious = sayable(pseudonym);
    const owner = owners.get(fictitious);
    if (owner !== undefined) add('pseudonyms.shared', { name: owner, other: name, pseudonym }, 'warning');
    else owners.set(fictitious, name);
    if ([name, ...variants].some((one) => sayable(one) === fictitious)) add('pseudonyms.equal', { name });
    else {
      const [real] = findNames(pseudonym, matcher);
      if (real) add('pseudonyms.isName', { pseudonym, name: real.record.name });
    }
  }
  return problems;
}

/** Whether a pseudonym means the same wherever it stands: in YAML, CSV, JSON, Markdown and the name of a file. */
function isPlain(pseudonym: string): boolean {
  const isWord = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} .&'’-]*[\p{L}\p{N}\p{M}.])?$/u.test(pseudonym);
  return isWord && !/^(?:true|false|null|[\p{N}. -]+)$/iu.test(pseudonym);
}

function sayable(text: string): string {
  return nameWordsOf(text)
    .map(({ key }) => key)
    .join(' ');
}
