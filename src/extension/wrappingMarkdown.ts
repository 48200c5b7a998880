import * as vscode from 'vscode';

/**
 * Markdown for tooltips and hovers, in which plain text wraps between words. VS Code itself puts spaces in it that never break, so
 * that a long definition is broken inside its words.
 */
export class WrappingMarkdown extends vscode.MarkdownString {
  override appendText(text: string): this {
    const plain = new vscode.MarkdownString('', this.supportThemeIcons).appendText(text).value;
    this.appendMarkdown(
      plain.replace(between, (space, offset: number) => (isNumbered(plain, offset) ? space : ' ')),
    );
    return this;
  }
}

/** A space that never breaks, with something on both sides: at the start of a line more of them would make it code. */
const between = /(?<=\S)&nbsp;(?=\S)/g;

/** Whether a number with a point or bracket stands before it, alone in its line: with an ordinary space it would be a list. */
function isNumbered(text: string, offset: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^\d{1,9}(?:\.|\\?\))$/.test(before);
}
