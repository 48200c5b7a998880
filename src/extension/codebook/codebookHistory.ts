import * as vscode from 'vscode';
import { codebookGrowth, type HistoryFilter } from '../../core/study/codebook/growth.ts';
import type { Code } from '../../core/study/model.ts';
import type { Study } from '../../core/study/study.ts';
import { makeTable } from '../../core/tables/makeTable.ts';
import { localMoment } from '../../core/text/moment.ts';
import { pickOne } from '../picker/pickOne.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';

interface Row extends vscode.QuickPickItem {
  /** Codes that it is about, of which the first that is there still is shown in the tree. */
  readonly codes: readonly string[];
}

/**
 * Shows how the codebook grew, the last change first; typing filters. Enter goes to the code in the tree.
 *
 * @param about only what was done to these codes
 * @param reveal shows a code in the tree
 */
export async function showHistory(
  session: StudySession,
  reveal: (code: string) => Promise<void>,
  about: readonly Code[] = [],
): Promise<void> {
  const filter: HistoryFilter = about.length > 0 ? { codes: new Set(about.map(({ id }) => id)) } : {};
  const rows = rowsOf(session.study, filter);
  const [only] = about;
  const title = only ? say('history.titleOf', { code: only.name }) : say('history.title');
  if (rows.length === 0) {
    void vscode.window.showInformationMessage(
      only ? say('history.noneOf', { code: only.name }) : say('history.none'),
    );
    return;
  }
  const picked = await pickOne(rows, {
    title: `${title} · ${rows.length}`,
    placeHolder: say('history.placeholder'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  const code = picked?.codes.find((id) => session.study.codebook.codes.has(id));
  if (code !== undefined) await reveal(code);
  else if (picked) void vscode.window.showInformationMessage(say('history.gone'));
}

/** The rows of the table of the history, in the language of the editor. */
function rowsOf(study: Study, filter: HistoryFilter): readonly Row[] {
  const language = vscode.env.language.startsWith('nl') ? 'nl' : 'en';
  const entries = codebookGrowth(study.history, filter);
  const history = { entries: new Map(entries.map((entry, index) => [String(index), entry])) };
  const shown: Study = { ...study, history, settings: { ...study.settings, language } };
  const { table } = makeTable(shown, {
    table: 'history',
    ranges: new Map(),
    columns: ['operation', 'from', 'to', 'coder', 'why'],
  });
  return (table?.rows ?? [])
    .map((cells, index): Row => {
      const [operation = '', from = '', to = '', coder = '', why = ''] = cells.map(({ text }) => text);
      const entry = entries[index];
      const what = [from, to].filter((part) => part !== '').join(' → ');
      const count =
        entry?.quotations === undefined ? '' : say('history.quotations', { count: entry.quotations });
      return {
        label: what === '' ? operation : `${operation}: ${what}`,
        description: [entry && localMoment(entry.at, vscode.env.language), coder].filter(Boolean).join(' · '),
        detail: [count, why].filter((part) => part !== '').join(' · '),
        codes: [...(entry?.into ?? []), ...(entry?.codes ?? []), ...(entry?.from ?? [])],
      };
    })
    .reverse();
}
