import type { Quotation, StudyDocument } from '../study/model.ts';
import { settingsOf } from '../study/settings.ts';
import { caseOf, documentName, typeOf } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import { speakerName, turnsOf } from '../text/turns.ts';
import { firstAtLeast } from './bisect.ts';
import { patternOf } from './pattern.ts';
import type { FieldTerm } from './query.ts';
import { noneOf, placedIn, type Selection } from './selection.ts';
import { QueryStopped } from './stopped.ts';
import { fold } from './vocabulary.ts';

/** The selection that a field makes in a document. */
export function fieldTest(study: Study, term: FieldTerm): (document: StudyDocument) => Selection {
  const wanted = fold(term.value);
  switch (term.field) {
    case 'case':
      return wholeDocuments((document) => fold(caseOf(document) ?? '') === wanted);
    case 'document':
      return wholeDocuments(({ path }) => fold(path) === wanted || fold(documentName(path)) === wanted);
    case 'type':
      return wholeDocuments((document) => fold(typeOf(document) ?? '') === wanted);
    case 'coder': {
      // A coder is known by the id in the name of the sidecar, and by the name in the settings.
      const named = (study.settings.coders ?? []).filter(({ name }) => fold(name) === wanted);
      const ids = new Set([wanted, ...named.map(({ id }) => fold(id))]);
      return eachQuotation(({ coder }) => ids.has(fold(coder)));
    }
    case 'star':
      return eachQuotation(({ star }) => (star === true) === (term.value === 'yes'));
    case 'text': {
      const holds = textTest(term);
      return eachQuotation(({ exact }) => holds(exact));
    }
    case 'comment': {
      const holds = textTest(term);
      return eachQuotation(({ comment }) => comment !== undefined && holds(comment));
    }
    case 'speaker':
      return (document) => eachQuotation(spokenBy(study, document, wanted))(document);
  }
}

function wholeDocuments(holds: (document: StudyDocument) => boolean): (document: StudyDocument) => Selection {
  return (document) => (holds(document) ? placedIn(document) : noneOf(document));
}

function eachQuotation(holds: (quotation: Quotation) => boolean): (document: StudyDocument) => Selection {
  return (document) => {
    const placed = placedIn(document);
    return Uint8Array.from(document.quotations, (quotation, index) =>
      placed[index] && holds(quotation) ? 1 : 0,
    );
  };
}

/** Whether a text holds the words, without regard to case, or a match of the pattern. */
function textTest({ value, pattern, at }: FieldTerm): (text: string) => boolean {
  if (pattern) {
    const compiled = patternOf(value, () => {
      throw new QueryStopped({ message: { key: 'query.patternStopped', values: {} }, at });
    });
    return 'pattern' in compiled ? compiled.pattern : () => false;
  }
  const literal = new RegExp(
    value
      .normalize('NFC')
      .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
      .replaceAll('\\-', '-'),
    'iu',
  );
  return (text) => literal.test(text.normalize('NFC'));
}

/** A quotation is of each speaker in whose turn some of it stands; a speaker has a label and perhaps a declared name. */
function spokenBy(
  study: Study,
  { transcript }: StudyDocument,
  wanted: string,
): (quotation: Quotation) => boolean {
  if (!transcript) return () => false;
  const turns = turnsOf(transcript, settingsOf(study.settings).interviewers);
  const labels = new Set(turns.map(({ speaker }) => speaker));
  const isMeant = (label: string | undefined) =>
    label !== undefined && (fold(label) === wanted || fold(speakerName(transcript, label)) === wanted);
  const meant = new Set([...labels].filter(isMeant));
  const starts = turns.map(({ start }) => start);
  return ({ start, end }) => {
    const first = Math.max(firstAtLeast(starts, start + 1) - 1, 0);
    const after = Math.max(firstAtLeast(starts, end), first + 1);
    return turns.slice(first, after).some(({ speaker }) => meant.has(speaker));
  };
}
