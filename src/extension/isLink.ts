import * as vscode from 'vscode';

/** Whether a file or folder is a link, which may lead out of the study, where Codeboom writes nothing. */
export async function isLink(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => (type & vscode.FileType.SymbolicLink) !== 0,
    () => false,
  );
}
