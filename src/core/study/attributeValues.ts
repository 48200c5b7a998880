import { frontMatterOf } from '../text/frontMatter.ts';
import { parseNumber } from '../text/numbers.ts';
import { caseAttributeNames, listOfTexts } from './attributes.ts';
import { derived } from './derived.ts';
import type { StudyDocument } from './model.ts';
import { attributesOf, documentsByCase } from './sources.ts';
import type { Study } from './study.ts';

/** What the values of an attribute are, as far as those in use tell. */
export type AttributeKind = 'number' | 'date' | 'text';

/** What has attributes: a document by its path, or a case by its name. */
export type AttributeOwner =
  | { readonly kind: 'document'; readonly path: string }
  | { readonly kind: 'case'; readonly name: string };

/** Whether a value is of a kind; every value is a text. */
export function isOfKind(value: string, kind: AttributeKind): boolean {
  if (kind === 'number') return parseNumber(value) !== undefined;
  return kind === 'text' || /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/.test(value);
}

/** The kind of some values: numbers or dates where all are; without any, text. */
export function kindOf(values: readonly string[]): AttributeKind {
  if (values.length === 0) return 'text';
  const kinds: readonly AttributeKind[] = ['number', 'date'];
  return kinds.find((kind) => values.every((value) => isOfKind(value, kind))) ?? 'text';
}

/** The values that an attribute has now, of one document or case; none where it is not there or empty. */
export function valuesOf(study: Study, owner: AttributeOwner, name: string): readonly string[] {
  if (owner.kind === 'case') {
    const attributes = study.cases.cases.get(owner.name)?.attributes ?? {};
    return Object.hasOwn(attributes, name) ? listOfTexts(attributes[name]) : [];
  }
  const document = study.documents.get(owner.path);
  return document ? ownValues(document, name) : [];
}

function ownValues(document: StudyDocument, name: string): readonly string[] {
  const attributes = document.transcript ? frontMatterOf(document.transcript).attributes : {};
  return Object.hasOwn(attributes, name) ? listOfTexts(attributes[name]) : [];
}

/** The values of an attribute in use, each with how often it is, the most used first. */
export function valuesInUse(study: Study, name: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (values: readonly string[]) => {
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  };
  if (name === 'case') for (const one of documentsByCase(study).keys()) count([one]);
  for (const document of study.documents.values()) count(ownValues(document, name));
  for (const { attributes } of study.cases.cases.values())
    if (Object.hasOwn(attributes, name)) count(listOfTexts(attributes[name]));
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

/**
 * The attributes that can be given to a document or a case: those that others of its sort have, those used most first. The case
 * and the type of a document are among them; its speakers are not, as they are no single value.
 */
export function attributesFor(study: Study, kind: AttributeOwner['kind']): readonly string[] {
  if (kind === 'case') return caseAttributeNames(study.cases);
  return ['case', 'type', ...documentAttributeNames(study)];
}

/** The front matter keys of the documents, in the order in which they are first used, without `case`, `type` and `speakers`. */
export const documentAttributeNames = derived((study: Study): readonly string[] => {
  const names = new Set([...study.documents.values()].flatMap((one) => Object.keys(attributesOf(one))));
  names.delete('type');
  return [...names];
});

/** Whether a text can be the name of a new attribute: on one line, not a name that has a meaning of its own. */
export function isAttributeName(kind: AttributeOwner['kind'], name: string): boolean {
  const isTaken = kind === 'case' ? name === 'case' : name === 'speakers';
  return name.trim() === name && /^[^\s:#][^\n]{0,59}$/.test(name) && !isTaken;
}
