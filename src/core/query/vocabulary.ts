import type { Field, Proximity } from './query.ts';

export type Language = 'en' | 'nl';

/** What a word between two operands, or before one, means. */
export type Operator = 'and' | 'or' | 'not' | Proximity;

/** The words of the query language. Both languages are always understood; the first word of each is what completion offers. */
export const operatorWords: Readonly<Record<Operator, Readonly<Record<Language, readonly string[]>>>> = {
  and: { en: ['AND'], nl: ['EN'] },
  or: { en: ['OR'], nl: ['OF'] },
  not: { en: ['NOT'], nl: ['NIET'] },
  within: { en: ['within'], nl: ['binnen'] },
  encloses: { en: ['encloses'], nl: ['omvat'] },
  overlaps: { en: ['overlaps'], nl: ['overlapt'] },
  follows: { en: ['follows'], nl: ['volgt-op', 'na'] },
  precedes: { en: ['precedes'], nl: ['voor'] },
  near: { en: ['near'], nl: ['nabij'] },
};

export const fieldWords: Readonly<Record<Field, Readonly<Record<Language, string>>>> = {
  case: { en: 'case', nl: 'casus' },
  document: { en: 'document', nl: 'document' },
  speaker: { en: 'speaker', nl: 'spreker' },
  coder: { en: 'coder', nl: 'codeur' },
  type: { en: 'type', nl: 'type' },
  text: { en: 'text', nl: 'tekst' },
  comment: { en: 'comment', nl: 'opmerking' },
  star: { en: 'star', nl: 'ster' },
};

export const operators = Object.keys(operatorWords) as readonly Operator[];
export const fields = Object.keys(fieldWords) as readonly Field[];

export const yesWords: Readonly<Record<Language, string>> = { en: 'yes', nl: 'ja' };
export const noWords: Readonly<Record<Language, string>> = { en: 'no', nl: 'nee' };

const operatorByWord = new Map(
  operators.flatMap((operator) =>
    Object.values(operatorWords[operator]).flatMap((words) =>
      words.map((word): [string, Operator] => [word.toLowerCase(), operator]),
    ),
  ),
);

const fieldByWord = new Map(
  fields.flatMap((field) => Object.values(fieldWords[field]).map((word): [string, Field] => [word, field])),
);

/** The operator that a word stands for, in either language, in any case. */
export function operatorOf(word: string): Operator | undefined {
  return operatorByWord.get(word.toLowerCase());
}

/** The field that a word before a colon stands for, in either language, in any case. */
export function fieldOf(word: string): Field | undefined {
  return fieldByWord.get(word.toLowerCase());
}

/** `yes` or `no` for those words in either language, and for `true` and `false`. */
export function yesOrNo(word: string): 'yes' | 'no' | undefined {
  const folded = word.toLowerCase();
  if (folded === 'true' || Object.values(yesWords).includes(folded)) return 'yes';
  if (folded === 'false' || Object.values(noWords).includes(folded)) return 'no';
  return undefined;
}

/** Names are equal without regard to case and to how accents are put together. */
export function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
