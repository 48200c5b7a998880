import { frontMatterOf } from '../text/frontMatter.ts';
import { speakerName } from '../text/turns.ts';
import { derived } from './derived.ts';
import type { Json } from './json.ts';
import type { AttributeValue, StudyDocument } from './model.ts';
import { settingsOf } from './settings.ts';
import type { Study } from './study.ts';

/** The attributes of a document: its front matter without `case` and `speakers`, which have a meaning of their own. */
export const attributesOf = derived((document: StudyDocument): Readonly<Record<string, AttributeValue>> => {
  const { case: _case, speakers: _speakers, ...attributes } = frontMatter(document);
  return attributes;
});

/** The name of the case that a document belongs to. */
export function caseOf(document: StudyDocument): string | undefined {
  return textOf(frontMatter(document).case);
}

/** What kind of source a document is, as its front matter says; an `interview` where it does not. */
export function typeOf(document: StudyDocument): string {
  return textOf(frontMatter(document).type) ?? 'interview';
}

/** The name of a document by its path: the file name without `.md`. */
export function documentName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/**
 * Whether a speaker is a respondent: whoever is not one of the study's interviewers, by label or by the name that the front
 * matter declares for it, without regard to case. Text that nobody is named for is a respondent's.
 *
 * @param label as in a turn
 */
export function isRespondent(study: Study, document: StudyDocument, label: string | undefined): boolean {
  if (label === undefined) return true;
  const name = document.transcript ? speakerName(document.transcript, label) : label;
  const said = [label.toLowerCase(), name.toLowerCase()];
  return !settingsOf(study.settings).interviewers.some((interviewer) =>
    said.includes(interviewer.toLowerCase()),
  );
}

/**
 * The documents of each case, in the order of their paths: first the cases of cases.csv in its order, those without documents
 * too, then the cases that only documents name. A document without a case is in none.
 */
export const documentsByCase = derived((study: Study): ReadonlyMap<string, readonly StudyDocument[]> => {
  const byCase = new Map<string, StudyDocument[]>();
  for (const name of study.cases.cases.keys()) byCase.set(name, []);
  for (const document of study.documents.values()) {
    const name = caseOf(document);
    if (name === undefined) continue;
    const documents = byCase.get(name);
    if (documents) documents.push(document);
    else byCase.set(name, [document]);
  }
  return byCase;
});

function frontMatter(document: StudyDocument): Readonly<Record<string, Json>> {
  return document.transcript ? frontMatterOf(document.transcript).attributes : {};
}

/** A value that names one thing; a list, an empty value and the like name none. */
function textOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}
