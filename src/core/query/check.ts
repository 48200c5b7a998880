import { attributeNames } from '../study/attributes.ts';
import { codesNamed } from '../study/codeNames.ts';
import type { Message, TextRange } from '../study/problem.ts';
import type { Study } from '../study/study.ts';
import { closest } from '../text/closest.ts';
import { codeTermsIn } from './codesInQuery.ts';
import type { CodeTerm, ParsedQuery, Query, QueryError } from './query.ts';
import { maximumNesting, parseIn, type SavedQuery, savedQueries, savedQueryNamed } from './saved.ts';
import { valuesOfField } from './values.ts';
import { fold } from './vocabulary.ts';

/** Parses a query and looks up its names in a study: what every place where a user writes a query calls. */
export function queryIn(study: Study, text: string): ParsedQuery {
  const parsed = parseIn(study.settings, text);
  if ('error' in parsed) return parsed;
  const [error] = checkQuery(study, parsed.query);
  return error ? { error } : parsed;
}

/** The names in a query that the study does not know, or that mean more than one code; with the closest names there are. */
export function checkQuery(study: Study, query: Query): readonly QueryError[] {
  return check({ study, inside: [], sound: new Map() }, query);
}

/** Where a check is. */
interface Checking {
  readonly study: Study;
  /** In which saved queries, from the outermost. */
  readonly inside: readonly string[];
  /** Which saved queries were found to be in order, and the length of the longest chain of them that each begins. */
  readonly sound: Map<string, number>;
}

function check(checking: Checking, query: Query): readonly QueryError[] {
  const { study } = checking;
  switch (query.kind) {
    case 'all':
    case 'any':
      return query.of.flatMap((part) => check(checking, part));
    case 'not':
      return check(checking, query.of);
    case 'proximity':
      return [...check(checking, query.left), ...check(checking, query.right)];
    case 'code':
      return checkCode(checking, query);
    case 'attribute':
      return checkName('query.unknownAttribute', query.name, attributeNames(study), query.at);
    case 'field': {
      if (!unknownIsError.has(query.field)) return [];
      const known = valuesOfField(study, query.field);
      return checkName('query.unknownValue', query.value, known, query.at, { field: query.field });
    }
  }
}

/** Fields with a closed list of values; a text or comment may hold anything. */
const unknownIsError: ReadonlySet<string> = new Set(['case', 'document', 'speaker', 'coder', 'type']);

function checkCode(checking: Checking, { name, at }: CodeTerm): readonly QueryError[] {
  const { codebook, settings } = checking.study;
  const found = codesNamed(codebook, name);
  const saved = savedQueryNamed(settings, name);
  if (found.length > 1) {
    const ids = found.map(({ id }) => id).join(', ');
    return [{ message: { key: 'query.ambiguousCode', values: { name, ids } }, at }];
  }
  // An id is nobody's slip of the pen: who writes one means the code.
  if (found.length === 1 && saved && found[0]?.id !== name) {
    return [{ message: { key: 'query.codeAndSaved', values: { name, id: found[0]?.id ?? '' } }, at }];
  }
  if (found.length === 1) return [];
  if (saved) return checkSaved(checking, saved, at);
  const names = [
    ...[...codebook.codes.values()].map((code) => code.name),
    ...savedQueries(settings).map((one) => one.name),
  ];
  return [unknown('query.unknownCode', name, names, at)];
}

/** What is wrong inside a saved query is told at its name: its own text is not in sight. */
function checkSaved(
  { study, inside, sound }: Checking,
  { name, text }: SavedQuery,
  at: TextRange,
): readonly QueryError[] {
  const wrong = (key: string, values: Message['values']) => [{ message: { key, values }, at }];
  if (inside.includes(name)) {
    return wrong('query.cycle', { names: [...inside.slice(inside.indexOf(name)), name].join(' → ') });
  }
  if (inside.length + (sound.get(name) ?? 1) > maximumNesting) {
    return wrong('query.savedTooDeep', { maximum: maximumNesting });
  }
  if (sound.has(name)) return [];
  const parsed = parseIn(study.settings, text);
  if ('error' in parsed) return wrong('query.savedWrong', { name });
  const [error] = check({ study, inside: [...inside, name], sound }, parsed.query);
  if (error) return ofChain.has(error.message.key) ? [{ ...error, at }] : wrong('query.savedWrong', { name });
  const used = codeTermsIn(parsed.query).map(
    (term) => savedQueryNamed(study.settings, term.name)?.name ?? '',
  );
  sound.set(name, 1 + Math.max(0, ...used.map((one) => sound.get(one) ?? 0)));
  return [];
}

/** What is wrong with several saved queries together, not with the text of one of them. */
const ofChain: ReadonlySet<string> = new Set(['query.cycle', 'query.savedTooDeep']);

function checkName(
  key: string,
  name: string,
  known: readonly string[],
  at: TextRange,
  values: Readonly<Record<string, string>> = {},
): readonly QueryError[] {
  const folded = fold(name.trim());
  return known.some((one) => fold(one.trim()) === folded) ? [] : [unknown(key, name, known, at, values)];
}

function unknown(
  key: string,
  name: string,
  known: readonly string[],
  at: TextRange,
  values: Readonly<Record<string, string>> = {},
): QueryError {
  const names = closest(name, new Set(known));
  return {
    message: { key, values: { ...values, name, names: names.join(', ') || '–' } },
    at,
    closest: names,
  };
}
