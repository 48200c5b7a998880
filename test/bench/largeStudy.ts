import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialiseCases } from '../../src/core/formats/cases.ts';
import { serialiseCodebook } from '../../src/core/formats/codebook.ts';
import { serialiseSettings } from '../../src/core/formats/settings.ts';
import { serialiseSidecar, sidecarFileOf } from '../../src/core/formats/sidecar.ts';
import type { Case, Code, Level, Quotation, StudyDocument } from '../../src/core/study/model.ts';
import { sidecarPathOf } from '../../src/core/study/sidecarPath.ts';
import { noCases, withQuotations } from '../../src/core/study/study.ts';
import { placeOf } from '../../src/core/text/place.ts';
import { Random } from './anchoring/random.ts';
import { type Talk, Talker } from './talk.ts';

export interface Size {
  readonly transcripts: number;
  readonly wordsPerTranscript: number;
  readonly dimensions: number;
  readonly themesPerDimension: number;
  /** Of all three levels. */
  readonly codes: number;
  readonly quotations: number;
  readonly cases: number;
}

/** The study that the budgets are for. */
export const large: Size = {
  transcripts: 200,
  wordsPerTranscript: 9_000,
  dimensions: 10,
  themesPerDimension: 6,
  codes: 500,
  quotations: 100_000,
  cases: 40,
};

export const small: Size = {
  ...large,
  transcripts: 20,
  dimensions: 4,
  themesPerDimension: 4,
  codes: 80,
  quotations: 10_000,
  cases: 8,
};

export interface Written {
  readonly transcriptBytes: number;
  readonly sidecarBytes: number;
  /** Study-relative paths. */
  readonly sidecars: readonly string[];
}

/** Writes a study into a folder: the same files for the same seed and size. */
export function writeLargeStudy(folder: string, size: Size, seed = 1): Written {
  const random = new Random(seed);
  const talker = new Talker();
  const codes = codesOf(size);
  const names = Array.from({ length: size.cases }, (_, index) => `Case ${numbered(index)}`);
  const write = (path: string, text: string): number => {
    writeFileSync(join(folder, path), text);
    return Buffer.byteLength(text);
  };
  mkdirSync(join(folder, 'interviews'), { recursive: true });
  const coders = [{ id: 'ldb', name: 'L. de B.' }];
  write('codeboom.json', serialiseSettings({ title: 'Large', transcripts: ['interviews/**/*.md'], coders }));
  write(
    'codebook.json',
    serialiseCodebook({ sets: new Map(), codes: new Map(codes.map((code) => [code.id, code])) }),
  );
  const rows = names.map((name, index): [string, Case] => [
    name,
    { name, attributes: { partners: String(2 + (index % 9)), sector: index % 2 === 0 ? 'cure' : 'care' } },
  ]);
  write('cases.csv', serialiseCases({ ...noCases, columns: ['partners', 'sector'], cases: new Map(rows) }));

  let [transcriptBytes, sidecarBytes, left] = [0, 0, size.quotations];
  const sidecars: string[] = [];
  for (let index = 0; index < size.transcripts; index++) {
    const path = `interviews/${numbered(index)}.md`;
    const name = names[index % names.length] ?? '';
    const frontMatter = [`case: ${name}`, `role: role ${index % 5}`, `rating: ${1 + (index % 10)}`];
    const date = new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);
    const words = Math.round(size.wordsPerTranscript * (0.7 + 0.6 * random.next()));
    const talk = talker.transcript(random, words, [...frontMatter, `date: ${date}`]);
    const share = left / (size.transcripts - index);
    const count = index === size.transcripts - 1 ? left : Math.round(share * (0.7 + 0.6 * random.next()));
    left -= count;
    const document = codedDocument(path, talk, codes, count, random, index % 4 === 0 ? ['', 'ldb'] : ['']);
    transcriptBytes += write(path, talk.text);
    for (const coder of ['', 'ldb']) {
      const file = sidecarFileOf(document, coder);
      if (!file) continue;
      const sidecar = sidecarPathOf(path, coder);
      sidecars.push(sidecar);
      sidecarBytes += write(sidecar, serialiseSidecar(file));
    }
  }
  return { transcriptBytes, sidecarBytes, sidecars };
}

/** Dimensions, themes below them, and codes below these. */
export function codesOf({ dimensions, themesPerDimension, codes: total }: Size): readonly Code[] {
  const codes: Code[] = [];
  const add = (level: Level, index: number, parent?: string): void => {
    const id = `${level}-${numbered(index)}`;
    const definition = `What belongs to ${level} ${index + 1}, and how it is told from its neighbours.`;
    const created = '2024-01-01T09:00:00Z';
    codes.push({
      id,
      name: `The ${level} ${index + 1}`,
      level,
      definition,
      created,
      ...(parent && { parent }),
    });
  };
  const themes = dimensions * themesPerDimension;
  for (let index = 0; index < dimensions; index++) add('dimension', index);
  for (let index = 0; index < themes; index++)
    add('theme', index, `dimension-${numbered(index % dimensions)}`);
  for (let index = 0; codes.length < total; index++) add('code', index, `theme-${numbered(index % themes)}`);
  return codes;
}

/** A document with so many quotations, which overlap each other as those of diligent coders do. */
export function codedDocument(
  path: string,
  talk: Talk,
  codes: readonly Code[],
  count: number,
  random: Random,
  coders: readonly string[],
): StudyDocument {
  const quotations = Array.from({ length: count }, (): Quotation => {
    const { start, end } = someRange(talk, random);
    const created = `2024-03-${numbered(random.below(28), 2)}T${numbered(random.below(23), 2)}:00:00Z`;
    return {
      id: newId(random),
      document: path,
      coder: random.pick(coders),
      ...placeOf(talk.text, start, end),
      codes: someCodes(codes, random),
      ...(random.chance(0.05) && {
        comment: 'Compare with what was said before, and with the other partner.',
      }),
      ...(random.chance(0.02) && { star: true }),
      ...(random.chance(0.01) && { anchor: { state: 'review', was: 'as it was', reason: 'reason.changed' } }),
      created,
      modified: created,
    };
  });
  return withQuotations(
    { path, transcript: { text: talk.text }, sidecars: new Map(), quotations: [] },
    quotations,
  );
}

/** A few words in one out of eight, else one to twelve sentences. */
function someRange({ text, sentences }: Talk, random: Random): { start: number; end: number } {
  const first = random.below(sentences.length);
  const last = Math.min(first + random.below(12), sentences.length - 1);
  const { start = 0, end = 0 } = sentences[first] ?? {};
  if (random.chance(0.125)) {
    const cut = text.indexOf(' ', start + 12);
    return { start, end: cut > 0 && cut < end ? cut : end };
  }
  return { start, end: sentences[last]?.end ?? end };
}

/** One to three codes, the deepest ones and some of these far more often than others. */
function someCodes(codes: readonly Code[], random: Random): readonly string[] {
  const chosen = new Set<string>();
  for (let wanted = 1 + random.below(3); wanted > 0; wanted--)
    chosen.add(codes.at(-1 - Math.floor(codes.length * random.next() ** 2))?.id ?? '');
  return [...chosen];
}

export function newId(random: Random): string {
  let id = 'q';
  while (id.length < 10) id += random.below(36).toString(36);
  return id;
}

function numbered(index: number, digits = 3): string {
  return String(index + 1).padStart(digits, '0');
}
