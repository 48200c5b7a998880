/**
 * How well quotations are found again after edits made elsewhere, and how fast: ours beside the yardstick.
 *
 *   node test/bench/anchoring.ts [--folder <transcripts>] [--seed 1 | 101-120] [--count 300] [--row <part of its name>] [--no-yardstick] [--show]
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Outcome } from '../../src/core/anchoring/outcome.ts';
import { reanchorQuotations } from '../../src/core/anchoring/reanchor.ts';
import { normalForm } from '../../src/core/text/transcript.ts';
import { Draft } from './anchoring/draft.ts';
import { hypothesisMatch } from './anchoring/hypothesis.ts';
import { someQuotations } from './anchoring/quotations.ts';
import { Random } from './anchoring/random.ts';
import { type Answer, count, emptyScore, type Score } from './anchoring/score.ts';
import { type Script, scripts } from './anchoring/scripts.ts';

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string', default: join(import.meta.dirname, '../../media/sample/interviews') },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '300' },
    row: { type: 'string', default: '' },
    'no-yardstick': { type: 'boolean', default: false },
    'old-text': { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
  },
});

interface Measured {
  readonly score: Score;
  ms: number;
}

function main(): void {
  const texts = transcriptsIn(options.folder);
  if (texts.length === 0) throw new Error(`No transcripts of 500 words or more in ${options.folder}.`);
  console.log(`${texts.length} transcripts, up to ${options.count} quotations each, seed ${options.seed}`);
  const seeds = seedsOf(options.seed);
  const head = ['there', 'gone', 'exact', 'wrong', 'on deleted', 'review', 'missed', 'torn', 'ms'];
  console.log(['edit'.padEnd(38), 'by'.padEnd(10), ...head.map((name) => name.padStart(10))].join(''));
  for (const script of scripts.filter(({ name }) => name.includes(options.row))) {
    const ours = { score: emptyScore(), ms: 0 };
    const yardstick = { score: emptyScore(), ms: 0 };
    for (const seed of seeds)
      for (const [index, text] of texts.entries()) run(script, text, seed * 1000 + index, ours, yardstick);
    const runs = seeds.length * texts.length;
    print(script.name, 'ours', ours, runs);
    if (!options['no-yardstick']) print('', 'yardstick', yardstick, runs);
  }
}

/** One number, or a range of them. */
function seedsOf(text: string): number[] {
  const [first = 1, last = first] = text.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function transcriptsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => normalForm(readFileSync(join(folder, name), 'utf8')))
    .filter((text) => text.split(/\s+/).length >= 500);
}

function run(script: Script, original: string, seed: number, ours: Measured, yardstick: Measured): void {
  const random = new Random(seed);
  const text = script.prepare?.(original, random) ?? original;
  const quotations = script.code?.(text, random) ?? someQuotations(text, howMany(text), random);
  const draft = script.edit(Draft.of(text), random, quotations);

  const reanchor = () =>
    reanchorQuotations(quotations, draft.text, options['old-text'] ? text : undefined, text.length);
  reanchor();
  const begun = performance.now();
  const outcomes = reanchor();
  ours.ms += performance.now() - begun;
  for (const [index, quotation] of quotations.entries()) {
    const outcome = outcomes[index];
    const mistake = outcome && count(ours.score, draft, quotation, answerOf(outcome));
    if (options.show && outcome) show(draft, text, quotation, outcome, mistake);
  }
  if (options['no-yardstick']) return;
  const started = performance.now();
  const found = quotations.map((quotation) => hypothesisMatch(draft.text, quotation));
  yardstick.ms += performance.now() - started;
  for (const [index, quotation] of quotations.entries()) {
    const range = found[index];
    count(yardstick.score, draft, quotation, range ? { range } : {});
  }
}

/** In a short transcript a quotation for every 25 words: with more, deleting a fifth of them leaves nothing. */
function howMany(text: string): number {
  return Math.min(Number(options.count), Math.ceil(text.split(/\s+/).length / 25));
}

function answerOf(outcome: Outcome): Answer {
  if (outcome.outcome === 'lost') return {};
  return { range: outcome.place, doubt: outcome.outcome === 'review' };
}

function print(name: string, by: string, { score, ms }: Measured, documents: number): void {
  const { there, gone, exact, wrong, onDeleted, review, missed, torn } = score;
  const figures = [there, gone, exact, wrong, onDeleted, review, missed, torn].map(String);
  const columns = [...figures, (ms / documents).toFixed(1)];
  console.log([name.padEnd(38), by.padEnd(10), ...columns.map((column) => column.padStart(10))].join(''));
}

function show(
  draft: Draft,
  text: string,
  quotation: Parameters<typeof count>[2],
  outcome: Outcome,
  mistake: ReturnType<typeof count>,
): void {
  const truth = draft.truthOf(quotation);
  const isThere = truth.state === 'there';
  const isDoubt = outcome.outcome === 'review' || outcome.outcome === 'lost';
  if (!mistake && !(isThere && isDoubt)) return;
  const cut = (of: string, start: number, end: number) =>
    JSON.stringify(
      `${of.slice(Math.max(0, start - 50), start)}[${of.slice(start, end)}]${of.slice(end, end + 50)}`,
    );
  const reason = 'reason' in outcome ? outcome.reason : '';
  console.log(`--- ${mistake ?? 'doubt'} ${outcome.outcome} ${reason}`);
  console.log('old  ', cut(text, quotation.start, quotation.end));
  if (truth.state === 'there') console.log('truth', cut(draft.text, truth.range.start, truth.range.end));
  if (outcome.outcome !== 'lost')
    console.log('found', cut(draft.text, outcome.place.start, outcome.place.end));
}

main();
