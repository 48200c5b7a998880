import { attributeNames, attributeOf, listOfTexts } from '../study/attributes.ts';
import { codesNamed } from '../study/codeNames.ts';
import { codeTreeOf } from '../study/codeTree.ts';
import type { TextRange } from '../study/problem.ts';
import { settingsOf } from '../study/settings.ts';
import type { Study } from '../study/study.ts';
import type { Field } from './query.ts';
import { savedQueries } from './saved.ts';
import { comparisons, type Token, tokensOf } from './tokens.ts';
import { valuesOfField } from './values.ts';
import {
  fieldOf,
  fields,
  fieldWords,
  fold,
  noWords,
  operatorOf,
  operators,
  operatorWords,
  yesWords,
} from './vocabulary.ts';

export interface Completion {
  readonly kind: 'code' | 'saved' | 'field' | 'attribute' | 'value' | 'operator' | 'comparison';
  /** The name as the user knows it. */
  readonly label: string;
  /** What to put into the query: with quotes where it needs them, and with what has to follow. */
  readonly text: string;
  /** Of a code, the names above it in the tree; of a saved query, its text. */
  readonly detail?: string;
}

export interface Completions {
  /** The part of the query that the completion takes the place of. */
  readonly replace: TextRange;
  /** What may stand here and holds what was typed so far; what begins with it comes first. */
  readonly items: readonly Completion[];
}

/** What may stand at a place in a query that need not be complete or right. Operator words are in the study's language. */
export function completions(study: Study, text: string, offset: number): Completions {
  const { tokens } = tokensOf(text.slice(0, offset));
  const last = tokens.at(-1);
  const isTyping = last && last.end === offset && (last.kind === 'word' || isOpenName(last, text));
  const before = isTyping ? tokens.slice(0, -1) : tokens;
  const typed = fold(isTyping ? last.value : '');
  const start = isTyping ? last.start : offset;
  // The rest of the word under the cursor goes with it, so that a name is not left with a tail.
  const tail = last?.kind === 'name' ? /^[^"]*"?/u : /^[^\s()":=<>!]*/u;
  const end = isTyping ? offset + (tail.exec(text.slice(offset))?.[0].length ?? 0) : offset;
  const items = possible(study, before).filter(({ label }) => fold(label).includes(typed));
  const begins = ({ label }: Completion) => (fold(label).startsWith(typed) ? 0 : 1);
  return { replace: { start, end }, items: items.toSorted((a, b) => begins(a) - begins(b)) };
}

/** Whether the cursor is inside a quoted name: it has no closing quote yet. */
function isOpenName({ kind, start, end }: Token, text: string): boolean {
  return kind === 'name' && (end - start < 2 || text[end - 1] !== '"');
}

function possible(study: Study, before: readonly Token[]): readonly Completion[] {
  const last = before.at(-1);
  const subject = before.at(-2);
  const afterOperand = subject !== undefined && isOperandEnd(before.slice(0, -1));
  if (last?.kind === 'colon') {
    const field = subject && fieldOf(subject.value);
    return field ? fieldValues(study, field) : [];
  }
  if (last?.kind === 'comparison') return afterOperand ? attributeItems(study, subject.value) : codes(study);
  if (last?.kind === 'word' && !isValue(before) && operatorOf(last.value) === 'near') return [];
  if (!isOperandEnd(before)) return operands(study);
  const isAttribute =
    last !== undefined &&
    !isValue(before) &&
    attributeNames(study).some((name) => fold(name) === fold(last.value));
  return [...(isAttribute ? comparisonItems : []), ...operatorItems(study)];
}

/** Whether an operand is complete behind these tokens, so that an operator has to follow. */
function isOperandEnd(before: readonly Token[]): boolean {
  const last = before.at(-1);
  if (!last) return false;
  if (last.kind === 'name' || last.kind === 'pattern' || last.kind === 'close') return true;
  if (last.kind !== 'word') return false;
  return isValue(before) || (!operatorOf(last.value) && !isNumberOfWords(before));
}

/** Whether the last token is the value of a field or comparison: then a word is no operator. */
function isValue(before: readonly Token[]): boolean {
  const kind = before.at(-2)?.kind;
  return kind === 'colon' || kind === 'comparison';
}

function isNumberOfWords(before: readonly Token[]): boolean {
  const near = before.at(-2);
  return near?.kind === 'word' && operatorOf(near.value) === 'near';
}

function operands(study: Study): readonly Completion[] {
  const { language } = settingsOf(study.settings);
  return [
    ...codes(study),
    ...saved(study),
    ...fields.map((field): Completion => {
      const label = `${fieldWords[field][language]}:`;
      return { kind: 'field', label, text: label };
    }),
    ...attributeNames(study).map(
      (name): Completion => ({ kind: 'attribute', label: name, text: written(name) }),
    ),
    operatorItem(operatorWords.not[language][0] ?? 'NOT'),
  ];
}

function codes(study: Study): readonly Completion[] {
  const tree = codeTreeOf(study.codebook);
  const times = new Map<string, number>();
  for (const { name } of tree.all) times.set(fold(name), (times.get(fold(name)) ?? 0) + 1);
  return tree.all.map(({ id, name }) => {
    const detail = tree
      .pathTo(id)
      .slice(0, -1)
      .map((code) => code.name)
      .join(' / ');
    // Of codes with the same name, only the id says which.
    const text = written(times.get(fold(name)) === 1 ? name : id);
    return { kind: 'code', label: name, text, ...(detail !== '' && { detail }) };
  });
}

/** Saved queries that a name means: where a code has the same name, it means that one. */
function saved({ settings, codebook }: Study): readonly Completion[] {
  return savedQueries(settings)
    .filter(({ name }) => codesNamed(codebook, name).length === 0)
    .map(({ name, text }) => ({ kind: 'saved', label: name, text: written(name), detail: text }));
}

function fieldValues(study: Study, field: Field): readonly Completion[] {
  const { language } = settingsOf(study.settings);
  const values = field === 'star' ? [yesWords[language], noWords[language]] : valuesOfField(study, field);
  return values.map(valueItem);
}

function attributeItems(study: Study, name: string): readonly Completion[] {
  const values = [...study.documents.values()].flatMap((document) =>
    listOfTexts(attributeOf(study, document, name)),
  );
  return [...new Set(values)].map(valueItem);
}

function valueItem(value: string): Completion {
  return { kind: 'value', label: value, text: written(value) };
}

const comparisonItems = comparisons.map(
  (sign): Completion => ({ kind: 'comparison', label: sign, text: sign }),
);

function operatorItems(study: Study): readonly Completion[] {
  const { language } = settingsOf(study.settings);
  return operators
    .filter((operator) => operator !== 'not')
    .map((operator) => operatorItem(operatorWords[operator][language][0] ?? operator));
}

function operatorItem(word: string): Completion {
  return { kind: 'operator', label: word, text: word };
}

/** A name as it has to stand in a query: in quotes when it would not be read as one word. */
export function written(name: string): string {
  const { tokens, error } = tokensOf(name);
  const [only] = tokens;
  const isOneWord = !error && tokens.length === 1 && only?.kind === 'word' && only.value === name;
  if (isOneWord && !operatorOf(name) && !name.startsWith('/')) return name;
  return `"${name.replace(/[\\"]/g, '\\$&')}"`;
}
