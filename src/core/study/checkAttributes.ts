import { attributeRange } from '../text/frontMatterEdit.ts';
import { parseNumber } from '../text/numbers.ts';
import { caseAttribute, caseAttributeNames, listOfTexts } from './attributes.ts';
import { documentAttributeNames, isOfKind } from './attributeValues.ts';
import type { StudyDocument } from './model.ts';
import { type Message, type Problem, problem, type TextRange } from './problem.ts';
import { attributesOf, caseOf, typeOf } from './sources.ts';
import type { Study } from './study.ts';

/** From so few others nothing is concluded. */
const fewest = 3;

/** One that has an attribute, or lacks it while its like have it. */
interface Holder {
  readonly values: readonly string[];
  readonly problem: (severity: Problem['severity'], key: string, values: Message['values']) => Problem;
}

/** What is missing or odd among the attributes of documents and cases, measured by what the others have. */
export function problemsOfAttributes(study: Study): readonly Problem[] {
  return [...ofDocuments(study), ...ofCases(study), ...neverInterviewed(study)];
}

function ofDocuments(study: Study): readonly Problem[] {
  const byType = new Map<string, StudyDocument[]>();
  for (const document of study.documents.values()) {
    if (!document.transcript) continue;
    const type = typeOf(document);
    byType.set(type, [...(byType.get(type) ?? []), document]);
  }
  return documentAttributeNames(study).flatMap((name) => {
    const holders = [...byType].map(([type, documents]) => ({
      type,
      all: documents.map((document): Holder & { readonly isGiven: boolean } => ({
        values: listOfTexts(attributesOf(document)[name]),
        isGiven: listOfTexts(caseAttribute(study, caseOf(document), name)).length > 0,
        problem: problemIn(document, name),
      })),
    }));
    return [
      ...holders.flatMap(({ type, all }) =>
        // What the case says holds for its documents.
        missing(all, ({ isGiven }) => isGiven, 'attributes.missing', { name, type }),
      ),
      ...odd(
        holders.flatMap(({ all }) => all),
        name,
        'warning',
      ),
    ];
  });
}

function ofCases({ cases: table }: Study): readonly Problem[] {
  return caseAttributeNames(table).flatMap((name) => {
    const holders = [...table.cases.values()].map(
      (one): Holder => ({
        values: Object.hasOwn(one.attributes, name) ? listOfTexts(one.attributes[name]) : [],
        problem: (severity, key, values) =>
          problem(severity, 'cases.csv', key, { ...values, case: one.name }),
      }),
    );
    return [
      ...missing(holders, () => false, 'attributes.missingInCase', { name }),
      // How many partners a case has is no mark: what stands out among such numbers may well be right.
      ...odd(holders, name, 'information'),
    ];
  });
}

function problemIn(document: StudyDocument, name: string): Holder['problem'] {
  return (severity, key, values) => {
    const { path, transcript } = document;
    const range = transcript && (attributeRange(transcript, name) ?? firstLine(transcript.text));
    return problem(severity, path, key, values, range);
  };
}

/** Where most have a value, and at least three do, those that have none. */
function missing<One extends Holder>(
  holders: readonly One[],
  isExcused: (holder: One) => boolean,
  key: string,
  values: Message['values'],
): readonly Problem[] {
  const given = holders.filter((one) => one.values.length > 0).length;
  if (given < fewest || given * 2 <= holders.length) return [];
  return holders
    .filter((one) => one.values.length === 0 && !isExcused(one))
    .map((one) => one.problem('information', key, { ...values, given, count: holders.length }));
}

/** A value of another sort than all others, or a mark outside 1–10 where all others are inside. */
function odd(holders: readonly Holder[], name: string, scale: Problem['severity']): readonly Problem[] {
  const all = holders.flatMap((holder) => holder.values.map((value) => ({ holder, value })));
  if (all.length <= fewest) return [];
  const isNumber = (value: string) => parseNumber(value) !== undefined;
  const isDate = (value: string) => isOfKind(value, 'date');
  const isInside = (value: string) => {
    const number = parseNumber(value);
    return number !== undefined && number >= 1 && number <= 10;
  };
  const alone = (is: (value: string) => boolean) => {
    const [first, second] = all.filter(({ value }) => !is(value));
    return second ? undefined : first;
  };
  const rules = [
    [isNumber, 'attributes.wordAmongNumbers', 'warning'],
    [isDate, 'attributes.noDate', 'warning'],
    [(value: string) => !isNumber(value), 'attributes.numberAmongWords', 'warning'],
    [isInside, 'attributes.outsideScale', scale],
  ] as const;
  for (const [is, key, severity] of rules) {
    const one = alone(is);
    if (one) return [one.holder.problem(severity, key, { name, value: one.value })];
    if (all.every(({ value }) => is(value)) && is !== isNumber) return [];
  }
  return [];
}

/**
 * What the sources of quotations name, such as an organisation, that is quoted though no interview is with it. Right for an annual
 * report; a slip where two names mean the same.
 */
function neverInterviewed(study: Study): readonly Problem[] {
  return sourceAttributes(study).flatMap((name) => {
    const documents = [...study.documents.values()];
    const named = (document: StudyDocument) => listOfTexts(attributesOf(document)[name]);
    const interviewed = new Set(documents.filter((one) => typeOf(one) === 'interview').flatMap(named));
    if (interviewed.size === 0) return [];
    return documents.flatMap((document) => {
      if (typeOf(document) === 'interview' || document.quotations.length === 0) return [];
      const unknown = named(document).filter((value) => !interviewed.has(value));
      const report = problemIn(document, name);
      return unknown.map((value) => report('information', 'attributes.neverInterviewed', { name, value }));
    });
  });
}

/** The attributes that the quotation style names the source of a quotation by. */
function sourceAttributes(study: Study): readonly string[] {
  const style = study.settings.quoteStyle ?? '';
  const names = [...style.matchAll(/\{([^{}\n]+)\}/g)].map(([, name = '']) => name.trim());
  const own = documentAttributeNames(study);
  return names.filter((name) => own.includes(name));
}

function firstLine(text: string): TextRange | undefined {
  const end = text.indexOf('\n');
  return end > 0 ? { start: 0, end } : undefined;
}
