import * as vscode from 'vscode';
import type { Hit } from '../../core/analysis/autoCode.ts';
import type { StudyDocument } from '../../core/study/model.ts';
import { settingsOf } from '../../core/study/settings.ts';
import { documentName } from '../../core/study/sources.ts';
import type { Study } from '../../core/study/study.ts';
import { positionAt } from '../../core/text/lines.ts';
import { asSpeech } from '../../core/text/speech.ts';
import type { Transcript } from '../../core/text/transcript.ts';
import { speakerName, turnAt } from '../../core/text/turns.ts';
import { say } from '../say.ts';

/** What was found in a document. */
export interface FoundIn {
  readonly document: StudyDocument;
  readonly hits: readonly Hit[];
}

/** A row of the preview; those without a hit only divide the list. */
export interface HitRow extends vscode.QuickPickItem {
  readonly found?: { readonly document: StudyDocument; readonly hit: Hit };
}

/** So many passages that are coded already are named; more of them help nobody. */
const mostCoded = 100;

/** The rows of a preview: what would be coded, by document; then what is already. */
export function hitRows(study: Study, found: readonly FoundIn[]): readonly HitRow[] {
  const fresh = found.flatMap(({ document, hits }) => {
    const left = hits.filter(({ isCoded }) => !isCoded);
    if (left.length === 0) return [];
    const name = say('autoCode.group', { document: documentName(document.path), count: left.length });
    return [divider(name), ...left.map((hit) => hitRow(study, document, hit))];
  });
  const coded = found.flatMap(({ document, hits }) =>
    hits.filter(({ isCoded }) => isCoded).map((hit) => ({ document, hit })),
  );
  if (coded.length === 0) return fresh;
  return [
    ...fresh,
    divider(say('autoCode.codedGroup', { count: coded.length })),
    ...coded.slice(0, mostCoded).map(({ document, hit }) => hitRow(study, document, hit)),
  ];
}

function divider(label: string): HitRow {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

const goToButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('go-to-file'),
  get tooltip() {
    return say('autoCode.goTo');
  },
};

/** Short enough for the place to fit beside it. */
const longestLabel = 55;
const longestDetail = 200;
const contextLength = 45;

function hitRow(study: Study, document: StudyDocument, hit: Hit): HitRow {
  const { transcript } = document;
  if (!transcript) return { label: '' };
  const { start, end } = hit.range;
  const known = settingsOf(study.settings).interviewers;
  const words = asSpeech(transcript, start, end, { known });
  const speaker = turnAt(transcript, start, known)?.speaker;
  const line = positionAt(transcript, start).line + 1;
  return {
    label: cut(words, longestLabel),
    description: [
      ...(hit.isCoded ? [say('autoCode.isCoded')] : []),
      say('quotations.place', { document: documentName(document.path), line }),
      ...(speaker === undefined ? [] : [speakerName(transcript, speaker)]),
    ].join(' · '),
    detail: inContext(transcript, hit, words, known),
    buttons: [goToButton],
    found: { document, hit },
  };
}

/** What was found between brackets, with what is said before and after it in the same turn. */
function inContext(transcript: Transcript, { range }: Hit, words: string, known: readonly string[]): string {
  const turn = turnAt(transcript, range.start, known);
  const from = Math.max(turn?.textStart ?? 0, range.start - contextLength);
  const to = Math.min(turn?.end ?? transcript.text.length, range.end + contextLength);
  const speech = (start: number, end: number) =>
    start < end ? asSpeech(transcript, start, end, { known }) : '';
  // No half words at the far ends.
  const before = speech(from, range.start).replace(from > (turn?.textStart ?? 0) ? /^\S+\s*/ : '', '');
  const after = speech(range.end, to).replace(to < (turn?.end ?? to) ? /\s*\S+$/ : '', '');
  return [
    before === '' ? '' : `…${before} `,
    `[${cut(words, longestDetail)}]`,
    after === '' ? '' : ` ${after}…`,
  ].join('');
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
