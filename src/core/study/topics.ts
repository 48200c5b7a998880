import { linesOutsideFences } from '../text/fences.ts';
import { type Section, sectionsOf } from '../text/headings.ts';
import { foldedName } from './codeNames.ts';
import { derived } from './derived.ts';
import type { Memo, MemoLink } from './memo.ts';
import { targetOf } from './memoLinks.ts';
import type { Study } from './study.ts';

/** A topic of the interviews: a heading of the topic guide with what stands under it. */
export interface Topic {
  /** The heading without marks and links. */
  readonly title: string;
  /** 0 is the highest that the guide has. */
  readonly depth: number;
  /** What is asked, in order: list items, and paragraphs that end in a question mark; not those of subheadings. */
  readonly questions: readonly string[];
  /** The links that stand in the heading or under it, subheadings included. */
  readonly links: readonly MemoLink[];
  readonly section: Section;
}

/**
 * The topics of a guide, in order. A single heading of the highest level that has others below it is the title of the guide,
 * no topic.
 */
export const topicsOf = derived((guide: Memo): readonly Topic[] => {
  const all = sectionsOf({ text: guide.text });
  const [first, ...others] = all;
  const isTitle = first && others.length > 0 && others.every(({ level }) => level > first.level);
  const sections = isTitle ? others : all;
  const highest = Math.min(...sections.map(({ level }) => level));
  return sections.map((section) => ({
    title: plain(section.title),
    depth: section.level - highest,
    questions: questionsIn(guide.text.slice(section.heading.end, section.ownEnd)),
    links: guide.links.filter(
      ({ range }) => range.start >= section.heading.start && range.start < section.end,
    ),
    section,
  }));
});

/** The topics of a study; none without a guide. */
export function topicsIn({ topicGuide }: Study): readonly Topic[] {
  return topicGuide ? topicsOf(topicGuide) : [];
}

/** Ids of the codes that a topic is linked to, each once; what the codebook lacks is not among them. */
export function codesOfTopic(study: Study, { links }: Topic): readonly string[] {
  const targets = links.map((link) => targetOf(study, link));
  return [...new Set(targets.flatMap((target) => (target?.kind === 'code' ? [target.id] : [])))];
}

/** What two headings have in common that mean the same topic: its words, without number, marks and capitals. */
export function topicKey(heading: string): string {
  return foldedName(plain(heading).replace(/^(?:\d{1,2}(?:[.:]\d{1,2})*[.):]?|[a-z][.)])\s+/i, '')).replace(
    /\s+/g,
    ' ',
  );
}

const link =
  /\s*[([]?(?:\[\[[^\]\n]{1,300}\]\]|<?code:[\p{L}\p{N}_-]{1,64}>?)(?:\s*[,;]\s*(?:\[\[[^\]\n]{1,300}\]\]|<?code:[\p{L}\p{N}_-]{1,64}>?))*[)\]]?/gu;

/** Words of the guide as they are said: without links to codes and without marks of emphasis. */
function plain(markdown: string): string {
  return markdown
    .replace(/<!--.*?-->/g, '')
    .replace(/\[([^[\]\n]{1,300})\]\([^()\n]{0,300}\)/g, '$1')
    .replace(link, '')
    .replace(/(\*\*\*|\*\*|\*|__|`)(?=\S)([^*_`\n]+)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}

function questionsIn(markdown: string): readonly string[] {
  const questions: string[] = [];
  let open: { text: string; isItem: boolean } | undefined;
  const close = () => {
    const text = plain(open?.text ?? '');
    if (open && text !== '' && (open.isItem || text.endsWith('?'))) questions.push(text);
    open = undefined;
  };
  for (const { text: line } of linesOutsideFences(markdown)) {
    const item = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(.*)$/.exec(line)?.[1];
    if (item !== undefined || line.trim() === '') close();
    if (item !== undefined) open = { text: item, isItem: true };
    else if (line.trim() !== '')
      open = { text: `${open?.text ?? ''} ${line}`, isItem: open?.isItem ?? false };
  }
  close();
  return questions;
}
