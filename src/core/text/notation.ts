export type Language = 'nl' | 'en';

/**
 * A number in a language, rounded half away from zero.
 *
 * @param decimals exactly so many; without it at most `most`, and no needless zeros
 */
export function formatNumber(value: number, language: Language, decimals?: number, most = 2): string {
  const rounded = roundTo(value, decimals ?? most);
  const text = decimals === undefined ? String(rounded) : rounded.toFixed(decimals);
  return language === 'nl' ? text.replace('.', ',') : text;
}

/** Rounds by the decimal notation, so that 1.005 becomes 1.01 although its binary value is a little less. */
function roundTo(value: number, decimals: number): number {
  const rounded = Number(`${Math.round(Number(`${Math.abs(value)}e${decimals}`))}e-${decimals}`);
  // Numbers that are themselves written with an exponent.
  if (Number.isNaN(rounded)) return Number(value.toFixed(decimals));
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** A number or date in the notation of a language; any other text, a school mark too, as it is. */
export function localised(text: string, language: Language): string {
  if (/^[-−]?\d+[.,]\d+$/.test(text)) return text.replace(/[.,]/, language === 'nl' ? ',' : '.');
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const month = date && months[language][Number(date[2]) - 1];
  return date && month ? `${Number(date[3])} ${month} ${date[1]}` : text;
}

export const months: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
};
