import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { PhrasingContent } from 'mdast';
import { forXml } from '../../render/forXml.ts';
import type { Run } from '../../text/runs.ts';

interface Emphasis {
  readonly italics?: boolean;
  readonly bold?: boolean;
  readonly superScript?: boolean;
  readonly subScript?: boolean;
}

/** Addresses that a link in a Word file may lead to. */
const address = /^(?:https?:\/\/|mailto:)/i;

/** Markdown within a paragraph as runs of Word: emphasis, code, links, line breaks, raised and lowered text. */
export function inlineRuns(
  nodes: readonly PhrasingContent[],
  around: Emphasis = {},
): readonly ParagraphChild[] {
  let emphasis = around;
  return nodes.flatMap((node): readonly ParagraphChild[] => {
    switch (node.type) {
      case 'text':
        return [new TextRun({ text: forXml(oneLine(node.value)), ...emphasis })];
      case 'emphasis':
        return inlineRuns(node.children, { ...emphasis, italics: true });
      case 'strong':
        return inlineRuns(node.children, { ...emphasis, bold: true });
      case 'inlineCode':
        return [new TextRun({ text: forXml(node.value), font: 'Consolas', ...emphasis })];
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'link': {
        const children = [...inlineRuns(node.children, emphasis)];
        return address.test(node.url)
          ? [new ExternalHyperlink({ link: forXml(node.url), children })]
          : children;
      }
      case 'linkReference':
        return inlineRuns(node.children, emphasis);
      case 'image':
      case 'imageReference':
        return [new TextRun({ text: forXml(`[${node.alt ?? ''}]`), ...emphasis })];
      case 'html':
        if (/^<br\s*\/?>$/i.test(node.value)) return [new TextRun({ break: 1 })];
        emphasis = withTag(emphasis, node.value);
        return [];
      default:
        return [];
    }
  });
}

/** Raised and lowered text has no sign in Markdown; other tags and comments are left out. */
function withTag(emphasis: Emphasis, tag: string): Emphasis {
  const [, slash, name] = /^<(\/?)(sup|sub)>$/i.exec(tag) ?? [];
  if (name === undefined) return emphasis;
  const key = name.toLowerCase() === 'sup' ? 'superScript' : 'subScript';
  return { ...emphasis, [key]: slash === '' };
}

/** The same as runs of a cell, which know italic and bold only. */
export function cellRuns(nodes: readonly PhrasingContent[], around: Omit<Run, 'text'> = {}): readonly Run[] {
  return nodes.flatMap((node): readonly Run[] => {
    switch (node.type) {
      case 'emphasis':
        return cellRuns(node.children, { ...around, italic: true });
      case 'strong':
        return cellRuns(node.children, { ...around, bold: true });
      case 'link':
      case 'linkReference':
        return cellRuns(node.children, around);
      case 'text':
      case 'inlineCode':
        return [{ text: oneLine(node.value), ...around }];
      case 'html':
        return /^<br\s*\/?>$/i.test(node.value) ? [{ text: '\n' }] : [];
      case 'image':
      case 'imageReference':
        return [{ text: `[${node.alt ?? ''}]`, ...around }];
      default:
        return [];
    }
  });
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
