import * as vscode from 'vscode';
import type { FileNameReplacement } from '../../core/privacy/fileNames.ts';
import type { NameReplacement } from '../../core/privacy/nameReplacements.ts';
import type { Pseudonymisation } from '../../core/privacy/pseudonymisation.ts';
import { positionAt } from '../../core/text/lines.ts';
import { type Transcript, transcriptOf } from '../../core/text/transcript.ts';
import { setTickKey } from '../picker/tickKey.ts';
import { say } from '../say.ts';
import { selectRange } from '../selectRange.ts';
import type { StudySession } from '../session.ts';
import { inContext } from './inContext.ts';

/** What the user left ticked. */
interface Chosen {
  readonly replacements: readonly NameReplacement[];
  readonly fileNames: readonly FileNameReplacement[];
}

interface NameRow extends vscode.QuickPickItem {
  /** More than one only where a speaker's label stands before each of the turns. */
  readonly replacements?: readonly NameReplacement[];
  readonly fileName?: FileNameReplacement;
}

const goToButton: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('go-to-file') };

/** Shows every replacement, ticked, file by file. Undefined when the user thought better of it. */
export function previewNames(session: StudySession, plan: Pseudonymisation): Promise<Chosen | undefined> {
  const rows = rowsOf(plan);
  const files = new Set(plan.replacements.map(({ path }) => path)).size;
  const pick = vscode.window.createQuickPick<NameRow>();
  pick.title = say('pseudonymise.title', { count: plan.replacements.length, files });
  pick.placeholder = say('pseudonymise.placeholder');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = rows;
  pick.selectedItems = rows.filter(({ kind }) => kind === undefined);
  pick.onDidTriggerItemButton(({ item }) => void goTo(session, item));
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve({
        replacements: pick.selectedItems.flatMap(({ replacements = [] }) => replacements),
        fileNames: pick.selectedItems.flatMap(({ fileName }) => fileName ?? []),
      });
      pick.hide();
    });
    pick.onDidHide(() => {
      setTickKey(pick, false);
      resolve(undefined);
      pick.dispose();
    });
    setTickKey(pick, true);
    pick.show();
  });
}

function rowsOf({ files, replacements, fileNames }: Pseudonymisation): readonly NameRow[] {
  const texts = new Map(files.map(({ path, raw }) => [path, transcriptOf(raw)]));
  const byFile = new Map<string, NameReplacement[]>();
  for (const one of replacements) byFile.set(one.path, [...(byFile.get(one.path) ?? []), one]);
  const inFiles = [...byFile].flatMap(([path, own]) => {
    const text = texts.get(path) ?? { text: '' };
    return [
      { label: path, kind: vscode.QuickPickItemKind.Separator },
      ...together(own).map((group) => nameRow(text, group)),
    ];
  });
  if (fileNames.length === 0) return inFiles;
  return [
    { label: say('pseudonymise.fileNames'), kind: vscode.QuickPickItemKind.Separator },
    ...fileNames.map((fileName) => ({ label: `${fileName.from} → ${fileName.to}`, fileName })),
    ...inFiles,
  ];
}

/** The labels of one speaker in one group; any other name by itself. */
function together(own: readonly NameReplacement[]): readonly (readonly NameReplacement[])[] {
  const labels = new Map<string, NameReplacement[]>();
  const groups: (readonly NameReplacement[])[] = [];
  for (const one of own) {
    const group = one.isLabel ? labels.get(one.found) : undefined;
    if (group) group.push(one);
    else {
      const made = [one];
      groups.push(made);
      if (one.isLabel) labels.set(one.found, made);
    }
  }
  return groups;
}

function nameRow(transcript: Transcript, replacements: readonly NameReplacement[]): NameRow {
  const [first] = replacements;
  if (!first) return { label: '' };
  const line = positionAt(transcript, first.start).line + 1;
  const place = first.isLabel
    ? say('pseudonymise.label', { count: replacements.length })
    : say('pseudonymise.line', { line });
  return {
    label: `${first.found} → ${first.pseudonym}`.replace(/\s+/g, ' '),
    description: place,
    detail: inContext(transcript.text, first, first.text),
    buttons: [goToButton],
    replacements,
  };
}

/** Shows where a name stands, without leaving the list. */
async function goTo(session: StudySession, { replacements: [first] = [] }: NameRow): Promise<void> {
  if (!first) return;
  const editor = await vscode.window.showTextDocument(session.uriOf(first.path), {
    preserveFocus: true,
    preview: true,
  });
  selectRange(editor, first);
}
