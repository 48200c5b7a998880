import { Document, isSeq } from 'yaml';
import { slugOf } from '../study/ids.ts';
import type { LinkTarget } from '../study/memoLinks.ts';

export interface NewMemo {
  readonly title: string;
  readonly type: string;
  readonly links: readonly LinkTarget[];
  /** ISO 8601 in UTC, to the second. */
  readonly created: string;
  /** Markdown to begin with. */
  readonly body?: string;
}

/** The text of a new memo; its end is where the user goes on to write. */
export function newMemoText({ title, type, links, created, body = '' }: NewMemo): string {
  const items = links.map(({ kind, id }) => `${kind}:${id}`);
  const yaml = new Document({ title, type, ...(items.length > 0 && { links: items }), created });
  const list = yaml.get('links');
  if (isSeq(list)) list.flow = true;
  const frontMatter = yaml.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `---\n${frontMatter}---\n# ${title}\n\n${body === '' ? '' : `${body}\n\n`}`;
}

/** The path of a new memo, after its title; with a number when there is a file of that path already, in any capitals. */
export function newMemoPath(title: string, isTaken: (path: string) => boolean): string {
  const slug = slugOf(title) || 'memo';
  for (let number = 1; ; number++) {
    const path = `memos/${number === 1 ? slug : `${slug}-${number}`}.md`;
    if (!isTaken(path)) return path;
  }
}

/** Markdown as a block quote. */
export function blockQuote(markdown: string): string {
  return markdown.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
}

/** A text as an item of a list in YAML, on one line. */
export function yamlItem(text: string): string {
  const isPlain =
    /^[\p{L}\p{N}](?:[\p{L}\p{N} _./’()+&–-]|:(?=\S)|'(?=\S))*$/u.test(text) && !text.endsWith(' ');
  return isPlain ? text : JSON.stringify(text);
}

/** What may stand in the text of a memo without `<…>` around it: it ends at white space and at signs of the sentence. */
const bare =
  /^(?:(?:code|quotation):[A-Za-z0-9_-]+|(?:document|case):[^\s<>()[\]{}"'“”‘’,;|*%]*[^\s<>()[\]{}"'“”‘’,;|*%.:!?])$/u;

/**
 * A link as it stands in the text of a memo.
 *
 * @param name what to write between double brackets, where there is no other way
 */
export function writtenInBody({ kind, id }: LinkTarget, name: string): string {
  if (kind === 'memo') return `[[${name}]]`;
  const written = `${kind}:${id}`;
  return bare.test(written) ? written : `<${written}>`;
}
