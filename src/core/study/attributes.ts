import { derived } from './derived.ts';
import type { Json } from './json.ts';
import type { AttributeValue, CaseTable, StudyDocument } from './model.ts';
import { attributesOf, caseOf } from './sources.ts';
import type { Study } from './study.ts';

/** The attributes of cases: the columns of cases.csv, and those that were given to a case since it was read. */
export const caseAttributeNames = derived(({ columns, cases }: CaseTable): readonly string[] => [
  ...new Set([...columns, ...[...cases.values()].flatMap(({ attributes }) => Object.keys(attributes))]),
]);

/** The attributes that a study knows: those of cases, then the front matter keys of its documents. */
export const attributeNames = derived((study: Study): readonly string[] => {
  const names = new Set(caseAttributeNames(study.cases));
  for (const document of study.documents.values()) {
    for (const name of Object.keys(attributesOf(document))) names.add(name);
  }
  return [...names];
});

/** An attribute of a document, or else of its case. */
export function attributeOf(study: Study, document: StudyDocument, name: string): AttributeValue | undefined {
  const own = attributesOf(document);
  if (Object.hasOwn(own, name)) return own[name];
  return caseAttribute(study, caseOf(document), name);
}

/** An attribute of a case as cases.csv has it. */
export function caseAttribute(study: Study, name: string | undefined, attribute: string): string | undefined {
  const attributes = name === undefined ? undefined : study.cases.cases.get(name)?.attributes;
  return attributes && Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
}

/** The items of an attribute as text: those of a list in front matter, those between ` | ` in cases.csv, or the one value. */
export function listOfTexts(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(listOfTexts);
  if (value === undefined || value === null || typeof value === 'object') return [];
  return String(value)
    .split(/\s+\|\s+/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
