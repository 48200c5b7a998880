import * as vscode from 'vscode';
import type { StudySession } from '../session.ts';

/** What is to be saved, and how the dialog speaks of it. */
interface Proposal {
  readonly title: string;
  /** Without its extension. */
  readonly name: string;
  readonly extension: string;
  readonly kind: string;
}

/** Asks where to save a file, in the folder of the study unless the user goes elsewhere, and writes it. Undefined when the user does not. */
export async function saveFile(
  session: StudySession,
  { title, name, extension, kind }: Proposal,
  data: () => Promise<string | Uint8Array>,
): Promise<string | undefined> {
  const uri = await vscode.window.showSaveDialog({
    title,
    defaultUri: vscode.Uri.joinPath(session.root, `${name}.${extension}`),
    filters: { [kind]: [extension] },
  });
  if (!uri) return undefined;
  const content = await data();
  await vscode.workspace.fs.writeFile(
    uri,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  );
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
