import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { reanchorQuotations } from '../../../src/core/anchoring/reanchor.ts';
import { normalForm } from '../../../src/core/text/transcript.ts';
import { Draft } from '../../bench/anchoring/draft.ts';
import { hypothesisMatch } from '../../bench/anchoring/hypothesis.ts';
import { someQuotations } from '../../bench/anchoring/quotations.ts';
import { Random } from '../../bench/anchoring/random.ts';
import { count, emptyScore } from '../../bench/anchoring/score.ts';
import { scripts } from '../../bench/anchoring/scripts.ts';

const folder = join(import.meta.dirname, '../../../media/sample/interviews');
const transcripts = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => normalForm(readFileSync(join(folder, name), 'utf8')));

const transcript = fc.constantFrom(...transcripts);
const seed = fc.integer({ min: 0, max: 2 ** 31 });

describe('reanchorQuotations, for any quotations in a transcript', () => {
  it('finds all of them exactly where they were when nothing changed', () => {
    fc.assert(
      fc.property(transcript, seed, fc.boolean(), (text, number, hasOld) => {
        const quotations = someQuotations(text, 20, new Random(number));
        for (const outcome of reanchorQuotations(quotations, text, hasOld ? text : undefined)) {
          assert.equal(outcome.outcome, 'exact');
          const quotation = quotations.find(({ id }) => id === outcome.id);
          assert.equal(outcome.outcome === 'exact' && outcome.place.start, quotation?.start);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('carries all of them behind a paragraph that was inserted elsewhere', () => {
    fc.assert(
      fc.property(
        transcript,
        seed,
        fc.nat(),
        fc.integer({ min: 1, max: 60 }),
        (text, number, where, length) => {
          const quotations = someQuotations(text, 20, new Random(number));
          const breaks = [...text.matchAll(/\n\n/g)].map(({ index }) => index + 2);
          const at = breaks[where % breaks.length] ?? 0;
          fc.pre(quotations.every(({ start, end }) => at <= start || end <= at));
          const inserted = `${Array.from({ length }, (_, index) => `ingevoegd${index}`).join(' ')}\n\n`;
          const after = text.slice(0, at) + inserted + text.slice(at);
          for (const outcome of reanchorQuotations(quotations, after)) {
            const quotation = quotations.find(({ id }) => id === outcome.id);
            const start = (quotation?.start ?? 0) + ((quotation?.start ?? 0) >= at ? inserted.length : 0);
            assert.ok(outcome.outcome !== 'lost', quotation?.exact);
            assert.equal(outcome.place.start, start);
            assert.equal(outcome.outcome, start === quotation?.start ? 'exact' : 'moved', quotation?.exact);
          }
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });
});

/** By character identity through each of the edit scripts of the bench. */
describe('reanchorQuotations, through edits made elsewhere', () => {
  for (const script of scripts) {
    it(`is nowhere silently wrong, and better than the yardstick: ${script.name}`, () => {
      const ours = emptyScore();
      const yardstick = emptyScore();
      for (const [index, original] of transcripts.entries()) {
        const random = new Random(index + 1);
        const text = script.prepare?.(original, random) ?? original;
        const quotations = script.code?.(text, random) ?? someQuotations(text, 30, random);
        const draft = script.edit(Draft.of(text), random, quotations);
        const outcomes = reanchorQuotations(quotations, draft.text, undefined, text.length);
        for (const [place, quotation] of quotations.entries()) {
          const outcome = outcomes[place];
          assert.ok(outcome);
          const isLost = outcome.outcome === 'lost';
          const answer = isLost ? {} : { range: outcome.place, doubt: outcome.outcome === 'review' };
          const mistake = count(ours, draft, quotation, answer);
          assert.equal(mistake, undefined, `${mistake}: ${quotation.exact} → ${JSON.stringify(outcome)}`);
          const range = hypothesisMatch(draft.text, quotation);
          count(yardstick, draft, quotation, range ? { range } : {});
        }
      }
      const rightly = ours.exact + ours.torn + (script.doubtIsRight ? ours.review : 0);
      assert.ok(rightly >= yardstick.exact, `${rightly} and ${yardstick.exact} exact`);
      assert.ok(ours.review <= Math.ceil(script.mostReview * ours.there), `${ours.review} in review`);
      assert.ok(ours.missed <= (script.mostMissed ?? 1), `${ours.missed} given up`);
    });
  }
});
