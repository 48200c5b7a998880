import { derived } from '../study/derived.ts';
import type { TextRange } from '../study/problem.ts';
import { linesOutsideFences } from './fences.ts';
import { frontMatterOf } from './frontMatter.ts';
import type { Transcript } from './transcript.ts';

/** A heading that begins with `#`, and what stands below it. */
export interface Section {
  /** As written, without the signs of the heading. */
  readonly title: string;
  /** 1 is the highest. */
  readonly level: number;
  /** The line of the heading, without its line end. */
  readonly heading: TextRange;
  /** Where the next heading starts, of whatever level. */
  readonly ownEnd: number;
  /** Where the next heading of its level or a higher one starts: what stands under subheadings is part of the section. */
  readonly end: number;
}

/** The sections of a Markdown text, in order. What looks like a heading in front matter or a code fence is none. */
export const sectionsOf = derived((transcript: Transcript): readonly Section[] => {
  const { text } = transcript;
  const from = frontMatterOf(transcript).end;
  const headings = linesOutsideFences(text.slice(from)).flatMap((line) => {
    const [, signs, title = ''] = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line.text) ?? [];
    if (signs === undefined) return [];
    const heading = { start: from + line.start, end: from + line.end };
    return [{ title: title.replace(/(?:^|[ \t]+)#+[ \t]*$/, '').trim(), level: signs.length, heading }];
  });
  const startOf = (index: number) => headings[index]?.heading.start ?? text.length;
  return headings.map((one, index) => {
    const next = headings.findIndex(({ level }, at) => at > index && level <= one.level);
    return { ...one, ownEnd: startOf(index + 1), end: next < 0 ? text.length : startOf(next) };
  });
});
