import type { TextRange } from '../study/problem.ts';
import { frontMatterOf } from '../text/frontMatter.ts';
import type { Transcript } from '../text/transcript.ts';
import { findNames, nameMatcher } from './findNames.ts';
import type { Pseudonym, PseudonymRegister } from './register.ts';

/** Words with capitals that look like a name. */
export interface NameSuggestion {
  readonly name: string;
  readonly kind: Pseudonym['kind'];
  readonly count: number;
  /** Where it stands first. */
  readonly example: { readonly path: string; readonly range: TextRange };
}

interface Word extends TextRange {
  readonly text: string;
  readonly key: string;
  /** Whether a capital says nothing here: at the start of a sentence, a line or a heading. */
  readonly isFirst: boolean;
}

const particles = /^(?:van|de|den|der|ten|ter|het|'t|von|du|la|of|the|voor|en|and)$/i;

/** English names of days and months, languages' own word for oneself, and what transcripts are full of. */
const noNames: ReadonlySet<string> = new Set([
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'january', 'february'],
  ...['march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
  ...['english', 'dutch', "i'm", "i've", "i'll", "i'd", 'ok', 'oke', 'oké', 'okay'],
]);

/**
 * Words with capitals that look like names and are not in the register: never, or hardly ever, with a small letter, and at least
 * once where no sentence begins. Those that stand most often come first.
 *
 * @param passedOver names that are none, such as the labels of interviewers
 */
export function suggestNames(
  texts: ReadonlyMap<string, Transcript>,
  register: PseudonymRegister,
  passedOver: readonly string[] = [],
): readonly NameSuggestion[] {
  const words = new Map([...texts].map(([path, transcript]) => [path, wordsOf(transcript)]));
  const small = new Map<string, number>();
  const capital = new Map<string, number>();
  for (const list of words.values())
    for (const word of list) {
      const counts = isCapital(word) ? (word.isFirst ? undefined : capital) : small;
      counts?.set(word.key, (counts.get(word.key) ?? 0) + 1);
    }
  const isLike = (word: Word) =>
    isCapital(word) &&
    word.text.length > 1 &&
    !noNames.has(word.key) &&
    4 * (small.get(word.key) ?? 0) < (capital.get(word.key) ?? 0);

  const matcher = nameMatcher(register.pseudonyms);
  const known = new Set(
    [...passedOver, ...register.pseudonyms.map(({ pseudonym }) => pseudonym)].flatMap((name) => [
      name.toLowerCase(),
      ...name.toLowerCase().split(/\s+/),
    ]),
  );
  const found = new Map<string, NameSuggestion>();
  for (const [path, list] of words) {
    const { text } = texts.get(path) ?? { text: '' };
    for (const range of runsOf(list, text, isLike)) {
      const name = text.slice(range.start, range.end);
      const key = name.toLowerCase();
      if (known.has(key) || findNames(name, matcher).length > 0) continue;
      const before = found.get(key);
      if (before) found.set(key, { ...before, count: before.count + 1 });
      else found.set(key, { name, kind: kindOf(name), count: 1, example: { path, range } });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function wordsOf(transcript: Transcript): readonly Word[] {
  const { text } = transcript;
  const { end: bodyStart } = frontMatterOf(transcript);
  const isLabel = (end: number) => /^:?\**:/.test(text.slice(end, end + 4));
  return [
    ...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.&-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu),
  ].map(({ 0: word, index: start }) => {
    // The genitive is no part of a name.
    const name = word.replace(/['’]s$/, '');
    const end = start + name.length;
    const before = text.slice(Math.max(start - 12, 0), start);
    const isAfterSign = /(?:^|[.!?…:"“‘'([#>|\n-])[\s*_"“‘'([#>|-]*$/.test(before) || start === 0;
    const isFirst = isAfterSign && start >= bodyStart && !isLabel(end);
    return { text: name, key: name.toLowerCase(), start, end, isFirst };
  });
}

function isCapital({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text);
}

/** Words that look like names, with those right behind them, and the particles between two such words. */
function runsOf(words: readonly Word[], text: string, isLike: (word: Word) => boolean): readonly TextRange[] {
  const runs: TextRange[] = [];
  const isBeside = (one: Word | undefined, other: Word | undefined) =>
    one !== undefined && other !== undefined && text.slice(one.end, other.start) === ' ';
  for (let at = 0; at < words.length; at++) {
    const first = words[at];
    if (!first || !isLike(first)) continue;
    let last = at;
    for (let next = at + 1; next < words.length && next <= last + 4; next++) {
      const word = words[next];
      if (!word || !isBeside(words[next - 1], word)) break;
      if (isLike(word)) last = next;
      else if (!particles.test(word.text)) break;
    }
    runs.push({ start: first.start, end: words[last]?.end ?? first.end });
    at = last;
  }
  return runs;
}

function kindOf(name: string): Pseudonym['kind'] {
  const organisation =
    /\b(?:BV|NV|Inc|Ltd|Stichting|Vereniging|Gemeente|Foundation|Universit\p{L}+|Hogeschool|Ziekenhuis|Hospital|Bank)\b|\p{Ll}Co\b/u;
  return organisation.test(name) ? 'organisation' : 'person';
}
