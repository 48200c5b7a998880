import uFuzzy from '@leeoniya/ufuzzy';
import { codeTreeOf } from './codeTree.ts';
import { derived } from './derived.ts';
import type { Code, Codebook } from './model.ts';

const search = new uFuzzy({ intraMode: 0 });

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
  const fold = (texts: readonly string[]) => uFuzzy.latinize([...texts]);
  return { codes, texts: [fold(codes.map(({ name }) => name)), fold(paths), fold(described)] };
});

/**
 * The codes that a search means, best first: all its words are in the name, else in the path, else in the definition, in
 * any order, without regard to case and accents. An empty search finds all, in tree order.
 */
export function searchCodes(codebook: Codebook, text: string): readonly Code[] {
  const { codes, texts } = haystacksOf(codebook);
  const needle = uFuzzy.latinize(text).trim();
  if (needle === '') return codes;
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
