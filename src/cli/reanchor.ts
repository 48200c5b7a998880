import { reanchorQuotations } from '../core/anchoring/reanchor.ts';
import type { SidecarFile } from '../core/formats/sidecar.ts';
import { type Changed, nothingChanged } from '../core/study/apply.ts';
import type { Quotation } from '../core/study/model.ts';
import { quotationsById } from '../core/study/quotations.ts';
import type { Study } from '../core/study/study.ts';
import { digestOf } from '../core/text/digest.ts';
import { positionAt } from '../core/text/lines.ts';
import { type Command, exitCodes, jsonOption } from './command.ts';
import { warnOfErrors } from './findings.ts';
import { type OpenStudy, openStudy } from './openStudy.ts';
import type { Terminal } from './terminal.ts';

type Outcome = 'exact' | 'moved' | 'changed' | 'review' | 'lost';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What became of a quotation since its sidecar was written. Places are in UTF-16 code units of the LF text. */
interface Reanchored {
  readonly id: string;
  readonly document: string;
  readonly outcome: Outcome;
  readonly old: Span;
  /** Absent when it is lost. */
  readonly new?: Span;
  /** Key of the sentence that says why. */
  readonly reason: string;
}

/** `codeboom reanchor`: finds the quotations again in transcripts that were edited elsewhere, and writes where they are. */
export const reanchor: Command = {
  name: 'reanchor',
  operands: [{ name: 'study', optional: true }],
  summary: 'cli.reanchor',
  options: { 'dry-run': { type: 'boolean', description: 'cli.option.dryRun' }, json: jsonOption },
  async run(given, terminal) {
    const open = await openStudy(given.operands[0] ?? '.');
    const found = open.sidecars.flatMap((file) => outcomesOf(open.study, file));
    const isWritten = given.flag('dry-run') || (await write(open));
    if (given.flag('json')) {
      const records = found.map(({ reason, ...one }) => ({
        ...one,
        reason: sayReason(reason, terminal),
        key: reason,
      }));
      terminal.print(`${JSON.stringify(records, null, 2)}\n`);
    } else {
      for (const one of found) if (one.outcome !== 'exact') terminal.print(lineOf(open, one, terminal));
    }
    terminal.say('cli.reanchored', countsOf(found));
    await warnOfErrors({ ...open, problems: [...open.problems, ...open.store.problems] }, terminal);
    if (open.isIncomplete || !isWritten) return exitCodes.unusable;
    return found.some(({ outcome }) => outcome === 'review' || outcome === 'lost')
      ? exitCodes.findings
      : exitCodes.clean;
  },
};

/** Opening the study has found the quotations again; this compares what the file says with where they are now. */
function outcomesOf(
  study: Study,
  { document: path, sidecar, quotations }: SidecarFile,
): readonly Reanchored[] {
  const document = study.documents.get(path);
  const text = document?.transcript?.text;
  const now = document && quotationsById(document);
  const whyLost = new Map(
    text === undefined || quotations.every(({ id }) => now?.get(id)?.anchor?.state !== 'lost')
      ? []
      : reanchorQuotations(quotations, text, undefined, sidecar.text.length || undefined).flatMap((one) =>
          one.outcome === 'lost' ? [[one.id, one.reason] as const] : [],
        ),
  );
  return quotations.map((quotation) => {
    const { id, start, end } = quotation;
    const old = { start, end };
    const after = now?.get(id);
    if (text === undefined || !after)
      return { id, document: path, outcome: 'lost', old, reason: 'reason.noTranscript' };
    const [outcome, reason] = outcomeOf(quotation, after);
    if (outcome === 'lost')
      return { id, document: path, outcome, old, reason: whyLost.get(id) ?? 'reason.notFound' };
    return { id, document: path, outcome, old, new: { start: after.start, end: after.end }, reason };
  });
}

function outcomeOf(before: Quotation, after: Quotation): readonly [Outcome, string] {
  const { anchor } = after;
  if (anchor?.state === 'lost') return ['lost', ''];
  if (anchor?.state === 'review') return ['review', anchor.reason];
  if (after.exact !== before.exact) return ['changed', 'reason.isChanged'];
  return after.start === before.start ? ['exact', 'reason.isExact'] : ['moved', 'reason.isMoved'];
}

/**
 * Writes the sidecars that are of another text than their transcript has now.
 *
 * @returns whether all of them could be written
 */
async function write({ store, study: opened, sidecars }: OpenStudy): Promise<boolean> {
  const quotations = new Map<string, Set<string>>();
  for (const { document, sidecar } of sidecars) {
    const transcript = opened.documents.get(document)?.transcript;
    if (transcript && digestOf(transcript).sha256 !== sidecar.text.sha256)
      quotations.set(document, (quotations.get(document) ?? new Set()).add(sidecar.coder));
  }
  let study = opened;
  const changed: Changed = { ...nothingChanged, quotations };
  let adoption = await store.save(() => study, changed);
  while (adoption) {
    study = adoption.adopt(study);
    adoption = await store.save(() => study, nothingChanged);
  }
  return !store.isPending;
}

function lineOf({ study, shown }: OpenStudy, one: Reanchored, terminal: Terminal): string {
  const transcript = study.documents.get(one.document)?.transcript;
  const at = transcript && one.new ? positionAt(transcript, one.new.start) : { line: 0, character: 0 };
  const place = `${shown(one.document)}:${at.line + 1}:${at.character + 1}`;
  return `${place} ${one.outcome} ${one.id}: ${sayReason(one.reason, terminal)}\n`;
}

function sayReason(reason: string, terminal: Terminal): string {
  return terminal.sentence({ key: reason, values: {} });
}

function countsOf(found: readonly Reanchored[]): Readonly<Record<Outcome, number>> {
  const counts = { exact: 0, moved: 0, changed: 0, review: 0, lost: 0 };
  for (const { outcome } of found) counts[outcome]++;
  return counts;
}
