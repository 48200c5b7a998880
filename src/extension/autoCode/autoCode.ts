import * as vscode from 'vscode';
import { type AutoCodeSearch, hitsIn } from '../../core/analysis/autoCode.ts';
import { codingChanges, operation } from '../../core/study/coding.ts';
import type { StudyDocument } from '../../core/study/model.ts';
import type { RecordChange } from '../../core/study/operation.ts';
import { caseOf } from '../../core/study/sources.ts';
import type { Subject } from '../../core/study/subject.ts';
import type { ApplyCodes, AskedRecoding } from '../commands/applyCodes.ts';
import type { CommandRow } from '../commands/register.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { showDone } from '../showDone.ts';
import { askKind, askSearch } from './askSearch.ts';
import { askWhere } from './askWhere.ts';
import type { FoundIn } from './hitRows.ts';
import { inSlices } from './inSlices.ts';
import { chooseHits, countOf } from './preview.ts';

/** Auto-Code…: the questions, what was found to tick off, and all of it as one step to undo. */
export function autoCodeCommands(sessions: Sessions, applyCodes: ApplyCodes): readonly CommandRow[] {
  return [
    {
      id: 'autoCode',
      run: (clicked?: Subject, selected?: readonly Subject[]) =>
        autoCode(sessions, applyCodes, clicked && selected?.includes(clicked) ? selected : [clicked]),
    },
  ];
}

/** @param subjects the codes to apply, or the documents and cases to search, where these were chosen in a view */
async function autoCode(
  sessions: Sessions,
  applyCodes: ApplyCodes,
  subjects: readonly (Subject | undefined)[],
): Promise<void> {
  const session = sessions.active;
  if (!session) return;
  const kind = await askKind();
  if (!kind) return;
  const chosen = documentsAmong(session, subjects);
  const documents = chosen.length > 0 ? chosen : await askWhere(sessions, session);
  if (!documents) return;
  const search = await askSearch(session, kind, documents);
  if (!search) return;
  const asked = codesAmong(session, subjects) ?? (await applyCodes.ask(session, say('autoCode.codesTitle')));
  if (!asked || asked.recoding.add.length === 0) return;
  const found = await searchIn(session, documents, search, asked);
  if (!found) return;
  const codes = asked.names.join(', ');
  if (countOf(found) === 0) {
    const coded = found.reduce((sum, { hits }) => sum + hits.length, 0);
    const message = coded > 0 ? say('autoCode.allCoded', { count: coded, codes }) : say('autoCode.nothing');
    void vscode.window.showInformationMessage(message);
    return;
  }
  const hits = await chooseHits(session, codes, found);
  if (hits) await apply(session, asked, hits);
}

function documentsAmong(
  { study }: StudySession,
  subjects: readonly (Subject | undefined)[],
): readonly StudyDocument[] {
  const paths = new Set(subjects.map((subject) => (subject?.kind === 'document' ? subject.path : '')));
  const cases = new Set(subjects.flatMap((subject) => (subject?.kind === 'case' ? [subject.name] : [])));
  return [...study.documents.values()].filter(
    (document) =>
      document.transcript && (paths.has(document.path) || (cases.size > 0 && cases.has(caseOf(document)))),
  );
}

function codesAmong(
  { study }: StudySession,
  subjects: readonly (Subject | undefined)[],
): AskedRecoding | undefined {
  const ids = subjects.flatMap((subject) => (subject && 'code' in subject ? subject.code : []));
  const codes = ids.flatMap((id) => study.codebook.codes.get(id) ?? []);
  if (codes.length === 0) return undefined;
  return {
    recoding: { add: codes.map(({ id }) => id) },
    changes: [],
    names: codes.map(({ name }) => name),
  };
}

/** @returns undefined when the user cancelled */
async function searchIn(
  session: StudySession,
  documents: readonly StudyDocument[],
  search: AutoCodeSearch,
  { recoding }: AskedRecoding,
): Promise<readonly FoundIn[] | undefined> {
  const { author, study } = session;
  const found: FoundIn[] = [];
  const isDone = await inSlices(say('autoCode.searching'), documents, ({ path }) => {
    const document = study.documents.get(path);
    const hits = document ? hitsIn(study, document, search, recoding.add, author) : [];
    if (document && hits.length > 0) found.push({ document, hits });
  });
  return isDone ? found : undefined;
}

async function apply(session: StudySession, asked: AskedRecoding, found: readonly FoundIn[]): Promise<void> {
  const { author } = session;
  const isAsSearched = () =>
    found.every(({ document }) => {
      const now = session.study.documents.get(document.path);
      return now?.transcript?.text === document.transcript?.text;
    });
  const coding: RecordChange[] = [];
  const isDone = await inSlices(say('autoCode.coding'), found, ({ document, hits }) => {
    const now = session.study.documents.get(document.path) ?? document;
    const ranges = hits.map(({ range }) => range);
    for (const change of codingChanges(now, ranges, asked.recoding, author)) coding.push(change);
  });
  if (!isDone) return;
  if (!isAsSearched()) {
    void vscode.window.showWarningMessage(say('autoCode.changed'));
    return;
  }
  const label = { codes: asked.names.join(', '), count: coding.length };
  if (coding.length > 0) session.apply(operation('done.autoCode', label, [...asked.changes, ...coding]));
  else showDone(say('autoCode.nothingTicked'));
}
