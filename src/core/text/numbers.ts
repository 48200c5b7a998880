import type { Json } from '../study/json.ts';

const fractions: Readonly<Record<string, number>> = { '¼': 0.25, '½': 0.5, '¾': 0.75 };

/**
 * The number that a text means: with a decimal comma or point, or a Dutch school mark (`6-` is 5.75, `7+` is 7.25, `7½`
 * is 7.5). One separator is a decimal one; of two kinds the last is, and the other groups thousands.
 *
 * @returns undefined when the text is no number
 */
export function parseNumber(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const parts = /^([-−]?)(\d[\d.,]*)?\s*([¼½¾])?\s*([-−–+])?$/u.exec(value.trim());
  if (!parts) return undefined;
  const [, sign, digits, fraction, mark] = parts;
  if (digits === undefined && fraction === undefined) return undefined;
  const plain = digits === undefined ? '0' : withDecimalPoint(digits);
  if (plain === undefined) return undefined;
  const size = Number(plain) + (fraction === undefined ? 0 : (fractions[fraction] ?? 0));
  const number = sign ? -size : size;
  if (mark === undefined) return number;
  return mark === '+' ? number + 0.25 : number - 0.25;
}

function withDecimalPoint(digits: string): string | undefined {
  if (/^\d+(?:[.,]\d+)?$/.test(digits)) return digits.replace(',', '.');
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return digits.replaceAll(',', '');
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  return undefined;
}
