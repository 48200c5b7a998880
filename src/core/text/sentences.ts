import type { TextRange } from '../study/problem.ts';

/** What a full stop ends without ending the sentence, though a capital may follow: initials and abbreviations. */
const initial = /(?:^|[\s(.])(?!I$)\p{Lu}$/u;
const abbreviation =
  /(?:^|[\s(])(?:dr|drs|ds|prof|mr|mrs|ms|ir|ing|mw|mevr|dhr|bijv|resp|vs|nr|ca|o\.a|m\.n|i\.p\.v|e\.g|i\.e)$/i;

const sentenceEnd = /[.!?…؟۔]+["'”’»)\]*_]*\s+(?![\s\p{Ll}])|[。！？]+["'”’»)\]」』]*\s*/gu;

/**
 * The sentences of a paragraph, in order, without the white space between them. One goes on up to `. ! ? …` (quotation marks
 * and brackets after it included) before white space that no lower-case letter follows, initials and common abbreviations
 * aside.
 *
 * @param paragraph UTF-16 offsets in the text; without white space at its ends
 */
export function sentencesIn(text: string, paragraph: TextRange): readonly TextRange[] {
  const inside = text.slice(paragraph.start, paragraph.end);
  const sentences: TextRange[] = [];
  let start = paragraph.start;
  for (const { index, 0: mark } of inside.matchAll(sentenceEnd)) {
    const before = inside.slice(Math.max(index - 12, 0), index);
    if (/^\.\s/.test(mark) && (initial.test(before) || abbreviation.test(before))) continue;
    sentences.push({ start, end: paragraph.start + index + mark.trimEnd().length });
    start = paragraph.start + index + mark.length;
  }
  if (start < paragraph.end) sentences.push({ start, end: paragraph.end });
  return sentences;
}
