import * as vscode from 'vscode';
import type { TextRange } from '../core/study/problem.ts';

/**
 * Offsets of a study count in LF text; an editor counts the line ends that its document has. VS Code gives all lines of a
 * document the same end, so the two differ by one code unit a line when that end is CRLF.
 */

/** The offset in LF text of a position in a document. */
export function offsetOf(document: vscode.TextDocument, position: vscode.Position): number {
  return document.offsetAt(position) - (document.eol === vscode.EndOfLine.CRLF ? position.line : 0);
}

/** The range in LF text of a range in a document. */
export function textRangeOf(document: vscode.TextDocument, range: vscode.Range): TextRange {
  return { start: offsetOf(document, range.start), end: offsetOf(document, range.end) };
}

/** The position in a document of an offset in LF text, clamped to the document. */
function positionOf(document: vscode.TextDocument, offset: number): vscode.Position {
  if (document.eol === vscode.EndOfLine.LF) return document.positionAt(offset);
  let low = 0;
  let high = document.lineCount - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (offsetOf(document, new vscode.Position(middle, 0)) <= offset) low = middle;
    else high = middle - 1;
  }
  const start = offsetOf(document, new vscode.Position(low, 0));
  return document.validatePosition(new vscode.Position(low, offset - start));
}

/** The range in a document of a range in LF text. */
export function rangeOf(document: vscode.TextDocument, range: TextRange): vscode.Range {
  return new vscode.Range(positionOf(document, range.start), positionOf(document, range.end));
}
