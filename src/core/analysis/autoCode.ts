import { type Pattern, patternOf } from '../query/pattern.ts';
import { type Matches, matchesOf } from '../query/patternMatches.ts';
import type { Author } from '../study/author.ts';
import { isPlaced } from '../study/counts.ts';
import type { StudyDocument } from '../study/model.ts';
import type { Message, TextRange } from '../study/problem.ts';
import { settingsOf } from '../study/settings.ts';
import { isRespondent } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import { lastAtOrBefore } from '../text/lines.ts';
import { type Passage, passagesOf } from '../text/passages.ts';
import { sentencesIn } from '../text/sentences.ts';
import { hasWords, spokenIn, withoutTimestamps } from '../text/spoken.ts';
import type { Transcript } from '../text/transcript.ts';
import { trimRange } from '../text/trim.ts';
import { speakerName } from '../text/turns.ts';
import { wordsIn } from '../text/words.ts';
import type { Speakers } from './spokenWords.ts';

/** What is coded around a place that was found. Text that nobody is named for has one turn from heading to heading. */
export type AutoCodeUnit = 'word' | 'sentence' | 'paragraph' | 'turn';

/** What is looked for: words, a speaker by name or label, or a heading that stands above. */
export type Sought =
  | { readonly kind: 'words'; readonly occursIn: Pattern; readonly matches: Matches }
  | { readonly kind: 'speaker'; readonly name: string }
  | { readonly kind: 'heading'; readonly text: string };

export interface AutoCodeSearch {
  readonly sought: Sought;
  readonly unit: AutoCodeUnit;
  /** Whose words are searched; a speaker who is sought is found either way. */
  readonly speakers: Speakers;
}

/** A range that was found. */
export interface Hit {
  /** UTF-16 offsets in the transcript. */
  readonly range: TextRange;
  /** The coder's own quotations carry all the codes there already. */
  readonly isCoded: boolean;
}

/** Words to look for as they are, in any case; `|` stands between alternatives. */
export function soughtText(text: string): { readonly sought: Sought } | { readonly refused: Message } {
  const alternatives = text
    .split('|')
    .map((one) => one.trim().replace(/\s+/g, ' '))
    .filter((one) => one !== '');
  return soughtPattern(alternatives.map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'));
}

/** A regular expression to look for; refused when it is none, or one that finds nothing or everything. */
export function soughtPattern(source: string): { readonly sought: Sought } | { readonly refused: Message } {
  const written = source.normalize('NFC');
  const whether = patternOf(written);
  const where = matchesOf(written);
  if ('error' in whether) return { refused: whether.error.message };
  if ('error' in where) return { refused: where.error.message };
  if (whether.pattern('')) return { refused: { key: 'autoCode.findsAll', values: {} } };
  return { sought: { kind: 'words', occursIn: whether.pattern, matches: where.matches } };
}

/**
 * What is found in a document, in order; ranges do not overlap. Front matter, headings, speaker labels and timestamps are
 * neither searched nor found.
 *
 * @param codes the codes that are to be applied
 */
export function hitsIn(
  study: Study,
  document: StudyDocument,
  search: AutoCodeSearch,
  codes: readonly string[],
  author: Pick<Author, 'coder'>,
): readonly Hit[] {
  const { transcript } = document;
  if (!transcript) return [];
  const ranges = passagesIn(study, transcript)
    .filter((passage) => isMeant(study, document, passage, search))
    .flatMap((passage) => rangesIn(transcript, passage, search));
  const isCoded = codedWith(document, codes, author);
  return ranges.map((range) => ({ range, isCoded: isCoded(range) }));
}

/** The names of the speakers of a document: those that its front matter declares, and the labels as written. */
export function speakersIn(study: Study, { transcript }: StudyDocument): readonly string[] {
  if (!transcript) return [];
  const labels = new Set(passagesIn(study, transcript).flatMap(({ speaker }) => speaker ?? []));
  return [...new Set([...labels].flatMap((label) => [speakerName(transcript, label), label]))];
}

/** The headings of a document that something is said under. */
export function headingsIn(study: Study, { transcript }: StudyDocument): readonly string[] {
  if (!transcript) return [];
  const headings = passagesIn(study, transcript).flatMap((passage) => passage.headings);
  return [...new Set(headings.map(({ text }) => text).filter((text) => text !== ''))];
}

function passagesIn({ settings }: Study, transcript: Transcript): readonly Passage[] {
  return passagesOf(transcript, settingsOf(settings).interviewers);
}

function isMeant(
  study: Study,
  document: StudyDocument,
  { speaker, headings }: Passage,
  { sought, speakers }: AutoCodeSearch,
): boolean {
  if (sought.kind === 'speaker') {
    if (speaker === undefined || !document.transcript) return false;
    return [speaker, speakerName(document.transcript, speaker)].some((name) => isSame(name, sought.name));
  }
  if (speakers === 'respondents' && !isRespondent(study, document, speaker)) return false;
  return sought.kind === 'words' || headings.some(({ text }) => isSame(text, sought.text));
}

function isSame(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase();
}

function rangesIn(
  transcript: Transcript,
  passage: Passage,
  { sought, unit }: AutoCodeSearch,
): readonly TextRange[] {
  if (unit === 'word') {
    return sought.kind === 'words' ? passage.paragraphs.flatMap(wordsFound(transcript, sought)) : [];
  }
  const units = unitsIn(transcript, passage, unit);
  if (sought.kind !== 'words') return units;
  return units.filter((range) => sought.occursIn(spokenIn(transcript, range).text));
}

function unitsIn(
  transcript: Transcript,
  passage: Passage,
  unit: Exclude<AutoCodeUnit, 'word'>,
): readonly TextRange[] {
  if (unit === 'turn') return [{ start: passage.start, end: passage.end }];
  if (unit === 'paragraph') return passage.paragraphs;
  return passage.paragraphs
    .flatMap((paragraph) => sentencesIn(transcript.text, paragraph))
    .map((sentence) => withoutTimestamps(transcript, sentence))
    .filter((sentence) => hasWords(transcript, sentence));
}

/** The whole words that matches lie in; matches in the same word, or with words in common, are found as one. */
function wordsFound(transcript: Transcript, { occursIn, matches }: Extract<Sought, { kind: 'words' }>) {
  return (paragraph: TextRange): readonly TextRange[] => {
    const spoken = spokenIn(transcript, paragraph);
    if (!occursIn(spoken.text)) return [];
    const words = wordsIn(spoken.text);
    const starts = words.map((word) => word.start);
    /** The word that holds a character, if any. */
    const wordAt = (at: number) => {
      const word = words[lastAtOrBefore(starts, at)];
      return word && at < word.end ? word : undefined;
    };
    const found: { start: number; end: number }[] = [];
    for (const { start, end } of matches(spoken.text)) {
      const from = wordAt(start)?.start ?? start;
      const to = wordAt(end - 1)?.end ?? end;
      const last = found.at(-1);
      if (last && from < last.end) last.end = Math.max(last.end, to);
      else found.push({ start: from, end: to });
    }
    return found
      .map((range) => trimRange(transcript.text, spoken.rangeOf(range)))
      .filter(({ start, end }) => start < end);
  };
}

/** Whether a range lies within a quotation that the coder coded with all of some codes. */
function codedWith(
  { quotations }: StudyDocument,
  codes: readonly string[],
  { coder }: Pick<Author, 'coder'>,
): (range: TextRange) => boolean {
  const having = quotations.filter(
    (quotation) =>
      quotation.coder === coder &&
      isPlaced(quotation) &&
      codes.length > 0 &&
      codes.every((code) => quotation.codes.includes(code)),
  );
  return ({ start, end }) => having.some((quotation) => quotation.start <= start && end <= quotation.end);
}
