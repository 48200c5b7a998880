import { followEdits } from '../../../src/core/anchoring/followEdits.ts';
import { textAfter } from '../../../src/core/anchoring/followRange.ts';
import { liveAnchors } from '../../../src/core/anchoring/liveAnchors.ts';
import type { StudyDocument } from '../../../src/core/study/model.ts';
import { segmentsOf } from '../../../src/core/study/segments.ts';
import { Random } from '../anchoring/random.ts';
import { codedDocument, codesOf, large } from '../largeStudy.ts';
import { measure } from '../measure.ts';
import { Talker } from '../talk.ts';

/** A transcript with 5,000 quotations in an editor: typing in it, and drawing its highlights. */
export async function editingRows(): Promise<void> {
  const random = new Random(3);
  const talk = new Talker().transcript(random, 15_000, ['case: One']);
  const document = codedDocument('one.md', talk, codesOf(large), 5_000, random, ['']);
  await typingRow(document, 'a key press among 5,000 quotations (followEdits)', 'x');
  await typingRow(document, 'a paragraph pasted among 5,000 quotations', talk.text.slice(2_000, 2_800));
  await measure({
    what: 'highlight 5,000 quotations anew (segmentsOf)',
    runs: 25,
    run: () => segmentsOf(document.quotations),
    budget: 20,
    baseline: {
      name: 'sort their 10,000 ends',
      run: () => document.quotations.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b),
    },
  });
}

/** Types one piece after the other from the middle of a text on. */
async function typingRow(document: StudyDocument, what: string, typed: string): Promise<void> {
  let text = document.transcript?.text ?? '';
  let live = liveAnchors(document.quotations);
  let at = Math.floor(text.length / 2);
  let offsets = document.quotations.map(({ id, start, end }) => ({ id, start, end }));
  await measure({
    what,
    runs: 300,
    before: () => {
      at += typed.length;
    },
    run: () => {
      const edits = [{ start: at, end: at, text: typed }];
      live = followEdits(live, edits, text);
      text = textAfter(text, edits);
    },
    budget: 1,
    baseline: {
      name: 'shift all offsets in a plain loop',
      run: () => {
        offsets = offsets.map(({ id, start, end }) => ({
          id,
          start: start < at ? start : start + typed.length,
          end: end <= at ? end : end + typed.length,
        }));
      },
    },
  });
}
