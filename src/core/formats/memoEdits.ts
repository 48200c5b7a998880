import { isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import type { Memo, MemoLink } from '../study/memo.ts';
import type { LinkTarget } from '../study/memoLinks.ts';
import type { TextRange } from '../study/problem.ts';
import { frontMatterOf } from '../text/frontMatter.ts';
import { memoOf } from './memo.ts';
import { writtenInBody, yamlItem } from './memoWriting.ts';

/** A replacement in a memo; the range and the new text are in LF text. */
export interface MemoEdit {
  readonly range: TextRange;
  readonly text: string;
}

/**
 * Adds a link to the front matter of a memo, all else in it left as it is. Undefined where the front matter is not in a form
 * to which one can be added.
 */
export function withLink(memo: Memo, { kind, id }: LinkTarget): MemoEdit | undefined {
  const edit = addition(memo, yamlItem(`${kind}:${id}`));
  return (
    edit &&
    checked(memo, edit, (after) => declares(after, { kind, id }) && after.links.length > memo.links.length)
  );
}

/**
 * Takes a link out: of the front matter the item, in the text its signs, so that the words stay. Undefined where that cannot be
 * done safely.
 */
export function withoutLink(memo: Memo, link: MemoLink): MemoEdit | undefined {
  const edit = isDeclared(memo, link) ? removal(memo, link) : unlinked(memo, link);
  return edit && checked(memo, edit, ({ links }) => links.length === memo.links.length - 1);
}

/**
 * Lets a link lead to something else, in the form in which it is written. Undefined where that cannot be done safely.
 *
 * @param name what to write between double brackets
 */
export function withTarget(
  memo: Memo,
  link: MemoLink,
  target: LinkTarget,
  name: string,
): MemoEdit | undefined {
  const { range } = link;
  const source = memo.text.slice(range.start, range.end);
  if (!source.includes(link.to)) return undefined;
  const isMeant = ({ links }: Memo) => links.length === memo.links.length;
  if (!isDeclared(memo, link)) {
    const [, after = ''] = /^\[\[[^\]|#]*([\]|#].*)$/.exec(source) ?? [];
    const inside = link.kind === 'name' || target.kind === 'memo' ? name : `${target.kind}:${target.id}`;
    const text = after === '' ? writtenInBody(target, name) : `[[${inside}${after}`;
    return checked(memo, { range, text }, isMeant);
  }
  const quoted = /["']/.test(memo.text.charAt(range.start - 1));
  const item = `${target.kind}:${target.id}`;
  const text = quoted ? item : yamlItem(item);
  return checked(memo, { range, text }, (after) => isMeant(after) && declares(after, target));
}

function isDeclared({ bodyStart }: Memo, { range }: MemoLink): boolean {
  return range.end <= bodyStart;
}

/** An edit only where the memo, read again after it, is as it should be. */
function checked(
  { path, text }: Memo,
  edit: MemoEdit,
  accept: (after: Memo) => boolean,
): MemoEdit | undefined {
  const after = text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end);
  const isYaml = frontMatterOf({ text: after }).error === undefined;
  return isYaml && accept(memoOf(path, { text: after })) ? edit : undefined;
}

function declares(memo: Memo, { kind, id }: LinkTarget): boolean {
  return memo.links.some((link) => link.kind === kind && link.to === id && isDeclared(memo, link));
}

interface Links {
  /** The value of `links`; undefined when there is no such key. */
  readonly pair: Pair | undefined;
  /** Where the YAML stands in the memo. */
  readonly yaml: TextRange;
}

/** The YAML of the front matter and what it says of links; undefined without any that can be read. */
function linksOf({ text, bodyStart }: Memo): Links | undefined {
  const close = /\n---[ \t]*\n?$/.exec(text.slice(0, bodyStart));
  if (!close) return undefined;
  const yaml = { start: text.indexOf('\n') + 1, end: close.index + 1 };
  const { contents, errors } = parseDocument(text.slice(yaml.start, yaml.end), {
    schema: 'core',
    logLevel: 'silent',
    prettyErrors: false,
  });
  if (errors.length > 0) return undefined;
  if (contents === null) return { pair: undefined, yaml };
  if (!isMap(contents)) return undefined;
  return { pair: contents.items.find(({ key }) => isScalar(key) && key.value === 'links'), yaml };
}

function addition(memo: Memo, item: string): MemoEdit | undefined {
  const { text, bodyStart } = memo;
  if (frontMatterOf({ text }).error) return undefined;
  if (bodyStart === 0) return insertion(0, `---\nlinks: [${item}]\n---\n`);
  const found = linksOf(memo);
  if (!found) return undefined;
  const { pair, yaml } = found;
  if (!pair) return insertion(yaml.end, `links: [${item}]\n`);
  const { value } = pair;
  const range = rangeIn(yaml, value);
  if (isSeq(value) && range) {
    const items = value.items.flatMap((one) => rangeIn(yaml, one) ?? []);
    const last = items.at(-1);
    if (!value.flow) {
      const dash = last && text.slice(text.lastIndexOf('\n', last.start) + 1, last.start);
      return last && dash?.trim() === '-'
        ? insertion(nextLine(text, last.end) - 1, `\n${dash}${item}`)
        : undefined;
    }
    return last
      ? insertion(last.end, `, ${item}`)
      : { range: { start: range.start, end: range.end }, text: `[${item}]` };
  }
  if (!isScalar(value) || !range) return undefined;
  const before = text.slice(range.start, range.end).trim();
  const written = value.value === null ? ` [${item}]` : `[${before}, ${item}]`;
  return { range, text: written };
}

function removal(memo: Memo, { range }: MemoLink): MemoEdit | undefined {
  const { text } = memo;
  const found = linksOf(memo);
  if (!found?.pair) return undefined;
  const { pair, yaml } = found;
  const key = rangeIn(yaml, pair.key);
  const whole = rangeIn(yaml, pair.value);
  if (!key || !whole) return undefined;
  const all = isSeq(pair.value) ? pair.value.items.flatMap((one) => rangeIn(yaml, one) ?? []) : [whole];
  const index = all.findIndex(({ start, end }) => start <= range.start && range.end <= end);
  const [before, item, after] = [all[index - 1], all[index], all[index + 1]];
  if (!item) return undefined;
  if (all.length === 1) return deletion(lineStart(text, key.start), nextLine(text, whole.end));
  if (isSeq(pair.value) && !pair.value.flow)
    return deletion(lineStart(text, item.start), nextLine(text, item.end));
  return before ? deletion(before.end, item.end) : after && deletion(item.start, after.start);
}

/** In the text the words of a link stay: its own text, its name, or what it leads to. */
function unlinked({ text }: Memo, { range, to }: MemoLink): MemoEdit {
  const source = text.slice(range.start, range.end);
  const [, name = to] = /^\[\[[^\]|]*\|([^\]]*)\]\]$/.exec(source) ?? [];
  const line = text.slice(lineStart(text, range.start), range.start);
  const [opening, words] = /\[([^[\]\n]{0,300})\]\(<?$/.exec(line) ?? [];
  const closing = /^>?\)/.exec(text.slice(range.end, range.end + 2))?.[0];
  if (opening === undefined || words === undefined || closing === undefined) return { range, text: name };
  return {
    range: { start: range.start - opening.length, end: range.end + closing.length },
    text: words,
  };
}

/** Where a node of the YAML stands in the memo, without white space and comments after it. */
function rangeIn(yaml: TextRange, node: unknown): TextRange | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  if (!Array.isArray(range)) return undefined;
  const [start, end]: unknown[] = range;
  if (typeof start !== 'number' || typeof end !== 'number') return undefined;
  return { start: yaml.start + start, end: yaml.start + end };
}

const insertion = (at: number, text: string): MemoEdit => ({ range: { start: at, end: at }, text });
const deletion = (start: number, end: number): MemoEdit => ({ range: { start, end }, text: '' });
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The start of the line after the one that holds what ends at an offset, which may be just after its line end. */
function nextLine(text: string, end: number): number {
  return text.charAt(end - 1) === '\n' ? end : Math.min(lineEnd(text, end) + 1, text.length);
}
