import { reanchorQuotations } from '../../../src/core/anchoring/reanchor.ts';
import { Draft } from '../anchoring/draft.ts';
import { hypothesisMatch } from '../anchoring/hypothesis.ts';
import { someQuotations } from '../anchoring/quotations.ts';
import { Random } from '../anchoring/random.ts';
import { scripts } from '../anchoring/scripts.ts';
import { measure } from '../measure.ts';
import { Talker } from '../talk.ts';

const shown = [
  '1% of words mistyped',
  '10% of words changed twice',
  'paragraphs deleted, inserted, moved',
  'a fifth of the quotations deleted',
];

/** Finding quotations again after edits made elsewhere. How well they are found is in `anchoring.ts`. */
export async function findingRows(): Promise<void> {
  const { text } = new Talker().transcript(new Random(4), 15_000, ['case: One']);
  for (const { name, edit } of scripts.filter((script) => shown.includes(script.name))) {
    const random = new Random(5);
    const quotations = someQuotations(text, 300, random);
    const changed = edit(Draft.of(text), random, quotations).text;
    await measure({
      what: `re-anchor 300 quotations: ${name}`,
      runs: 5,
      run: () => reanchorQuotations(quotations, changed),
      budget: 30,
      baseline: {
        name: 'the matcher of Hypothesis, each by itself',
        run: () => quotations.map((quotation) => hypothesisMatch(changed, quotation)),
      },
    });
  }
}
