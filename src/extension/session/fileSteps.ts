import * as vscode from 'vscode';
import { parseSidecar } from '../../core/formats/sidecar.ts';
import type { FileChange, FileRename, FileStep } from '../../core/study/operation.ts';
import { readSidecarPath, sidecarPathOf } from '../../core/study/sidecarPath.ts';
import { normalForm } from '../../core/text/transcript.ts';
import { bytesOf, fingerprintOf, textOf } from '../../store/bytes.ts';
import type { FileSystem } from '../../store/fileSystem.ts';
import { changedSince, type Refused, replaceFiles } from '../../store/replaceFiles.ts';
import { rangeOf } from '../positions.ts';

/** What changing files has to know of the study that they are of. */
export interface FileStepsHost {
  readonly files: FileSystem;
  uriOf(path: string): vscode.Uri;
  pathOf(uri: vscode.Uri): string | undefined;
  /** Follows the edits of open transcripts, and writes where their quotations are. */
  savePlaces(): Promise<void>;
  /** Adopts what was written. */
  adopt(paths: readonly string[]): Promise<void>;
  /** Waits until a rename was followed. */
  renamed(renames: readonly FileRename[]): Promise<void>;
}

/**
 * Makes the steps of an operation, all or none. A file that is open in an editor is changed in the editor and saved, so that
 * its undo and what is shown stay true; any other is written on disk.
 *
 * @returns what somebody else changed since the steps were worked out; undefined when all is done
 */
export async function makeFileSteps(
  host: FileStepsHost,
  steps: readonly FileStep[],
): Promise<Refused | undefined> {
  const contents = steps.filter((step) => step.kind === 'content');
  const renames = steps.filter((step) => step.kind === 'rename');
  // In which order they come says whether the contents are found under the old paths or under those to come.
  if (steps[0]?.kind === 'rename') {
    await rename(host, renames);
    const refused = await changeContents(host, contents);
    if (refused) await rename(host, backwards(renames));
    return refused;
  }
  const refused = await changeContents(host, contents);
  if (!refused) await rename(host, renames);
  return refused;
}

async function changeContents(
  host: FileStepsHost,
  changes: readonly FileChange[],
): Promise<Refused | undefined> {
  const changed = [...(await changedSince(host.files, changes))];
  const inEditors = changes.flatMap((change) => {
    const document = editable(host, change.path);
    return document ? [{ document, change }] : [];
  });
  for (const { document, change } of inEditors)
    if (document.isDirty || normalForm(document.getText()) !== normalForm(change.before.raw))
      changed.push(change.path);
  if (changed.length > 0) return { changed: [...new Set(changed)] };

  await edit(host, inEditors);
  const edited = new Set(inEditors.map(({ change }) => change.path));
  const others = changes.filter(({ path }) => !edited.has(path));
  let refused: Refused | undefined;
  try {
    const expected = await asWritten(host, others, edited);
    refused = 'changed' in expected ? expected : await replaceFiles(host.files, expected.changes);
    if (!refused)
      await keepLineEnds(
        host,
        inEditors.map(({ change }) => change),
      );
  } catch (error) {
    await edit(host, inEditors.map(takenBack));
    throw error;
  } finally {
    if (refused) await edit(host, inEditors.map(takenBack));
    await host.adopt(changes.map(({ path }) => path));
  }
  return refused;
}

interface InEditor {
  readonly document: vscode.TextDocument;
  readonly change: FileChange;
}

function takenBack({ document, change }: InEditor): InEditor {
  return { document, change: { ...change, before: change.after, after: change.before } };
}

/** The open document of a file whose text is the user's: JSON and tables are Codeboom's to write. */
function editable(host: FileStepsHost, path: string): vscode.TextDocument | undefined {
  if (/\.(?:jsonl?|csv)$/i.test(path)) return undefined;
  return vscode.workspace.textDocuments.find(({ uri }) => host.pathOf(uri) === path);
}

async function edit(host: FileStepsHost, inEditors: readonly InEditor[]): Promise<void> {
  if (inEditors.length === 0) return;
  const edits = new vscode.WorkspaceEdit();
  for (const { document, change } of inEditors)
    for (const { start, end, text } of change.after.edits)
      edits.replace(document.uri, rangeOf(document, { start, end }), text);
  if (!(await vscode.workspace.applyEdit(edits))) throw new Error('The editors did not take the changes');
  for (const { document } of inEditors) await document.save();
  await host.savePlaces();
}

/** The sidecars of transcripts that were just edited are no longer as they were: their quotations were followed and written. */
async function asWritten(
  { files }: FileStepsHost,
  changes: readonly FileChange[],
  edited: ReadonlySet<string>,
): Promise<{ readonly changes: readonly FileChange[] } | Refused> {
  const expected: FileChange[] = [];
  for (const change of changes) {
    const { path, before, after } = change;
    const sidecar = readSidecarPath(path, (file) => edited.has(file));
    if (!sidecar || !edited.has(sidecar.document)) {
      expected.push(change);
      continue;
    }
    const bytes = await files.read(path);
    const raw = (bytes && textOf(bytes)) ?? '';
    const idsIn = (text: string) =>
      parseSidecar(text, path, sidecar.document, sidecar.coder)
        .value?.quotations.map(({ id }) => id)
        .sort()
        .join();
    if (raw !== before.raw && idsIn(raw) !== idsIn(after.raw)) return { changed: [path] };
    expected.push({ ...change, before: { ...before, raw } });
  }
  return { changes: expected };
}

/** An editor gives all lines of a file the same end. What differs from what was meant in that alone is written as it was meant. */
async function keepLineEnds({ files }: FileStepsHost, changes: readonly FileChange[]): Promise<void> {
  for (const { path, after } of changes) {
    const bytes = await files.read(path);
    const raw = bytes && textOf(bytes);
    if (raw === undefined || raw === after.raw || normalForm(raw) !== normalForm(after.raw)) continue;
    const known = fingerprintOf(bytes);
    await files.write(path, bytesOf(after.raw), (there) => fingerprintOf(there) === known);
  }
}

/** Sidecars are renamed first and here: for those that another part adds to a rename VS Code asks the user. */
async function rename(host: FileStepsHost, renames: readonly FileRename[]): Promise<void> {
  if (renames.length === 0) return;
  const all = await host.files.list();
  const edits = new vscode.WorkspaceEdit();
  for (const { from, to } of renames)
    for (const path of all) {
      const sidecar = readSidecarPath(path, (file) => file === from);
      if (sidecar?.document === from)
        edits.renameFile(host.uriOf(path), host.uriOf(sidecarPathOf(to, sidecar.coder)));
    }
  for (const { from, to } of renames) edits.renameFile(host.uriOf(from), host.uriOf(to));
  if (!(await vscode.workspace.applyEdit(edits))) throw new Error('VS Code did not rename the files');
  await host.renamed(renames);
}

function backwards(renames: readonly FileRename[]): readonly FileRename[] {
  return renames.map(({ from, to }) => ({ kind: 'rename', from: to, to: from }) as const).reverse();
}
