import type { Quotation } from '../study/model.ts';
import type { TextRange } from '../study/problem.ts';
import { findQuotation } from '../study/quotations.ts';
import { quotationRuns, quotationText } from '../study/quoteStyle.ts';
import type { Study } from '../study/study.ts';
import { editDistance } from '../text/closest.ts';
import type { Line } from '../text/fences.ts';
import { escapeMarkdown, markdownOf, type Run, unescapeMarkdown } from '../text/runs.ts';
import type { ChapterProblem } from './blocks.ts';
import { applyEdits } from './edits.ts';
import { differencesOf, markDifferencesOf } from './quoted/differences.ts';
import { findNearest } from './quoted/nearest.ts';
import { quotedWords } from './quoted/quotedWords.ts';
import { indexed } from './quoted/saidWords.ts';

/** A quotation cited in running text, between its two comments; ranges in LF text. */
interface Citation {
  readonly id: string;
  readonly range: TextRange;
  readonly content: TextRange;
}

export interface Citations {
  readonly citations: readonly Citation[];
  readonly problems: readonly ChapterProblem[];
}

/** Puts the comments around a quotation that make it a citation, which is refreshed and checked from then on. */
export function citationOf(id: string, content: string): string {
  return `<!-- q:${id} -->${content}<!-- /q -->`;
}

/**
 * The citations in a chapter, inside one paragraph each.
 *
 * @param text LF text
 * @param lines those that may hold one: outside code fences and generated blocks
 */
export function citationsIn(text: string, lines: readonly Line[]): Citations {
  const citations: Citation[] = [];
  const problems: ChapterProblem[] = [];
  for (const line of lines) {
    for (const match of line.text.matchAll(/<!-- *q:([\w-]{1,64}) *-->/g)) {
      const [opening, id = ''] = match;
      if (isInCode(line.text, match.index)) continue;
      const start = line.start + match.index;
      const from = start + opening.length;
      const end = /<!-- *\/q *-->|<!-- *q:|\n[ \t]*\n|<!-- *\/?codeboom/g;
      end.lastIndex = from;
      const found = end.exec(text);
      if (found && /^<!-- *\/q/.test(found[0])) {
        const range = { start, end: found.index + found[0].length };
        citations.push({ id, range, content: { start: from, end: found.index } });
      } else {
        const message = { key: 'chapter.unclosedCitation', values: { id } };
        problems.push({ severity: 'error', message, range: { start, end: from } });
      }
    }
  }
  return { citations, problems };
}

/** Whether a place in a line is between backticks. */
function isInCode(line: string, at: number): boolean {
  return (line.slice(0, at).match(/`+/g) ?? []).length % 2 === 1;
}

export type CheckedCitation =
  | { readonly state: 'fresh' }
  | { readonly state: 'stale'; readonly content: string }
  /** Cannot be refreshed; the text is left. */
  | { readonly state: 'failed'; readonly key: string };

/**
 * Compares a citation with its quotation as it is now. What it cites may be the words alone or the words in the quotation
 * style, whole or in part, with omissions and insertions in square brackets; line breaks do not matter. Words that are
 * nearly the quotation's are replaced by them (the transcript was corrected), and what the author left out and put in stays so;
 * others are left for the user.
 */
export function checkCitation(study: Study, id: string, content: string): CheckedCitation {
  const quotation = findQuotation(study, id);
  if (!quotation) return { state: 'failed', key: 'chapter.unknownQuotation' };
  if (quotation.anchor?.state === 'lost') return { state: 'failed', key: 'chapter.lostQuotation' };
  const words = quotationText(study, quotation);
  const frame = frameOf(study, quotation);
  const cited = collapsed(content);
  const inner = frame && new RegExp(`^${frame.map(patternOf).join('')}$`, 'su').exec(cited)?.[1];
  if (inner === undefined && holds(collapsed(plain(cited)), words)) return { state: 'fresh' };

  const quoted = inner ?? cited;
  const refreshed = refreshedWords(quoted, words);
  if (refreshed === undefined) return { state: 'failed', key: 'chapter.citationDiffers' };
  const now = inner === undefined || !frame ? refreshed : fill(frame, refreshed);
  return collapsed(now) === cited ? { state: 'fresh' } : { state: 'stale', content: now };
}

/** The cited words as the quotation has them now; undefined where they are too much unlike it. */
function refreshedWords(quoted: string, words: string): string | undefined {
  if (holdsInOrder(words, quoted)) return quoted;
  if (omission.test(quoted)) return corrected(quoted, words);
  return isNearly(plain(quoted), words) ? escapeMarkdown(words) : undefined;
}

/** Less of the words of a quotation than this in common, by their rarity, is no correction. */
const leastKept = 0.7;

/** A citation with marked omissions or insertions, corrected word by word between them. */
function corrected(quoted: string, words: string): string | undefined {
  const transcript = { text: words };
  const said = indexed([{ offset: 0, text: words }]);
  let now = quoted;
  // First the words; then the marks between them, which are compared only where the words are the same.
  for (const differences of [differencesOf, markDifferencesOf]) {
    const cited = quotedWords(now, { start: 0, end: now.length }, new Set());
    const nearest = findNearest(said, cited);
    if (!nearest || nearest.kept < leastKept) return undefined;
    const { edits } = differences({
      chapter: now,
      words: cited,
      transcript,
      said,
      partners: nearest.partners,
    });
    now = applyEdits(now, edits);
  }
  return holdsInOrder(words, now) ? now : undefined;
}

/** What stands for the words in the quotation style while it is compared. */
const slot = '\uE000';

function frameOf(study: Study, quotation: Quotation): readonly Run[] | undefined {
  const runs = quotationRuns(study, quotation, { words: slot });
  return runs.some(({ text }) => text === slot) ? runs : undefined;
}

/** A part of the style as a pattern: marks as they are, the words captured, any source in the place of a source. */
function patternOf(run: Run): string {
  const any = run.text === slot ? '(.+)' : '.*?';
  if (run.isMarkdown) return literal(markdownOf([run])).replace(/\s+/g, '\\s*');
  const [before = '', after = ''] = markdownOf([{ ...run, text: slot }]).split(slot);
  return `${literal(before)}${any}${literal(after)}`;
}

function fill(frame: readonly Run[], words: string): string {
  return markdownOf(
    frame.map((run) => (run.text === slot ? { ...run, text: words, isMarkdown: true } : run)),
  );
}

/** An omission (`[…]`, `[...]`) or an insertion of the author's (`[the board]`). */
const omission = /\[[^\]\n]*\]/;

/** Whether all that is quoted, between omissions and insertions, stands in the words, in that order. */
function holdsInOrder(words: string, quoted: string): boolean {
  let at = 0;
  const pieces = quoted.split(new RegExp(omission, 'g')).map((piece) => collapsed(plain(piece)));
  for (const piece of pieces) {
    const found = words.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return pieces.some((piece) => piece !== '');
}

/** Whether one text is the other after some corrections: at most three in ten characters differ. */
function isNearly(cited: string, words: string): boolean {
  const longest = Math.max(cited.length, words.length);
  if (Math.abs(cited.length - words.length) > longest * 0.3 || longest > 5000) return false;
  return editDistance(cited, words) <= longest * 0.3;
}

function holds(text: string, words: string): boolean {
  return words !== '' && text.includes(words);
}

/** Markdown as the text that it prints: the author's emphasis is not part of the quotation. */
function plain(markdown: string): string {
  return unescapeMarkdown(markdown.replace(/(?<!\\)\*+/g, ''));
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function literal(text: string): string {
  return text
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replaceAll('\\-', '-')
    .replaceAll('\\/', '/');
}
