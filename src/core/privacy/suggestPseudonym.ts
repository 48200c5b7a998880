import { nameWordsOf } from './nameWords.ts';
import type { Pseudonym, PseudonymRegister } from './register.ts';

/** First names that say nothing of who somebody is, and are short to say. */
const firstNames = [
  ...['Sam', 'Robin', 'Kim', 'Noor', 'Floor', 'Jip', 'Bo', 'Sascha', 'Merel', 'Puck', 'Jules', 'Charlie'],
  ...['Dani', 'Nika', 'Quinn', 'Remy', 'Senna', 'Toni', 'Wybe', 'Yuri', 'Fenna', 'Guus', 'Hilke', 'Lou'],
];

const kinds = {
  nl: { person: 'Persoon', organisation: 'Organisatie', place: 'Plaats', case: 'Casus' },
  en: { person: 'Person', organisation: 'Organisation', place: 'Place', case: 'Case' },
} as const;

/**
 * A pseudonym that is neither in the register nor anybody's name in the study.
 *
 * @param words every word in the study, in small letters, see `wordsOfTexts`
 */
export function suggestPseudonym(
  kind: Pseudonym['kind'],
  { pseudonyms }: PseudonymRegister,
  language: 'nl' | 'en',
  words: ReadonlySet<string>,
): string {
  const known = new Set(
    pseudonyms.flatMap(({ name, pseudonym, variants = [] }) =>
      [name, pseudonym, ...variants].map((text) => text.toLowerCase()),
    ),
  );
  const isFree = (name: string) => !known.has(name.toLowerCase());
  const person =
    kind === 'person' && firstNames.find((name) => isFree(name) && !words.has(name.toLowerCase()));
  if (person) return person;
  for (let number = 0; ; number++) {
    const name = `${kinds[language][kind]} ${lettersOf(number)}`;
    if (isFree(name)) return name;
  }
}

/** Every word in some texts, in small letters. */
export function wordsOfTexts(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) for (const { key } of nameWordsOf(text)) words.add(key);
  return words;
}

/** A, B, … Z, AA, AB, … */
function lettersOf(number: number): string {
  const letter = String.fromCharCode(65 + (number % 26));
  return number < 26 ? letter : lettersOf(Math.floor(number / 26) - 1) + letter;
}
