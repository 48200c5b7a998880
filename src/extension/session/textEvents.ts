import * as vscode from 'vscode';
import type { Reason } from '../../core/anchoring/removedText.ts';
import type { TextEdit } from '../../core/anchoring/textEdit.ts';
import { normalForm } from '../../core/text/transcript.ts';

/** One change of the text of a document, as an editor reports it. */
export interface Batch {
  readonly edits: readonly TextEdit[];
  readonly reason: Reason;
  /** The editor has read its file anew. */
  readonly isReload: boolean;
}

/** What a change event says, in offsets of LF text before it. */
export function batchOf(event: vscode.TextDocumentChangeEvent): Batch {
  // The line end of the document before the event: a change of it alone comes as an event without content changes.
  const crlf = event.document.eol === vscode.EndOfLine.CRLF;
  const edits = event.contentChanges.map(({ range, rangeOffset, rangeLength, text }) => {
    const start = rangeOffset - (crlf ? range.start.line : 0);
    const end = rangeOffset + rangeLength - (crlf ? range.end.line : 0);
    return { start, end, text: normalForm(text) };
  });
  return { edits, reason: reasonOf(event), isReload: isReload(event) };
}

function reasonOf(event: vscode.TextDocumentChangeEvent): Reason {
  if (event.reason === vscode.TextDocumentChangeReason.Undo) return 'undo';
  return event.reason === vscode.TextDocumentChangeReason.Redo ? 'redo' : 'edit';
}

/**
 * Whether the editor has read its file anew, as far as can be known from the event alone: the text is the saved one, and
 * whole lines changed at once. The first edit of a saved text can look like that: only the next event says that the text
 * is no longer saved.
 */
function isReload({ document, reason, contentChanges }: vscode.TextDocumentChangeEvent): boolean {
  const [change, second] = contentChanges;
  if (document.isDirty || reason !== undefined || !change || second) return false;
  const { range, rangeOffset, text } = change;
  const isToLineEnd = range.end.character === 0 && (text === '' || text.endsWith('\n'));
  const isToEnd = document.positionAt(rangeOffset + text.length).isEqual(endOf(document));
  return range.start.character === 0 && (isToLineEnd || isToEnd);
}

function endOf(document: vscode.TextDocument): vscode.Position {
  return document.lineAt(document.lineCount - 1).range.end;
}
