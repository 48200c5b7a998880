import { positionAt } from '../text/lines.ts';
import { localised } from '../text/notation.ts';
import { markdownOf, type Run } from '../text/runs.ts';
import { asSpeech } from '../text/speech.ts';
import { speakerName, turnAt } from '../text/turns.ts';
import { attributeOf, listOfTexts } from './attributes.ts';
import { isPlaced } from './counts.ts';
import type { Quotation } from './model.ts';
import { settingsOf } from './settings.ts';
import { caseOf, documentName } from './sources.ts';
import type { Study } from './study.ts';

export interface QuoteOptions {
  /** A quotation style in the place of the study's. */
  readonly style?: string;
  /** Words in the place of the quotation's own. */
  readonly words?: string;
}

/** A quotation with its source as Markdown, in the study's quotation style or another. */
export function formatQuotation(study: Study, quotation: Quotation, options: QuoteOptions = {}): string {
  return markdownOf(quotationRuns(study, quotation, options));
}

/**
 * A quotation with its source in the study's quotation style or another. A placeholder that has no value here takes the
 * emphasis, brackets, separator and label around it along.
 */
export function quotationRuns(
  study: Study,
  quotation: Quotation,
  options: QuoteOptions = {},
): readonly Run[] {
  const values = new Map<string, string>();
  const template = (options.style ?? settingsOf(study.settings).quoteStyle)
    .replace(/[\uE000-\uF8FF]/g, '')
    .replace(/\{([^{}\n]+)\}/g, (_, name: string) => {
      const isText = name.trim() === 'text';
      const value = (isText ? options.words : undefined) ?? placeholder(study, quotation, name.trim());
      if (value === '') return nothing;
      const slot = String.fromCharCode(firstSlot + values.size);
      values.set(slot, value);
      return slot;
    });
  return emphasised(withoutGaps(template)).flatMap(({ text, ...emphasis }) =>
    text.split(/([\uE001-\uF8FF])/).flatMap((piece): Run[] => {
      if (piece === '') return [];
      const value = values.get(piece);
      return [
        value === undefined ? { text: piece, ...emphasis, isMarkdown: true } : { text: value, ...emphasis },
      ];
    }),
  );
}

/** The words of a quotation as speech, without its source; of a lost one the words that were coded. */
export function quotationText(study: Study, quotation: Quotation): string {
  const transcript = study.documents.get(quotation.document)?.transcript;
  if (!transcript || !isPlaced(quotation)) return quotation.exact.replace(/\s+/g, ' ').trim();
  const { interviewers } = settingsOf(study.settings);
  return asSpeech(transcript, quotation.start, quotation.end, { known: interviewers });
}

function placeholder(study: Study, quotation: Quotation, name: string): string {
  const document = study.documents.get(quotation.document);
  const transcript = document?.transcript;
  const turn = transcript && turnAt(transcript, quotation.start, settingsOf(study.settings).interviewers);
  switch (name) {
    case 'text':
      return quotationText(study, quotation);
    case 'case':
      return (document && caseOf(document)) ?? '';
    case 'document':
      return documentName(quotation.document);
    case 'speaker':
      return transcript && turn?.speaker !== undefined ? speakerName(transcript, turn.speaker) : '';
    case 'line':
      return transcript ? String(positionAt(transcript, quotation.start).line + 1) : '';
    case 'timestamp':
      return turn?.timestamp ?? '';
    case 'coder':
      return study.settings.coders?.find(({ id }) => id === quotation.coder)?.name ?? quotation.coder;
    case 'codes':
      return quotation.codes.map((id) => study.codebook.codes.get(id)?.name ?? id).join(', ');
    default: {
      const { language } = settingsOf(study.settings);
      const value = document && attributeOf(study, document, name);
      return listOfTexts(value)
        .map((text) => localised(text, language))
        .join(', ');
    }
  }
}

/** Private-use characters stand for the placeholders while the style around them is worked on. */
const nothing = '\uE000';
const firstSlot = 0xe001;

const separator = String.raw`[\s,;:·/–—-]`;

/** Takes placeholders without a value out of a style, with what only made sense around a value. */
function withoutGaps(template: string): string {
  return template
    .replace(/(\*\*\*|\*\*|\*|_)\uE000\1/g, nothing)
    .replace(new RegExp(`${nothing}(?:${separator}*${nothing})+`, 'g'), nothing)
    .replace(new RegExp(String.raw`([(\[]|^)(?:\p{L}+:\s*)?${nothing}${separator}*`, 'gu'), '$1')
    .replace(new RegExp(String.raw`${separator}*(?:(?<!\p{L})\p{L}+:\s*)?${nothing}`, 'gu'), '')
    .replace(/\s*(?:\(\s*\)|\[\s*\](?!\())/g, '')
    .trim();
}

/** Cuts a style at its marks of emphasis: `*…*` and `_…_` are italic, `**…**` is bold, `***…***` both. */
function emphasised(template: string): readonly Run[] {
  const marked =
    /(\*\*\*|\*\*|\*|(?<![\p{L}\p{N}\uE001-\uF8FF])_)(?=\S)([^*_]+?)(?<=\S)\1(?![\p{L}\p{N}]*_)/gu;
  const runs: Run[] = [];
  let from = 0;
  for (const match of template.matchAll(marked)) {
    const [whole, mark = '', text = ''] = match;
    runs.push({ text: template.slice(from, match.index) });
    runs.push({ text, ...(mark !== '**' && { italic: true }), ...(mark.length > 1 && { bold: true }) });
    from = match.index + whole.length;
  }
  runs.push({ text: template.slice(from) });
  return runs;
}
