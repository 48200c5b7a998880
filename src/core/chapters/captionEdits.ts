import { isMap, isScalar, parseDocument } from 'yaml';
import { escapeMarkdown, unescapeMarkdown } from '../text/runs.ts';
import { type Block, closingOf } from './blocks.ts';
import type { TextEdit } from './edits.ts';

/**
 * Where nothing of a block was changed by hand but its caption: the edits that make that caption part of its spec, so that the
 * block is as generated again. Undefined where more was changed.
 *
 * @param chapter LF text
 * @param generated what the block should hold
 */
export function captionEdits(
  chapter: string,
  block: Block,
  generated: string,
): readonly TextEdit[] | undefined {
  const now = parted(chapter.slice(block.content.start, block.content.end));
  const { caption: was, rest } = parted(generated);
  if (now.caption === undefined || now.caption === was || now.rest !== rest) return undefined;
  const caption = unescapeMarkdown(now.caption);
  const written = `*${escapeMarkdown(caption)}*\n\n${rest}`;
  const inSpec = specEdit(chapter, block, caption);
  if (!inSpec) return undefined;
  const range = { start: block.content.start, end: block.closing.end };
  return [inSpec, { range, text: `${written}${closingOf(written)}` }];
}

function parted(content: string): { readonly caption?: string; readonly rest: string } {
  const [whole, caption] = /^\*([^*\n](?:[^*\n]|\\\*)*)\*\n\n/.exec(content) ?? [];
  return whole === undefined || caption === undefined
    ? { rest: content }
    : { caption, rest: content.slice(whole.length) };
}

/** The edit of a spec that gives it a caption. A caption in YAML of several lines, or one that would end the comment, is left to the user. */
function specEdit(chapter: string, { spec }: Block, caption: string): TextEdit | undefined {
  const yaml = chapter.slice(spec.start, spec.end);
  const { contents } = parseDocument(yaml, { logLevel: 'silent' });
  if (!isMap(contents) || contents.flow || caption.includes('--')) return undefined;
  const value = JSON.stringify(caption);
  const node = contents.get('caption', true);
  if (node === undefined) {
    const first = /^[ \t]*table[ \t]*:[^\n]*/m.exec(yaml);
    const end = first && spec.start + first.index + first[0].length;
    return end === null ? undefined : { range: { start: end, end }, text: `\ncaption: ${value}` };
  }
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = node.range;
  if (yaml.slice(start, end).includes('\n')) return undefined;
  return { range: { start: spec.start + start, end: spec.start + end }, text: value };
}
