import { attributeOf, listOfTexts } from '../../study/attributes.ts';
import { derived } from '../../study/derived.ts';
import type { StudyDocument } from '../../study/model.ts';
import type { TextRange } from '../../study/problem.ts';
import { settingsOf } from '../../study/settings.ts';
import { caseOf, documentName, isRespondent } from '../../study/sources.ts';
import type { Study } from '../../study/study.ts';
import { declaredSpeakers } from '../../text/speakers.ts';
import { turnsOf } from '../../text/turns.ts';

/** A name that a reader knows interviews by. */
interface SourceName {
  /** What it is the name of: `document`, `case`, `speaker`, or an attribute. */
  readonly kind: string;
  /** Paths. */
  readonly documents: ReadonlySet<string>;
}

export interface SourceNames {
  /** By name in lower case. */
  readonly byName: ReadonlyMap<string, SourceName>;
  readonly pattern: RegExp | undefined;
}

/** A source that a chapter names. */
export interface NamedSource extends SourceName {
  readonly text: string;
  readonly range: TextRange;
}

/** Attributes that are names of whoever was interviewed, besides those in the quotation style. */
const naming =
  /^(?:organi[sz]ation|organisatie|company|bedrijf|name|naam|pseudonym|pseudoniem|respondent|participant|interviewee|deelnemer|ge[iï]nterviewde)$/i;

/** The names by which the documents of a study can be cited: their own, their case, who speaks in them, their organisation. */
export const sourceNamesOf = derived((study: Study): SourceNames => {
  const byName = new Map<string, { kind: string; documents: Set<string> }>();
  const keys = namingAttributes(study);
  for (const document of study.documents.values()) {
    const add = (kind: string, name: string | undefined) => {
      const shown = name?.normalize('NFC').trim().toLowerCase() ?? '';
      if (!isTelling(shown)) return;
      const known = byName.get(shown) ?? { kind, documents: new Set() };
      known.documents.add(document.path);
      byName.set(shown, known);
    };
    for (const key of keys) for (const name of listOfTexts(attributeOf(study, document, key))) add(key, name);
    add('case', caseOf(document));
    for (const name of speakersOf(study, document)) {
      add('speaker', name);
      add('surname', surnameIn(name));
    }
    const name = documentName(document.path);
    const spaced = name.replace(/^\d+[-_. ]+/, '').replace(/[-_]+/g, ' ');
    add('document', name);
    add('document', spaced);
    add('surname', surnameIn(spaced));
  }
  const names = [...byName.keys()].sort((a, b) => b.length - a.length).map(literal);
  const pattern =
    names.length === 0
      ? undefined
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return { byName, pattern };
});

/** A name of one or two letters is a label; "R3" says who. */
function isTelling(name: string): boolean {
  return name.length >= 3 || /^\p{L}\d+$/u.test(name);
}

function namingAttributes(study: Study): readonly string[] {
  const inStyle = [...settingsOf(study.settings).quoteStyle.matchAll(/\{([^{}\n]+)\}/g)].map(([, key = '']) =>
    key.trim(),
  );
  const own = ['text', 'case', 'document', 'speaker', 'line', 'timestamp', 'coder', 'codes'];
  const keys = new Set(inStyle.filter((key) => !own.includes(key)));
  for (const column of study.cases.columns) if (naming.test(column)) keys.add(column);
  for (const key of ['organisation', 'organization', 'organisatie', 'company', 'bedrijf', 'name', 'naam'])
    keys.add(key);
  for (const key of ['pseudonym', 'pseudoniem', 'respondent', 'participant', 'interviewee', 'deelnemer'])
    keys.add(key);
  return [...keys];
}

function speakersOf(study: Study, document: StudyDocument): readonly string[] {
  const { transcript } = document;
  if (!transcript) return [];
  const declared = declaredSpeakers(transcript);
  const labels = new Set(
    turnsOf(transcript, settingsOf(study.settings).interviewers).map(({ speaker }) => speaker),
  );
  return [...labels].flatMap((label) =>
    label === undefined || !isRespondent(study, document, label) ? [] : [label, declared.get(label) ?? label],
  );
}

/** The last of several words: people are cited by it. */
function surnameIn(name: string): string | undefined {
  const words = name.split(' ');
  const last = words.at(-1);
  return words.length > 1 && last !== undefined && last.length >= 4 ? last : undefined;
}

/** The sources that are named in a stretch of a chapter, in order. A name has a capital or a figure in it. */
export function sourcesNamedIn(names: SourceNames, text: string, range: TextRange): readonly NamedSource[] {
  if (!names.pattern) return [];
  const inside = text.slice(range.start, range.end);
  return [...inside.matchAll(names.pattern)].flatMap(({ 0: written, index }): readonly NamedSource[] => {
    const source = names.byName.get(written.normalize('NFC').toLowerCase());
    if (!source || !/[\p{Lu}\p{N}]/u.test(written)) return [];
    const start = range.start + index;
    return [{ ...source, text: written, range: { start, end: start + written.length } }];
  });
}

/** The name by which another document goes, of the kind that was used for this one; else the name of the document. */
export function nameLike(study: Study, { kind }: NamedSource, path: string): string {
  const document = study.documents.get(path);
  if (!document) return documentName(path);
  if (kind === 'case') return caseOf(document) ?? documentName(path);
  if (kind === 'document' || kind === 'surname' || kind === 'speaker')
    return (
      speakersOf(study, document).find((name) => kind === 'speaker' && isTelling(name)) ?? documentName(path)
    );
  return listOfTexts(attributeOf(study, document, kind))[0] ?? documentName(path);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');
}
