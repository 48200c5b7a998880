import type { Alignment } from './align.ts';
import { pairedByWord } from './gap.ts';

/** With less than this share of the known text left, the new text is another one. */
const leastKinship = 0.2;

/** So many words in a row are more than a turn of phrase. */
const telling = 4;

/**
 * Whether the new text is another one altogether: hardly anything of what is known of the old one is in it. Then what is
 * alike is what any two transcripts share, such as the heads of their forms and the opening questions.
 */
export function isOtherText({ old, newOf, grade, evidence }: Alignment): boolean {
  let all = 0;
  let found = 0;
  let run = 0;
  let inRun = 0;
  for (let token = 0; token < old.count; token++) {
    const worth = evidence[token] ?? 0;
    all += worth;
    const goesOn =
      token > 0 &&
      (newOf[token] ?? 0) === (newOf[token - 1] ?? 0) + 1 &&
      old.pieces[token] === old.pieces[token - 1];
    if (grade[token] !== pairedByWord || !goesOn) run = inRun = 0;
    if (grade[token] !== pairedByWord) continue;
    run++;
    inRun += worth;
    if (run < telling) continue;
    found += inRun;
    inRun = 0;
  }
  return found < leastKinship * all;
}
