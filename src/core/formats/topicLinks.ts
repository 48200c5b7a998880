import type { Memo } from '../study/memo.ts';
import type { Topic } from '../study/topics.ts';
import type { MemoEdit } from './memoEdits.ts';

/**
 * Links a topic to codes: in the last line under its heading that holds nothing but links, or in a line of its own.
 *
 * @param label what a new line begins with, such as `Codes`
 * @param codes ids of codes; at least one
 */
export function withTopicCodes(
  { text }: Memo,
  { section }: Topic,
  label: string,
  codes: readonly string[],
): MemoEdit {
  const written = codes.map((id) => `code:${id}`).join(', ');
  const own = text.slice(section.heading.end, section.ownEnd);
  const line =
    /^(?:\p{L}+:)?(?:[ \t,;]*(?:<?code:[A-Za-z0-9_-]{1,64}>?|\[\[[^\]\n]{1,300}\]\]))+(?=[ \t]*$)/gmu;
  const last = [...own.matchAll(line)].at(-1);
  if (last) {
    const at = section.heading.end + last.index + last[0].length;
    return { range: { start: at, end: at }, text: `, ${written}` };
  }
  const at = section.heading.end + own.trimEnd().length;
  return { range: { start: at, end: at }, text: `\n\n${label}: ${written}` };
}
