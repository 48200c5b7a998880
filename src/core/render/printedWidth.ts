/** Widths of signs in a common print letter, in the width of an average small letter, which is half as wide as the letter is high. */
const widths: readonly (readonly [signs: RegExp, width: number])[] = [
  [/[ijlI.,:;'’‘|!()[\] ]/u, 0.55],
  [/[frt/\\"“”*-]/u, 0.75],
  [/[mwMW%@—…]/u, 1.6],
  [/\p{Lu}/u, 1.2],
  [/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}/u, 2],
  [/\p{M}/u, 0],
];

const known = new Map<string, number>();

/** How wide a text is on one line in print, in average small letters; bold print takes a little more. */
export function printedWidth(text: string): number {
  let width = 0;
  for (const sign of text) {
    const one = known.get(sign) ?? widths.find(([signs]) => signs.test(sign))?.[1] ?? 1;
    known.set(sign, one);
    width += one;
  }
  return width;
}
