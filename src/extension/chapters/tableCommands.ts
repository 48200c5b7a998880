import * as vscode from 'vscode';
import { type RenderedChapter, renderChapter } from '../../core/chapters/render.ts';
import { defaultSpecs } from '../../core/tables/defaultSpecs.ts';
import { transcriptOf } from '../../core/text/transcript.ts';
import type { CommandRow } from '../commands/register.ts';
import { pickOne } from '../picker/pickOne.ts';
import { offsetOf } from '../positions.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { chaptersOf } from './chapterFiles.ts';
import { applyToDocument } from './chapterText.ts';

/** The commands that keep the tables of living chapters up to date and put new ones in. */
export function tableCommands(sessions: Sessions): readonly CommandRow[] {
  return [
    { id: 'updateTables', run: () => updateTables(sessions) },
    { id: 'updateAllTables', run: () => updateAllTables(sessions) },
    {
      id: 'overwriteBlock',
      run: (uri: vscode.Uri, at: vscode.Position) => overwriteBlock(sessions, uri, at),
    },
    {
      id: 'keepBlockAsText',
      run: (uri: vscode.Uri, at: vscode.Position) => keepBlockAsText(sessions, uri, at),
    },
    { id: 'insertTable', run: () => insertTable(sessions) },
  ];
}

interface Chapter {
  readonly session: StudySession;
  readonly document: vscode.TextDocument;
}

export function activeChapter(sessions: Sessions): Chapter | undefined {
  const document = vscode.window.activeTextEditor?.document;
  const session = document && sessions.of(document.uri);
  if (session?.isChapter(document?.uri ?? session.root) && document) return { session, document };
  void vscode.window.showInformationMessage(say('chapter.none'));
  return undefined;
}

async function updateTables(sessions: Sessions): Promise<void> {
  const chapter = activeChapter(sessions);
  if (!chapter) return;
  const { updated, failed } = await update(chapter);
  tell(updated, failed, 1);
}

/** Chapters that were not open are saved; open ones are left to the user, as after any edit. */
async function updateAllTables(sessions: Sessions): Promise<void> {
  const session = sessions.active;
  if (!session) return;
  let [updated, failed, chapters] = [0, 0, 0];
  for (const uri of await chaptersOf(session)) {
    const wasDirty = vscode.workspace.textDocuments.some(
      (open) => open.isDirty && open.uri.toString() === uri.toString(),
    );
    const document = await vscode.workspace.openTextDocument(uri);
    const result = await update({ session, document });
    if (result.updated > 0 && !wasDirty) await document.save();
    updated += result.updated;
    failed += result.failed;
    chapters += 1;
  }
  tell(updated, failed, chapters);
}

/** Refreshes every block of a chapter; for one that was edited by hand the user decides first. */
async function update({ session, document }: Chapter): Promise<{ updated: number; failed: number }> {
  const { study } = session;
  const first = renderChapter(study, document.getText());
  const force = new Set<number>();
  const keep: number[] = [];
  for (const [number, { status }] of first.blocks.entries()) {
    if (status !== 'handEdited') continue;
    const decision = await decideOn(document, first, number);
    if (decision === 'overwrite') force.add(number);
    else if (decision === 'text') keep.push(number);
  }
  const rendered = force.size > 0 ? renderChapter(study, document.getText(), { force }) : first;
  const markers = keep.flatMap((number) => markersOf(rendered, number));
  const edits = [...rendered.edits, ...markers].sort((a, b) => a.range.start - b.range.start);
  await applyToDocument(document, edits);
  const failed = rendered.blocks.filter(({ status }) => status === 'failed').length;
  return { updated: rendered.edits.length, failed };
}

async function decideOn(
  document: vscode.TextDocument,
  rendered: RenderedChapter,
  number: number,
): Promise<'overwrite' | 'text' | 'leave'> {
  const start = rendered.blocks[number]?.block.content.start ?? 0;
  const line = transcriptOf(document.getText()).text.slice(0, start).split('\n').length;
  const picked = await pickOne(
    [
      { label: say('chapter.leave'), detail: say('chapter.leaveDetail'), decision: 'leave' as const },
      {
        label: say('chapter.overwrite'),
        detail: say('chapter.overwriteDetail'),
        decision: 'overwrite' as const,
      },
      { label: say('chapter.asText'), detail: say('chapter.asTextDetail'), decision: 'text' as const },
    ],
    { title: say('chapter.decide', { line }) },
  );
  return picked?.decision ?? 'leave';
}

/** The edits that take the two comments of a block away and leave what is between them. */
function markersOf(rendered: RenderedChapter, number: number): RenderedChapter['edits'] {
  const block = rendered.blocks[number]?.block;
  if (!block) return [];
  return [
    { range: { start: block.range.start, end: block.content.start }, text: '' },
    { range: block.closing, text: '' },
  ];
}

/** Puts the table as it should be in the place of what was edited by hand. */
async function overwriteBlock(sessions: Sessions, uri: vscode.Uri, at: vscode.Position): Promise<void> {
  const found = await blockAt(sessions, uri, at);
  if (!found) return;
  const { session, document, rendered, number } = found;
  const forced = renderChapter(session.study, document.getText(), { force: new Set([number]) });
  const known = new Set(rendered.edits.map(({ range }) => range.start));
  await applyToDocument(
    document,
    forced.edits.filter(({ range }) => !known.has(range.start)),
  );
}

async function keepBlockAsText(sessions: Sessions, uri: vscode.Uri, at: vscode.Position): Promise<void> {
  const found = await blockAt(sessions, uri, at);
  if (found) await applyToDocument(found.document, markersOf(found.rendered, found.number));
}

/** The generated block at a position of a chapter. */
async function blockAt(sessions: Sessions, uri: vscode.Uri, at: vscode.Position) {
  const session = sessions.of(uri);
  if (!session) return undefined;
  const document = await vscode.workspace.openTextDocument(uri);
  const rendered = renderChapter(session.study, document.getText());
  const offset = offsetOf(document, at);
  const number = rendered.blocks.findIndex(
    ({ block: { range } }) => range.start <= offset && offset <= range.end,
  );
  return number < 0 ? undefined : { session, document, rendered, number };
}

/** Writes the spec of a table with columns that fit the study, and the table itself, at the cursor. */
async function insertTable(sessions: Sessions): Promise<void> {
  const chapter = activeChapter(sessions);
  const editor = vscode.window.activeTextEditor;
  if (!chapter || !editor) return;
  const { session, document } = chapter;
  const picked = await pickOne(
    defaultSpecs(session.study).map(({ kind, yaml }) => ({
      label: say(`table.kind.${kind}`),
      description: kind,
      detail: say(`table.about.${kind}`),
      yaml,
    })),
    { title: say('table.which') },
  );
  if (!picked) return;
  const block = `<!-- codeboom\n${picked.yaml.trimEnd()}\n-->\n<!-- /codeboom -->\n`;
  const { text } = renderChapter(session.study, block);
  const line = document.lineAt(editor.selection.active.line);
  await editor.edit((edit) => {
    edit.insert(line.range.end, line.isEmptyOrWhitespace ? text : `\n\n${text}`);
  });
}

function tell(updated: number, failed: number, chapters: number): void {
  const sentence = say('chapter.updated', { count: updated, chapters });
  if (failed === 0) vscode.window.setStatusBarMessage(`$(check) ${sentence}`, 4000);
  else void vscode.window.showWarningMessage(say('chapter.updatedButFailed', { count: updated, failed }));
}
