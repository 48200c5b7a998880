import * as vscode from 'vscode';
import { renderChapter } from '../../core/chapters/render.ts';
import { labelOf } from '../../core/render/captionNumber.ts';
import { fit, fitsBetterTransposed } from '../../core/render/columnWidths.ts';
import {
  isPaged,
  renderTableFile,
  type TableFormat,
  tableFormatNames,
  tableFormats,
} from '../../core/render/formats.ts';
import { turned } from '../../core/render/turned.ts';
import type { Study } from '../../core/study/study.ts';
import { defaultSpecs } from '../../core/tables/defaultSpecs.ts';
import { makeTable } from '../../core/tables/makeTable.ts';
import { parseSpec } from '../../core/tables/spec.ts';
import type { Table } from '../../core/tables/table.ts';
import { transcriptOf } from '../../core/text/transcript.ts';
import type { CommandRow } from '../commands/register.ts';
import { offsetOf } from '../positions.ts';
import { saveOut } from '../privacy/exportGate.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { showDone } from '../showDone.ts';

/** The command that saves a table in a format of the user's choice. */
export function saveTableCommands(sessions: Sessions): readonly CommandRow[] {
  return [{ id: 'saveTableAs', run: () => saveTableAs(sessions) }];
}

async function saveTableAs(sessions: Sessions): Promise<void> {
  const session = sessions.active;
  if (!session) return;
  const { study } = session;
  const table = tableAtCursor(session) ?? (await pickTable(session));
  const format = table && (await pickFormat());
  const shown = table && format && (isPaged(format) ? await fitted(table) : table);
  if (!shown || !format) return;
  const name = shown.caption === undefined ? defaultName(study, shown) : labelOf(shown.caption);
  const { extension } = tableFormats[format];
  const content = await renderTableFile(shown, format);
  const uri = await saveOut(session, {
    title: say('format.which'),
    defaultUri: vscode.Uri.joinPath(session.root, `${name}.${extension}`),
    filters: { [say(`format.${format}`)]: [extension] },
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    text: allText(shown),
  });
  if (uri) showDone(say('format.saved', { file: uri.path.slice(uri.path.lastIndexOf('/') + 1) }));
}

/** Every word of a table, for the check for real names. */
function allText({ caption, columns, rows, note }: Table): string {
  const cells = rows.flatMap((row) => row.map(({ text }) => text));
  return [caption ?? '', ...columns.map(({ header }) => header), ...cells, note ?? ''].join('\n');
}

function defaultName({ settings }: Study, { columns }: Table): string {
  return labelOf(columns[0]?.header ?? settings.title ?? '');
}

/** The table of the generated block that the cursor is in. */
function tableAtCursor(session: StudySession): Table | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !session.isChapter(editor.document.uri)) return undefined;
  const { text } = transcriptOf(editor.document.getText());
  const at = offsetOf(editor.document, editor.selection.active);
  const found = renderChapter(session.study, text).blocks.find(
    ({ block: { range } }) => range.start <= at && at <= range.end,
  );
  return found && tableOf(session.study, text.slice(found.block.spec.start, found.block.spec.end));
}

function tableOf(study: Study, yaml: string): Table | undefined {
  const { spec } = parseSpec(yaml, study);
  return spec && makeTable(study, spec).table;
}

/** The tables of the open chapter, by their captions, and one of each kind as it is proposed for a chapter. */
async function pickTable(session: StudySession): Promise<Table | undefined> {
  const { study } = session;
  const rows = defaultSpecs(study).map(({ kind, yaml }) => ({
    label: say(`table.kind.${kind}`),
    description: kind,
    detail: say(`table.about.${kind}`),
    yaml,
  }));
  const picked = await vscode.window.showQuickPick([...chapterRows(session), ...rows], {
    title: say('format.whichTable'),
  });
  return picked && tableOf(study, picked.yaml);
}

function chapterRows(session: StudySession) {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !session.isChapter(document.uri)) return [];
  const { text } = transcriptOf(document.getText());
  return renderChapter(session.study, text).blocks.flatMap(({ block: { spec } }) => {
    const yaml = text.slice(spec.start, spec.end);
    const parsed = parseSpec(yaml, session.study).spec;
    if (!parsed) return [];
    const line = text.slice(0, spec.start).split('\n').length;
    return {
      label: parsed.caption ?? say(`table.kind.${parsed.table}`),
      description: parsed.table,
      detail: `${document.fileName.replace(/^.*[\\/]/, '')}:${line}`,
      yaml,
    };
  });
}

async function pickFormat(): Promise<TableFormat | undefined> {
  const rows = tableFormatNames.map((format) => ({
    label: say(`format.${format}`),
    description: `.${tableFormats[format].extension}`,
    detail: say(`format.about.${format}`),
    format,
  }));
  return (await vscode.window.showQuickPick(rows, { title: say('format.which') }))?.format;
}

/** The table as it is when it fits on a page; else as the user decides who is told that it does not. */
async function fitted(table: Table): Promise<Table | undefined> {
  const place = fit(table);
  if (place === 'upright') return table;
  const name = table.caption ?? table.columns[0]?.header ?? '';
  const other = turned(table);
  const keep = { label: say('format.keep'), table };
  const turn = other ? [{ label: say('format.transpose'), table: other }] : [];
  const picked = await vscode.window.showQuickPick(
    fitsBetterTransposed(table) ? [...turn, keep] : [keep, ...turn],
    { title: say(place === 'onItsSide' ? 'format.onItsSide' : 'format.tooWide', { table: name }) },
  );
  return picked?.table;
}
