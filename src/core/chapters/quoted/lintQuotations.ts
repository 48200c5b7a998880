import { foldedName } from '../../study/codeNames.ts';
import { derived } from '../../study/derived.ts';
import type { Codebook, Quotation, StudyDocument } from '../../study/model.ts';
import type { TextRange } from '../../study/problem.ts';
import { settingsOf } from '../../study/settings.ts';
import { isRespondent } from '../../study/sources.ts';
import type { Study } from '../../study/study.ts';
import { declaredSpeakers } from '../../text/speakers.ts';
import { turnAt, turnsOf } from '../../text/turns.ts';
import type { TextEdit } from '../edits.ts';
import { type Attribution, attributionOf } from './attribution.ts';
import { type Difference, differencesOf, markDifferencesOf } from './differences.ts';
import { findNearest, likelihood, type Nearest } from './nearest.ts';
import { quotedPassagesIn } from './passages.ts';
import { proseOf } from './prose.ts';
import { type QuotedWord, quotedWords } from './quotedWords.ts';
import { indexed, type SaidWords, saidWords } from './saidWords.ts';
import { type NamedSource, nameLike, sourceNamesOf } from './sources.ts';
import { findVerbatim } from './verbatim.ts';

/**
 * How a quoted passage compares with the transcripts: `verbatim`, if need be with omissions and insertions that its author
 * marked; `marks` when only marks between the words differ; `altered`; `notFound`; the words of a quotation that is `lost`.
 */
export type Wording = 'verbatim' | 'marks' | 'altered' | 'notFound' | 'lost';

/** A passage that a chapter prints as somebody's words, looked for in the transcripts. Ranges in the chapter's LF text. */
export interface CheckedPassage {
  readonly range: TextRange;
  readonly wording: Wording;
  /** What share of it was said so, by the rarity of its words: 0–1. */
  readonly likeness: number;
  /** Where it was found, and where in its LF text. */
  readonly document?: string;
  readonly place?: TextRange;
  readonly differences: readonly Difference[];
  /** What makes the words those that were said. */
  readonly edits: readonly TextEdit[];
  /** It is attributed to somebody else than who said it. */
  readonly wrongSource?: WrongSource;
}

export interface WrongSource {
  /** The name in the chapter. */
  readonly named: string;
  readonly range: TextRange;
  /** `other`: another interview; `interviewer`: the one who asks; `unknown`: no interview goes by that name. */
  readonly kind: 'other' | 'interviewer' | 'unknown';
  /** A name of the right source, of the kind that was used. */
  readonly name: string;
}

/** Shorter passages are titles, terms and scare quotes, unless a source is named. */
const leastWords = 4;
/** Of a quotation that was altered at least this share was said so, by the rarity of its words. */
const leastKept = 0.5;
/** What is this much like something that was said is no quotation from a book, whatever stands beside it. */
const surelyOurs = 0.8;
/** So many documents are looked at closely for words that stand nowhere as they are quoted. */
const mostDocuments = 3;

/**
 * Looks for every quoted passage of a chapter in the transcripts of a study.
 *
 * @param chapter LF text
 */
export function lintQuotations(study: Study, chapter: string): readonly CheckedPassage[] {
  const prose = proseOf(chapter);
  const names = sourceNamesOf(study);
  const labels = labelsOf(study);
  return quotedPassagesIn(prose).flatMap((passage): readonly CheckedPassage[] => {
    const words = quotedWords(prose.text, passage.range, labels);
    if (words.length === 0) return [];
    const attribution = attributionOf(names, prose.text, passage);
    const quoted = prose.text.slice(passage.range.start, passage.range.end);
    const isSourced = attribution.named.length > 0 || attribution.unknown !== undefined;
    if (!isSourced && (words.length < leastWords || isName(study.codebook, quoted))) return [];
    const found = check({ study, chapter, words, range: passage.range, attribution });
    const mayBeOther = !isSourced && found.likeness < surelyOurs;
    const isOther = () => attribution.isLiterature || isTitle(quoted) || isInCodebook(study.codebook, words);
    return mayBeOther && isOther() ? [] : [found];
  });
}

interface Asked {
  readonly study: Study;
  readonly chapter: string;
  readonly words: readonly QuotedWord[];
  readonly range: TextRange;
  readonly attribution: Attribution;
}

interface Source {
  readonly document: StudyDocument;
  readonly said: SaidWords;
}

function check(asked: Asked): CheckedPassage {
  const { study, words, range, attribution } = asked;
  const isNamed = ({ path }: StudyDocument) => attribution.named.some(({ documents }) => documents.has(path));
  const sources = [...study.documents.values()]
    .flatMap((document): readonly Source[] =>
      document.transcript ? [{ document, said: saidWords(study.settings, document.transcript) }] : [],
    )
    .sort((a, b) => Number(isNamed(b.document)) - Number(isNamed(a.document)));

  const isShort = words.length < leastWords;
  for (const source of isShort ? sources.filter(({ document }) => isNamed(document)) : sources) {
    const partners = findVerbatim(source.said, words);
    if (partners) return found(asked, source, { partners, kept: 1 }, isNamed(source.document));
  }
  const lost = lostWith(study, words);
  if (lost)
    return { range, wording: 'lost', likeness: 1, document: lost.document, differences: [], edits: [] };
  const nearest = isShort ? undefined : nearestAmong(sources, words, isNamed);
  if (nearest) return found(asked, nearest.source, nearest, isNamed(nearest.source.document));
  return { range, wording: 'notFound', likeness: 0, differences: [], edits: [] };
}

interface NearestSource extends Nearest {
  readonly source: Source;
}

/** The document that comes nearest to a quotation; of two that come as near, the one that is named. */
function nearestAmong(
  sources: readonly Source[],
  words: readonly QuotedWord[],
  isNamed: (document: StudyDocument) => boolean,
): NearestSource | undefined {
  const likely = sources
    .map((source) => ({ source, weight: likelihood(source.said, words) }))
    .sort((a, b) => b.weight - a.weight)
    .filter(({ source }, rank) => rank < mostDocuments || isNamed(source.document));
  let best: NearestSource | undefined;
  for (const { source } of likely) {
    const nearest = findNearest(source.said, words);
    if (!nearest || nearest.kept < leastKept) continue;
    const worth = ({ kept, source: { document } }: NearestSource) => kept + (isNamed(document) ? 0.1 : 0);
    const one = { ...nearest, source };
    if (!best || worth(one) > worth(best)) best = one;
  }
  return best;
}

/** A passage that was found at some places of a document, word for word or nearly so. */
function found(
  asked: Asked,
  { document, said }: Source,
  { partners, kept }: Nearest,
  isNamed: boolean,
): CheckedPassage {
  const { study, chapter, words, range, attribution } = asked;
  const { transcript } = document;
  const places = Array.from(partners).filter((place) => place >= 0);
  const place = { start: said.starts[places[0] ?? 0] ?? 0, end: said.ends[places.at(-1) ?? 0] ?? 0 };
  const compared = transcript && { chapter, words, transcript, said, partners };
  const altered = compared ? differencesOf(compared) : { list: [], edits: [] };
  const marks = compared && altered.list.length === 0 ? markDifferencesOf(compared) : { list: [], edits: [] };
  const { list, edits } = altered.list.length > 0 ? altered : marks;
  const wording = altered.list.length > 0 ? 'altered' : marks.list.length > 0 ? 'marks' : 'verbatim';
  const wrongSource = wrongSourceIn(study, document, place.start, attribution, isNamed, chapter);
  return {
    range,
    wording,
    likeness: kept,
    document: document.path,
    place,
    differences: list,
    edits,
    ...(wrongSource && { wrongSource }),
  };
}

function wrongSourceIn(
  study: Study,
  document: StudyDocument,
  at: number,
  { named, unknown }: Attribution,
  isNamed: boolean,
  chapter: string,
): WrongSource | undefined {
  const { path, transcript } = document;
  const [first] = named;
  if (!first) {
    if (!unknown) return undefined;
    const styled: NamedSource = { kind: 'document', documents: new Set(), text: '', range: unknown };
    const kind = settingsOf(study.settings).quoteStyle.match(
      /\{(?!text|line|timestamp|codes|coder)([^{}]+)\}/,
    )?.[1];
    const name = nameLike(study, { ...styled, kind: kind ?? 'document' }, path);
    return { named: chapter.slice(unknown.start, unknown.end), range: unknown, kind: 'unknown', name };
  }
  const name = nameLike(study, first, path);
  if (!isNamed) return { named: first.text, range: first.range, kind: 'other', name };
  const { interviewers } = settingsOf(study.settings);
  const turn = transcript && turnAt(transcript, at, interviewers);
  if (turn?.speaker === undefined || isRespondent(study, document, turn.speaker)) return undefined;
  return { named: first.text, range: first.range, kind: 'interviewer', name: turn.speaker };
}

/** The labels of speakers in a study, and the names that they stand for. */
const labelsOf = derived((study: Study): ReadonlySet<string> => {
  const { interviewers } = settingsOf(study.settings);
  const labels = new Set(interviewers);
  for (const { transcript } of study.documents.values()) {
    if (!transcript) continue;
    for (const { speaker } of turnsOf(transcript, interviewers))
      if (speaker !== undefined) labels.add(speaker);
    for (const name of declaredSpeakers(transcript).values()) labels.add(name);
  }
  return labels;
});

/** Names of codes are put in quotation marks too. */
function isName(codebook: Codebook, quoted: string): boolean {
  return namesIn(codebook).has(foldedName(quoted.replace(/[*_]/g, '').replace(/[.,;:!?]$/, '')));
}

const namesIn = derived(
  ({ codes }: Codebook): ReadonlySet<string> =>
    new Set([...codes.values()].map(({ name }) => foldedName(name))),
);

/** A title as English sets it: every longer word with a capital, and no full stop at the end. */
function isTitle(quoted: string): boolean {
  const long = quoted.match(/\p{L}{4,}/gu) ?? [];
  return long.length >= 2 && long.every((word) => /^\p{Lu}/u.test(word)) && !/[.!]\s*$/.test(quoted);
}

/** Definitions of codes are the researcher's own words. Those of memos are not looked in: they quote, and misquote, respondents. */
function isInCodebook(codebook: Codebook, words: readonly QuotedWord[]): boolean {
  return findVerbatim(codebookWords(codebook), words) !== undefined;
}

const codebookWords = derived(
  ({ codes }: Codebook): SaidWords =>
    indexed(
      [...codes.values()].flatMap(({ name, definition = '', include = '', exclude = '' }) =>
        [name, definition, include, exclude].map((text) => ({ offset: 0, text })),
      ),
    ),
);

/** The lost quotation whose words these are: they were in the transcript once. */
function lostWith(study: Study, words: readonly QuotedWord[]): Quotation | undefined {
  for (const document of study.documents.values())
    for (const { quotation, said } of lostWords(document)) if (findVerbatim(said, words)) return quotation;
  return undefined;
}

const lostWords = derived((document: StudyDocument) =>
  document.quotations
    .filter(({ anchor }) => anchor?.state === 'lost')
    .map((quotation) => ({ quotation, said: indexed([{ offset: 0, text: quotation.exact }]) })),
);
