import { derived } from '../study/derived.ts';
import type { Quotation, Settings, StudyDocument } from '../study/model.ts';
import type { TextRange } from '../study/problem.ts';
import { settingsOf } from '../study/settings.ts';
import { isRespondent } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import { lastAtOrBefore } from '../text/lines.ts';
import { markupOf } from '../text/markup.ts';
import { passagesOf } from '../text/passages.ts';
import type { Transcript } from '../text/transcript.ts';
import { wordsIn } from '../text/words.ts';

/** Whose words count. */
export type Speakers = 'respondents' | 'all';

/** The words that are spoken in a document, in order: UTF-16 offsets in its text. */
interface SpokenWords {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const none: SpokenWords = { starts: [], ends: [] };

const known = derived((_settings: Settings) => ({
  respondents: new WeakMap<Transcript, SpokenWords>(),
  all: new WeakMap<Transcript, SpokenWords>(),
}));

/** The words of the respondents, or of everyone: speaker labels, headings, timestamps and front matter are not words. */
export function spokenWords(study: Study, document: StudyDocument, speakers: Speakers): SpokenWords {
  const { transcript } = document;
  if (!transcript) return none;
  const byTranscript = known(study.settings)[speakers];
  const found = byTranscript.get(transcript);
  if (found) return found;
  const words = readWords(study, document, transcript, speakers);
  byTranscript.set(transcript, words);
  return words;
}

function readWords(
  study: Study,
  document: StudyDocument,
  transcript: Transcript,
  speakers: Speakers,
): SpokenWords {
  const marks = markupOf(transcript);
  let mark = 0;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { speaker, paragraphs } of passagesOf(transcript, settingsOf(study.settings).interviewers)) {
    if (speakers === 'respondents' && !isRespondent(study, document, speaker)) continue;
    for (const paragraph of paragraphs) {
      for (const { start, end } of wordsIn(transcript.text.slice(paragraph.start, paragraph.end))) {
        const from = paragraph.start + start;
        while ((marks[mark]?.end ?? Number.POSITIVE_INFINITY) <= from) mark++;
        if ((marks[mark]?.start ?? Number.POSITIVE_INFINITY) <= from) continue;
        starts.push(from);
        ends.push(paragraph.start + end);
      }
    }
  }
  return { starts, ends };
}

/** The number of words spoken in some documents. */
export function wordCount(study: Study, documents: readonly StudyDocument[], speakers: Speakers): number {
  return documents.reduce((sum, document) => sum + spokenWords(study, document, speakers).starts.length, 0);
}

/**
 * The number of words in some quotations; a word in several of them counts once.
 *
 * @param quotations by document, and sorted by start within each
 */
export function codedWordCount(study: Study, quotations: readonly Quotation[], speakers: Speakers): number {
  let count = 0;
  for (let from = 0; from < quotations.length; ) {
    const path = quotations[from]?.document ?? '';
    let to = from;
    while (quotations[to]?.document === path) to++;
    const document = study.documents.get(path);
    if (document) count += wordsWithin(spokenWords(study, document, speakers), quotations.slice(from, to));
    from = to;
  }
  return count;
}

/**
 * How many words any of some ranges holds, wholly or in part; a word in several ranges counts once.
 *
 * @param ranges sorted by start; they may overlap
 */
function wordsWithin(words: SpokenWords, ranges: readonly TextRange[]): number {
  let count = 0;
  let next = 0;
  for (const { start, end } of ranges) {
    const first = Math.max(next, lastAtOrBefore(words.ends, start) + 1);
    const after = lastAtOrBefore(words.starts, end - 1) + 1;
    if (after <= first) continue;
    count += after - first;
    next = after;
  }
  return count;
}
