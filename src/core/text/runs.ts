/** A piece of text with its emphasis. */
export interface Run {
  readonly text: string;
  readonly italic?: boolean;
  readonly bold?: boolean;
  /** Markdown of the user's own, not to be escaped. */
  readonly isMarkdown?: boolean;
}

/** The words alone. */
export function plainOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** Markdown that shows the runs; the text of each is escaped, so that it is printed as it is. */
export function markdownOf(runs: readonly Run[]): string {
  return runs
    .map(({ text, italic, bold, isMarkdown }) => {
      const marks = `${bold ? '**' : ''}${italic ? '*' : ''}`;
      const shown = isMarkdown ? text.replaceAll('<!--', '&lt;!--') : escapeMarkdown(text);
      return `${marks}${shown}${[...marks].reverse().join('')}`;
    })
    .join('');
}

/** Text as Markdown that prints exactly that text. What has no meaning in Markdown where it stands is left alone. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(
      /\\(?=[!-/:-@[-`{-~])|[`*]|~(?=~)|(?<=~)~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\](?=[([])/gu,
      '\\$&',
    )
    .replace(/&(?=#?[A-Za-z0-9]+;)/g, '&amp;')
    .replace(/<(?=[A-Za-z/!?])/g, '&lt;');
}

/** The text that Markdown made by `escapeMarkdown` prints. */
export function unescapeMarkdown(markdown: string): string {
  return markdown
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Keeps a line of escaped Markdown from being read as a heading, list item, block quotation, rule or address of a link. */
export function escapeLineStart(markdown: string): string {
  return markdown.replace(
    /^(\s*)(?:(\d+)([.)])(?=\s|$)|([#>+=-]|\[(?=[^\]]*\]:)))/,
    (_, space: string, digits?: string, dot?: string, mark?: string) =>
      mark === undefined ? `${space}${digits}\\${dot}` : `${space}\\${mark}`,
  );
}
