import type { FoundName } from './findNames.ts';
import { gapsOf, genitiveOf, initialOf, nameWordsOf } from './nameWords.ts';

/** What takes the place of a name that was found: in the same form, case and spacing. */
export function fictitious(text: string, { start, end, record, form }: FoundName): string {
  const found = text.slice(start, end);
  const words = nameWordsOf(record.pseudonym).map((word) => record.pseudonym.slice(word.start, word.end));
  const [first = '', ...rest] = words;
  if (form === 'initials') return words.map((word) => `${initialOf(word).toUpperCase()}.`).join('');
  const name =
    form === 'initial' && rest.length > 0 ? [initialOf(first), ...rest].join(' ') : record.pseudonym;
  const cased = inCaseOf(found, record.name, spacedAs(found, name));
  return form === 'genitive' ? genitiveOf(cased) : cased;
}

/** The gaps of the text are kept word for word where they can be, and so are line ends and emphasis. */
function spacedAs(found: string, name: string): string {
  const there = nameWordsOf(found);
  const words = nameWordsOf(name);
  const gaps = gapsOf(found, there);
  if (there.length !== words.length || gaps.length === 0) return name + gaps.join('').replace(/[^*_]/g, '');
  const head = name.slice(0, words[0]?.start);
  const tail = name.slice(words.at(-1)?.end);
  return (
    head + words.map(({ start, end }, index) => name.slice(start, end) + (gaps[index] ?? '')).join('') + tail
  );
}

function inCaseOf(found: string, name: string, pseudonym: string): string {
  const [upper, lower] = [found.toUpperCase(), found.toLowerCase()];
  if (found === upper && found !== lower && found.length > 1 && name !== name.toUpperCase())
    return pseudonym.toUpperCase();
  if (found === lower && found !== upper && name !== name.toLowerCase()) return pseudonym.toLowerCase();
  return pseudonym;
}
