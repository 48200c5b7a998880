/** A caption that the researcher numbered, such as “Tabel 2: Overzicht”. */
export interface NumberedCaption {
  /** “Tabel”, “Table”, “Figuur” or “Figure”, as it is written. */
  readonly word: string;
  readonly number: string;
  /** What follows the number, with the sign before it. */
  readonly rest: string;
}

/** The parts of a numbered caption; undefined for one without a number. */
export function numberedCaption(caption: string): NumberedCaption | undefined {
  const [, word, number, rest] =
    /^\s*(tabel|table|figuur|figure)\s+(\d{1,4})(?![\d.]\d)(.*)$/isu.exec(caption) ?? [];
  return word === undefined || number === undefined ? undefined : { word, number, rest: rest ?? '' };
}

/** A caption for a document that numbers its tables by itself. */
export function withoutNumber(caption: string): string {
  const rest = numberedCaption(caption)?.rest.replace(/^\s*[.:–—-]?\s*/u, '');
  return rest === undefined || rest === '' ? caption : rest;
}

/** What a caption is referred to by: its words in lower case with hyphens, without its number. */
export function labelOf(caption: string): string {
  const words = withoutNumber(caption)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? ['table']).join('-').slice(0, 60).replace(/-$/, '');
}
