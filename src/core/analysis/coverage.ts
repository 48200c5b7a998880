import { derived } from '../study/derived.ts';
import type { Settings, StudyDocument } from '../study/model.ts';
import { isCoded } from '../study/quotations.ts';
import { settingsOf } from '../study/settings.ts';
import { isRespondent } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import { lastAtOrBefore } from '../text/lines.ts';
import { speakerName, turnsOf } from '../text/turns.ts';
import { spokenWords } from './spokenWords.ts';

/** How many words were said, and how many of these are coded. */
interface Share {
  readonly words: number;
  readonly coded: number;
}

interface SpeakerCoverage extends Share {
  /** The label as written; absent for text that nobody is named for. */
  readonly label?: string;
  /** The name that the front matter declares for the label, else the label. */
  readonly name?: string;
  readonly isRespondent: boolean;
}

/** How much of a transcript is coded. */
export interface Coverage {
  readonly respondents: Share;
  /** In the order in which they first speak. */
  readonly speakers: readonly SpeakerCoverage[];
}

/**
 * The coverage of a document: of the words that a speaker says, those that lie wholly or in part in a coded quotation.
 *
 * coded share = |words in the union of the ranges of all placed quotations with a code| ÷ |words|
 *
 * So a word counts once, however many quotations, codes or coders it has. Labels, headings, timestamps and front matter are
 * not words. Worked out once for each state of a document: O(words + quotations).
 */
export function coverageOf(study: Study, document: StudyDocument): Coverage {
  const known = coverages(study.settings);
  const found = known.get(document);
  if (found) return found;
  const coverage = readCoverage(study, document);
  known.set(document, coverage);
  return coverage;
}

const coverages = derived((_settings: Settings) => new WeakMap<StudyDocument, Coverage>());

/** The coded share of some words, from 0 to 1; undefined where there are none. */
export function shareOf({ words, coded }: Share): number | undefined {
  return words === 0 ? undefined : coded / words;
}

function readCoverage(study: Study, document: StudyDocument): Coverage {
  const { transcript } = document;
  if (!transcript) return { respondents: { words: 0, coded: 0 }, speakers: [] };
  const { starts, ends } = spokenWords(study, document, 'all');
  /** How many of the first so many words are coded. */
  const codedBefore = new Uint32Array(starts.length + 1);
  let next = 0;
  for (const { start, end } of document.quotations.filter(isCoded)) {
    const first = Math.max(next, lastAtOrBefore(ends, start) + 1);
    const after = lastAtOrBefore(starts, end - 1) + 1;
    for (let word = first; word < after; word++) codedBefore[word + 1] = 1;
    next = Math.max(next, after);
  }
  for (let word = 0; word < starts.length; word++) {
    codedBefore[word + 1] = (codedBefore[word + 1] ?? 0) + (codedBefore[word] ?? 0);
  }
  const bySpeaker = new Map<string | undefined, { words: number; coded: number }>();
  for (const turn of turnsOf(transcript, settingsOf(study.settings).interviewers)) {
    const from = lastAtOrBefore(starts, turn.textStart - 1) + 1;
    const to = lastAtOrBefore(starts, turn.end - 1) + 1;
    if (from === to) continue;
    const share = bySpeaker.get(turn.speaker) ?? { words: 0, coded: 0 };
    share.words += to - from;
    share.coded += (codedBefore[to] ?? 0) - (codedBefore[from] ?? 0);
    bySpeaker.set(turn.speaker, share);
  }
  const speakers = [...bySpeaker].map(([label, share]) => ({
    ...(label !== undefined && { label, name: speakerName(transcript, label) }),
    isRespondent: isRespondent(study, document, label),
    ...share,
  }));
  const respondents = { words: 0, coded: 0 };
  for (const { isRespondent, words, coded } of speakers) {
    if (!isRespondent) continue;
    respondents.words += words;
    respondents.coded += coded;
  }
  return { respondents, speakers };
}
