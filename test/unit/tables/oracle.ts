import type { Quotation, StudyDocument } from '../../../src/core/study/model.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { turnsOf } from '../../../src/core/text/turns.ts';
import { wordsIn } from '../../../src/core/text/words.ts';

/** Whether one code is another or stands below it; parents that make a circle, or that do not exist, do not count. */
export function isUnder(study: Study, id: string, ancestor: string): boolean {
  const parentOf = (code: string) => {
    const parent = study.codebook.codes.get(code)?.parent;
    return parent !== undefined && study.codebook.codes.has(parent) && !isInCircle(study, code)
      ? parent
      : undefined;
  };
  for (let at: string | undefined = id; at !== undefined; at = parentOf(at)) if (at === ancestor) return true;
  return false;
}

function isInCircle(study: Study, id: string): boolean {
  let at = study.codebook.codes.get(id)?.parent;
  for (let steps = 0; at !== undefined && steps < 20; steps++) {
    if (at === id) return true;
    at = study.codebook.codes.get(at)?.parent;
  }
  return false;
}

/** Per word of the respondents: its characters are in one of the quotations. */
export function wordsOf(study: Study, quotations: readonly Quotation[]): number {
  let count = 0;
  for (const document of study.documents.values()) {
    const text = document.transcript?.text ?? '';
    const own = quotations.filter((one) => one.document === document.path);
    const turns = document.transcript ? turnsOf(document.transcript, ['I', 'Interviewer']) : [];
    for (const turn of turns.filter(({ speaker }) => speaker !== 'I' && speaker !== 'Interviewer')) {
      const spoken = text
        .slice(turn.textStart, turn.end)
        .replace(/\[\d\d:\d\d:\d\d\]/g, (time) => ' '.repeat(time.length));
      for (const word of wordsIn(spoken)) {
        const [from, to] = [turn.textStart + word.start, turn.textStart + word.end];
        if (own.some(({ start, end }) => start < to && from < end && start < end)) count++;
      }
    }
  }
  return count;
}

/** In the order of the study, each once. */
export function codedIn(
  study: Study,
  codes: readonly string[],
  documents: readonly StudyDocument[],
): readonly Quotation[] {
  return [...study.documents.values()]
    .filter((document) => documents.includes(document))
    .flatMap(({ quotations }) => quotations)
    .filter((one) => one.anchor?.state !== 'lost' && one.codes.some((id) => codes.includes(id)));
}

/** The code itself, and with roll-up all that stand below it. */
export function countedFor(study: Study, code: string, rollup: boolean): readonly string[] {
  return [...study.codebook.codes.keys()].filter((id) => (rollup ? isUnder(study, id, code) : id === code));
}

/** The quotations of a document that count, and that a query selects; the queries of these tests, said in another way. */
export function countedOf(document: StudyDocument, where: Where): readonly Quotation[] {
  return document.quotations.filter(
    (one) => one.anchor?.state !== 'lost' && (where === undefined || one.star === true),
  );
}

/** The queries of these tests. */
export const wheres = [undefined, 'star:yes'] as const;
export type Where = (typeof wheres)[number];

export const whereLine = (where: Where) => (where === undefined ? '' : `where: ${where}\n`);

export const carries = ({ codes }: Quotation, counted: readonly string[]) =>
  codes.some((id) => counted.includes(id));

/** Each item once, as JSON or the like would have it. */
export const idsOf = (quotations: readonly Quotation[] | undefined) => quotations?.map(({ id }) => id) ?? [];
