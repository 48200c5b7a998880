import type * as vscode from 'vscode';
import { type Coverage, coverageOf } from '../../core/analysis/coverage.ts';
import { type UncodedTurn, uncodedTurns } from '../../core/analysis/uncodedTurns.ts';
import { documentName } from '../../core/study/sources.ts';
import type { CommandRow } from '../commands/register.ts';
import { type InTranscript, inTranscript } from '../inTranscript.ts';
import { pickOne } from '../picker/pickOne.ts';
import { offsetOf } from '../positions.ts';
import { say } from '../say.ts';
import { selectRange } from '../selectRange.ts';
import type { Sessions } from '../sessions.ts';
import { showDone } from '../showDone.ts';
import { percentOf } from './percent.ts';
import { goToUncodedTurn } from './uncodedTurn.ts';

/** The commands about what is coded of a transcript, and what not yet. */
export function coverageCommands(sessions: Sessions): readonly CommandRow[] {
  return [
    { id: 'nextUncodedTurn', run: () => goToUncodedTurn(sessions, 1) },
    { id: 'previousUncodedTurn', run: () => goToUncodedTurn(sessions, -1) },
    { id: 'showCoverage', run: () => showCoverage(sessions) },
  ];
}

interface Row extends vscode.QuickPickItem {
  readonly turns: readonly UncodedTurn[];
}

/** Lists how much is coded of what each speaker of the transcript says; Enter goes to the next turn of which nothing is. */
async function showCoverage(sessions: Sessions): Promise<void> {
  const where = inTranscript(sessions);
  if (!where) return;
  const { study } = where.session;
  const rows = rowsOf(coverageOf(study, where.document), uncodedTurns(study, where.document));
  const picked = await pickOne(rows, {
    title: say('coverage.title', { document: documentName(where.document.path) }),
    placeHolder: say('coverage.placeholder'),
    matchOnDescription: true,
  });
  if (picked) goToNext(where, picked);
}

function rowsOf(coverage: Coverage, uncoded: readonly UncodedTurn[]): readonly Row[] {
  const row = (label: string, share: Coverage['respondents'], turns: readonly UncodedTurn[]): Row => ({
    label,
    description: [
      percentOf(share),
      say('coverage.words', { coded: share.coded, words: share.words }),
      say('coverage.turns', { count: turns.length }),
    ].join(' · '),
    turns,
  });
  const speakers = coverage.speakers.map(({ label, name, isRespondent, ...share }) => ({
    isRespondent,
    ...row(
      name === undefined ? say('coverage.unnamed') : name === label ? name : `${name} (${label})`,
      share,
      uncoded.filter(({ speaker }) => speaker === label),
    ),
  }));
  const respondents = speakers.filter(({ isRespondent }) => isRespondent);
  const all = row(
    say('coverage.respondents'),
    coverage.respondents,
    uncoded.filter(({ isRespondent }) => isRespondent),
  );
  return [
    ...(respondents.length === 1 ? [] : [all]),
    ...respondents,
    ...speakers.filter(({ isRespondent }) => !isRespondent),
  ];
}

function goToNext({ editor }: InTranscript, { label, turns }: Row): void {
  const caret = offsetOf(editor.document, editor.selection.start);
  const turn = turns.find(({ start }) => start > caret) ?? turns[0];
  if (turn) selectRange(editor, turn);
  else showDone(say('coverage.allCoded', { speaker: label }));
}
