/** A word of a text or name: UTF-16 offsets, and the form in which words are compared. */
export interface NameWord {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/**
 * The words of a text, by Unicode. An apostrophe, hyphen or underscore is not in a word, so that a name is found before
 * `'s`, in a compound and in emphasis. Keys are without case and composed, so that NFC and NFD are the same.
 */
export function nameWordsOf(text: string): readonly NameWord[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    key: word.normalize('NFC').toLowerCase(),
  }));
}

/** What stands between the words of a name, composed. */
export function gapsOf(text: string, words: readonly NameWord[]): readonly string[] {
  return words
    .slice(1)
    .map(({ start }, index) => text.slice(words[index]?.end ?? start, start).normalize('NFC'));
}

/** The Dutch genitive of a name. */
export function genitiveOf(name: string): string {
  if (/[szx]$/i.test(name)) return `${name}'`;
  return /[aiouy]$/i.test(name) ? `${name}'s` : `${name}s`;
}

/** A word cut down to its first letter, with the marks on it. */
export function initialOf(word: string): string {
  return /^.\p{M}*/u.exec(word)?.[0] ?? '';
}
