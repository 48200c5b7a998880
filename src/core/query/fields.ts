import { derived } from '../study/derived.ts';
import type { Quotation, StudyDocument } from '../study/model.ts';
import { caseOf, documentName, typeOf } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import { speakerName, turnsOf } from '../text/turns.ts';
import { firstAtLeast } from './bisect.ts';
import { patternOf } from './pattern.ts';
import type { FieldTerm } from './query.ts';
import { noneOf, placedIn, type Selection } from './selection.ts';
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
      return (document) => spokenBy(document, wanted);
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
function textTest({ value, pattern }: FieldTerm): (text: string) => boolean {
  if (pattern) {
    const compiled = patternOf(value);
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

interface Speech {
  /** Where each turn starts; they tile the text. */
  readonly starts: readonly number[];
  /** Of each turn, the label and the declared name of who speaks. */
  readonly speakers: readonly (readonly string[])[];
}

const speechOf = derived((document: StudyDocument): Speech => {
  const { transcript } = document;
  const turns = transcript ? turnsOf(transcript) : [];
  return {
    starts: turns.map(({ start }) => start),
    speakers: turns.map(({ speaker }) =>
      transcript && speaker !== undefined ? [fold(speaker), fold(speakerName(transcript, speaker))] : [],
    ),
  };
});

/** A quotation is of each speaker in whose turn some of it stands. */
function spokenBy(document: StudyDocument, wanted: string): Selection {
  const { starts, speakers } = speechOf(document);
  const isSpeaker = speakers.map((names) => names.includes(wanted));
  return eachQuotation(({ start, end }) => {
    const first = Math.max(firstAtLeast(starts, start + 1) - 1, 0);
    const after = Math.max(firstAtLeast(starts, end), first + 1);
    for (let turn = first; turn < after; turn++) if (isSpeaker[turn]) return true;
    return false;
  })(document);
}
