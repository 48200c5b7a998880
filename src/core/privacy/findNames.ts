import type { TextRange } from '../study/problem.ts';
import { gapsOf, initialOf, type NameWord, nameWordsOf } from './nameWords.ts';
import type { Pseudonym } from './register.ts';

/** How a name stands in a text. */
type NameForm = 'whole' | 'genitive' | 'initial' | 'initials';

/** A name in a text, in UTF-16 offsets; what follows it, such as `'s`, is not in the range. */
export interface FoundName extends TextRange {
  readonly record: Pseudonym;
  readonly form: NameForm;
}

interface Entry {
  readonly record: Pseudonym;
  readonly form: NameForm;
  readonly gaps: readonly string[];
}

interface Node {
  readonly next: Map<string, Node>;
  entry?: Entry;
}

/** Names put together to be found at once, in time that grows with the text and not with how many names there are. */
export interface NameMatcher {
  readonly root: Node;
}

/** Compiles the names of a register: each with its genitive, and of persons the forms with initials. */
export function nameMatcher(pseudonyms: readonly Pseudonym[]): NameMatcher {
  const root: Node = { next: new Map() };
  const names = pseudonyms.flatMap((record) =>
    [record.name, ...(record.variants ?? [])].map((name) => ({ record, name })),
  );
  // A name as it is written goes before what another name may become.
  for (const { record, name } of names) {
    const words = nameWordsOf(name);
    add(root, keysOf(words), { record, form: 'whole', gaps: gapsOf(name, words) });
  }
  for (const { record, name } of names) {
    const words = nameWordsOf(name);
    const keys = keysOf(words);
    const gaps = gapsOf(name, words);
    if (keys.length === 0) continue;
    const genitive = keys.with(-1, `${keys.at(-1)}s`);
    add(root, genitive, { record, form: 'genitive', gaps });
    if (record.kind !== 'person' || keys.length < 2) continue;
    const [first = '', ...rest] = keys;
    add(root, [initialOf(first), ...rest], { record, form: 'initial', gaps });
    const capitals = words.filter(({ start }) => /^\p{Lu}/u.test(name.slice(start)));
    const initials = keysOf(capitals).map(initialOf);
    if (initials.length > 1) add(root, initials, { record, form: 'initials', gaps: [] });
  }
  return { root };
}

/** The names in a text, in its order. Of those that overlap the longest is taken. */
export function findNames(text: string, { root }: NameMatcher): readonly FoundName[] {
  const words = nameWordsOf(text);
  const found: FoundName[] = [];
  words.forEach((first, from) => {
    let node = root.next.get(first.key);
    for (let at = from; node; at++) {
      const last = words[at];
      const run = words.slice(from, at + 1);
      if (last && node.entry && isWritten(text, run, node.entry)) {
        const { record, form } = node.entry;
        const end = form === 'initials' ? last.end + 1 : last.end;
        found.push({ start: first.start, end, record, form });
      }
      const next = words[at + 1];
      node = next && node.next.get(next.key);
    }
  });
  return withoutOverlaps(found);
}

function withoutOverlaps(found: readonly FoundName[]): readonly FoundName[] {
  const lengthOf = ({ start, end }: TextRange) => end - start;
  const kept: FoundName[] = [];
  // Names that overlap come from one run of words: only within it does the longest have to be sought.
  let run: FoundName[] = [];
  let reach = -1;
  const settle = () => {
    const longest = run.sort((a, b) => lengthOf(b) - lengthOf(a) || a.start - b.start);
    const taken: FoundName[] = [];
    for (const one of longest)
      if (taken.every(({ start, end }) => one.end <= start || end <= one.start)) taken.push(one);
    kept.push(...taken.sort((a, b) => a.start - b.start));
    run = [];
  };
  for (const one of found) {
    if (one.start >= reach) settle();
    run.push(one);
    reach = Math.max(reach, one.end);
  }
  settle();
  return kept;
}

/** Whether what stands between the words makes them one name: as in the register, white space with at most one line end, a hyphen. */
function isWritten(text: string, words: readonly NameWord[], { form, gaps }: Entry): boolean {
  const between = gapsOf(text, words);
  const last = words.at(-1);
  if (form === 'initials') {
    const written = words.every(({ start }) => /^\p{Lu}/u.test(text.slice(start, start + 2)));
    return written && between.every((gap) => /^\. ?$/.test(gap)) && text[last?.end ?? 0] === '.';
  }
  return between.every((gap, index) => {
    if (gap === gaps[index]) return true;
    if (gap.length > 40) return false;
    if (/^\.?[^\S\n]*$/.test(gap) && words[index]?.key.length === 1) return true;
    return /^[*_]*(?:[-‐‑]|[^\S\n]+|[^\S\n]*\n[^\S\n]*)[*_]*$/.test(gap);
  });
}

function add(root: Node, keys: readonly string[], entry: Entry): void {
  if (keys.length === 0) return;
  let node = root;
  for (const key of keys) {
    const next: Node = node.next.get(key) ?? { next: new Map() };
    node.next.set(key, next);
    node = next;
  }
  node.entry ??= entry;
}

function keysOf(words: readonly NameWord[]): readonly string[] {
  return words.map(({ key }) => key);
}
