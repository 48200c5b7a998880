import { months } from './notation.ts';

/**
 * The day that a text means, as ISO 8601 writes it, so that days sort as text: `2019-03-04`, with or without a time, `2019-03`,
 * `2019`, `4-3-2019` as it is written in Dutch, `4 maart 2019`, `4 March 2019`. A date with slashes has no one meaning.
 *
 * @returns undefined when the text is no date
 */
export function dayOf(text: string): string | undefined {
  const written = text.trim().toLowerCase();
  const iso = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[t ]\d\d:.*)?$/.exec(written);
  if (iso) return iso[1];
  const parts = /^(\d{1,2})(?:-(\d{1,2})-| +(\p{L}+) +)(\d{4})$/u.exec(written);
  if (!parts) return undefined;
  const [, day = '', number, name, year] = parts;
  const month = number === undefined ? monthOf(name ?? '') : Number(number);
  if (month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** From 1; 0 for what is no month in either language. */
function monthOf(name: string): number {
  const isNamed = (month: string) => month.toLowerCase() === name;
  return Math.max(months.en.findIndex(isNamed), months.nl.findIndex(isNamed)) + 1;
}
