import uFuzzy from '@leeoniya/ufuzzy';
import { codeTreeOf } from './codeTree.ts';
import { derived } from './derived.ts';
import type { Code, Codebook } from './model.ts';

/** Words as they are, in every script. */
const search = new uFuzzy({
  intraMode: 0,
  unicode: true,
  interSplit: "[^\\p{L}\\p{N}']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
});

/** How many words of a search may come in any order; more would cost too much. */
const wordsInAnyOrder = 5;

interface Haystacks {
  readonly codes: readonly Code[];
  /** Per code: its name; its path; its path and what is said of it. A hit in an earlier one ranks higher. */
  readonly texts: readonly (readonly string[])[];
}

const haystacksOf = derived((codebook: Codebook): Haystacks => {
  const tree = codeTreeOf(codebook);
  const codes = tree.all;
  const paths = codes.map((code) =>
    tree
      .pathTo(code.id)
      .map(({ name }) => name)
      .join(' '),
  );
  const described = codes.map(
    (code, index) => `${paths[index]} ${code.definition ?? ''} ${code.include ?? ''}`,
  );
  return {
    codes,
    texts: [codes.map(({ name }) => folded(name)), paths.map(folded), described.map(folded)],
  };
});

/** Words in lower case without accents and punctuation, which is no part of a search: `-` and `"` ask for nothing special. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/’/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .toLowerCase()
    .trim();
}

/**
 * The codes that a search means, best first: all its words are in the name, else in the path, else in the definition, in
 * any order, without regard to case and accents. An empty search finds all, in tree order.
 */
export function searchCodes(codebook: Codebook, text: string): readonly Code[] {
  const { codes, texts } = haystacksOf(codebook);
  const needle = folded(text);
  if (text.trim() === '') return codes;
  const found = new Set<Code>();
  for (const haystack of texts) {
    const [indexes, info, order] = search.search([...haystack], needle, wordsInAnyOrder);
    const ranked = order && info ? order.map((place) => info.idx[place]) : (indexes ?? []);
    for (const index of ranked) {
      const code = index === undefined ? undefined : codes[index];
      if (code) found.add(code);
    }
  }
  return [...found];
}
