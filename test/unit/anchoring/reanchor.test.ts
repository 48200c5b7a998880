import assert from 'node:assert/strict';
import type { Outcome } from '../../../src/core/anchoring/outcome.ts';
import { reanchorQuotations } from '../../../src/core/anchoring/reanchor.ts';
import { applyOutcomes, reanchored } from '../../../src/core/anchoring/reanchored.ts';
import type { Quotation } from '../../../src/core/study/model.ts';
import { placeOf } from '../../../src/core/text/place.ts';

const now = '2024-05-01T12:00:00Z';

const interview = `# Interview SecureCo

**I:** How did the alliance with the shelter start, if you look back?

**R:** We trusted each other from the first day. There was no contract for the first two years, only a letter of intent that nobody ever read again.

**I:** And how did the board respond to that?

**R:** Yes, exactly. The board wanted figures, and we had none. So we counted beds, that is what you do when you cannot count trust.

**I:** Was that a turning point for you?

**R:** Yes, exactly. From then on every meeting started with the beds, and the people who slept in them came last on the agenda.

**I:** Thank you. Is there anything that I forgot to ask?

**R:** Whether we would do it again. We would, but with a contract, and with somebody from outside who dares to say no.
`;

function quotation(text: string, exact: string, occurrence = 0): Quotation {
  let start = text.indexOf(exact);
  for (let skip = 0; skip < occurrence; skip++) start = text.indexOf(exact, start + 1);
  assert.ok(start >= 0, exact);
  const place = placeOf(text, start, start + exact.length);
  const id = `q${start}-${exact.length}`;
  return { id, document: 'a.md', coder: '', codes: ['c'], created: now, modified: now, ...place };
}

/** What becomes of some quotations, by the words that they have afterwards. */
function outcomes(newText: string, quotations: readonly Quotation[], oldText?: string) {
  return reanchorQuotations(quotations, newText, oldText).map((outcome) => read(outcome));
}

function read(outcome: Outcome): string {
  return outcome.outcome === 'lost' ? 'lost' : `${outcome.outcome}: ${outcome.place.exact}`;
}

const trusted = quotation(interview, 'We trusted each other from the first day.');
const beds = quotation(interview, 'So we counted beds, that is what you do when you cannot count trust.');
const agenda = quotation(interview, 'the people who slept in them came last on the agenda');
const outside = quotation(interview, 'somebody from outside who dares to say no');
const all = [trusted, beds, agenda, outside];

describe('reanchorQuotations', () => {
  it('says exact of the same words at the same place, moved at another', () => {
    const found = reanchorQuotations(
      all,
      interview.replace('when you cannot count', 'when you can not count'),
    );
    assert.deepEqual(
      found.map(({ outcome }) => outcome),
      ['exact', 'changed', 'moved', 'moved'],
    );
  });

  it('keeps a quotation in which a typing error was corrected, without a question', () => {
    const text = interview.replace('trusted each other', 'trsuted each ohter');
    assert.deepEqual(outcomes(text, [trusted]), ['changed: We trsuted each ohter from the first day.']);
  });

  it('takes a replaced first or last word as part of the quotation, an inserted one as beside it', () => {
    const text = interview
      .replace('We trusted each other from the first day.', 'They trusted each other from the first hour.')
      .replace('So we counted beds', 'Well. So we counted beds');
    assert.deepEqual(outcomes(text, [trusted, beds]), [
      'changed: They trusted each other from the first hour.',
      `moved: ${beds.exact}`,
    ]);
  });

  it('follows a paragraph that moved', () => {
    const [head = '', ...rest] = interview.split('\n\n');
    const moved = [head, ...rest.slice(4), ...rest.slice(0, 4)].join('\n\n');
    const found = reanchorQuotations(all, moved);
    assert.deepEqual(
      found.map((outcome) => (outcome.outcome === 'lost' ? '' : outcome.place.exact)),
      all.map(({ exact }) => exact),
    );
  });

  it('gives up a quotation whose text was deleted', () => {
    const text = interview.replace(` ${beds.exact}`, '');
    assert.deepEqual(outcomes(text, all), [
      `exact: ${trusted.exact}`,
      'lost',
      `moved: ${agenda.exact}`,
      `moved: ${outside.exact}`,
    ]);
  });

  it('does not take the other "Yes, exactly." for one that was deleted', () => {
    const first = quotation(interview, 'Yes, exactly.', 0);
    const second = quotation(interview, 'Yes, exactly.', 1);
    const text = interview.replace('Yes, exactly. The board', 'The board');
    const [gone, left] = reanchorQuotations([first, second], text);
    assert.equal(gone?.outcome, 'lost');
    assert.ok(left?.outcome === 'moved');
    assert.ok(left.place.suffix.startsWith(' From then on'));
  });

  it('asks when one of two neighbouring answers was deleted: nothing says which', () => {
    const twice = interview.replace('Yes, exactly. The board', 'Yes, exactly. Yes, exactly. The board');
    const [found] = reanchorQuotations([quotation(twice, 'Yes, exactly.', 0)], interview);
    assert.equal(found?.outcome, 'review');
  });

  it('asks, with the text in its place as suggestion, when a quotation was translated', () => {
    const dutch = 'Toen zijn we bedden gaan tellen, dat doe je als je vertrouwen niet kunt tellen.';
    const [found] = reanchorQuotations([beds], interview.replace(beds.exact, dutch));
    assert.equal(found?.outcome, 'review');
    assert.ok(found?.outcome === 'review');
    assert.equal(found.candidates[0], found.place);
    assert.ok(found.place.exact.includes('bedden gaan tellen'));
  });

  it('does not mind other quotation marks, dashes, line ends or Unicode forms', () => {
    const old = interview.replace('trusted each other', "didn't “know” each other - café");
    const quoted = quotation(old, "We didn't “know” each other - café from the first day.");
    const text = old
      .replace("didn't “know” each other - café", 'didn’t "know" each other – café')
      .normalize('NFD')
      .replace('from the first day.', 'from\nthe first day.');
    assert.deepEqual(outcomes(text, [quoted]), [
      `changed: ${'We didn’t "know" each other – café from\nthe first day.'.normalize('NFD')}`,
    ]);
  });

  it('uses the whole old text where it is at hand', () => {
    const lonely = quotation(interview, 'Yes, exactly.', 1);
    const text = interview
      .replace('Was that a turning point for you?', 'Did that change anything in the end?')
      .replace('From then on every meeting started', 'After that the sessions began');
    const without = reanchorQuotations([lonely], text)[0]?.outcome;
    assert.notEqual(without, 'exact');
    const [found] = reanchorQuotations([lonely], text, interview);
    assert.ok(found && found.outcome !== 'lost');
    assert.equal(found.place.start, text.indexOf('Yes, exactly. After'));
  });

  it('takes a lost quotation back only where its words, with context, occur once', () => {
    const lost = { ...trusted, start: 3, end: 5, anchor: { state: 'lost', since: now } as const };
    assert.deepEqual(outcomes(interview, [lost]), [`moved: ${trusted.exact}`]);
    const answer = { ...quotation(interview, 'Yes, exactly.'), prefix: '', suffix: '', anchor: lost.anchor };
    assert.deepEqual(outcomes(interview, [answer]), ['lost']);
  });

  it('finds a quotation whose own record contradicts that of its neighbours', () => {
    const repaired = { ...beds, start: beds.start - 7, end: beds.end - 7 };
    const [found] = reanchorQuotations([trusted, repaired, agenda], interview).slice(1);
    assert.ok(found && found.outcome !== 'lost');
    assert.equal(found.place.start, beds.start);
  });
});

/** What becomes of one quotation in a text of which nothing else is known but its length. */
function alone(newText: string, one: Quotation, old: string): string {
  const [outcome] = reanchorQuotations([one], newText, undefined, old.length);
  return outcome ? read(outcome) : '';
}

describe('reanchorQuotations, of words that stand in a text twice', () => {
  const [head = '', ...turns] = interview.split('\n\n');
  const text = (...list: readonly string[]) => [head, ...list].join('\n\n');
  const said = turns[3] ?? '';
  const twice = text(...turns.slice(0, 6), said, ...turns.slice(6));

  it('does not take the second for the first that was deleted, the whole turn or all that was said in it', () => {
    const left = twice.replace(`${said}\n\n`, '');
    assert.equal(left, text(...turns.slice(0, 3), ...turns.slice(4, 6), said, ...turns.slice(6)));
    for (const words of [said, said.slice(6)])
      assert.match(alone(left, quotation(twice, words, 0), twice), /^(review|lost)/);
  });

  it('still follows a passage to the place where it came in', () => {
    const after = text(...turns.slice(0, 3), ...turns.slice(4, 6), said, ...turns.slice(6));
    assert.equal(alone(after, quotation(interview, said), interview), `moved: ${said}`);
  });

  it('keeps it where it was when it was copied elsewhere and other text came around it', () => {
    const note = 'Note: the tape was turned here.';
    const after = text(turns[0] ?? '', said, ...turns.slice(1, 3), note, said, note, ...turns.slice(4));
    const [found] = reanchorQuotations([trusted, quotation(interview, said), agenda], after, interview).slice(
      1,
    );
    assert.ok(found && found.outcome !== 'lost');
    assert.equal(found.place.start, after.lastIndexOf(said));
  });
});

describe('reanchorQuotations, of parts that come and go', () => {
  it('asks when a part of a quotation stands elsewhere now', () => {
    const [head = '', ...turns] = interview.split('\n\n');
    const spanning = quotation(interview, `${turns[2]}\n\n${turns[3]}`);
    const order = [0, 1, 3, 4, 5, 2, 6, 7];
    const after = [head, ...order.map((index) => turns[index])].join('\n\n');
    assert.match(outcomes(after, [trusted, spanning, agenda], interview)[1] ?? '', /^review/);
  });

  it('takes a speaker along with the turn, be it on a line of its own', () => {
    const talk = interview.replaceAll('**I:** ', 'Ann Lee\n').replaceAll('**R:** ', 'Bo Dean\n');
    const [head = '', ...turns] = talk.split('\n\n');
    const turn = turns[5] ?? '';
    const order = [0, 1, 2, 5, 3, 4, 6, 7];
    const after = [head, ...order.map((index) => turns[index])].join('\n\n');
    assert.equal(outcomes(after, [trusted, quotation(talk, turn), outside], talk)[1], `moved: ${turn}`);
  });

  it('does not take the next turn for that in which it ended, which was deleted', () => {
    const [head = '', ...turns] = interview.split('\n\n');
    const text = [head, ...turns.slice(0, 2), ...turns.slice(3)].join('\n\n');
    for (const end of ['**I', '**I:** And how'])
      assert.match(
        outcomes(text, [trusted, quotation(interview, `ever read again.\n\n${end}`), beds], interview)[1] ??
          '',
        /^(review.*|changed: ever read again\.)$/s,
      );
  });

  it('does not mind marks of emphasis or a word put in at its edges', () => {
    const text = interview
      .replace('We trusted each', '*We* trusted each')
      .replace('cannot count trust.', 'cannot really *count* *trust*.');
    assert.deepEqual(outcomes(text, [trusted, beds]), [
      'changed: We* trusted each other from the first day.',
      'changed: So we counted beds, that is what you do when you cannot really *count* *trust*.',
    ]);
  });

  it('is not sure of anything but long passages in another text of the same form', () => {
    const form = (name: string, place: string, rest: string) =>
      `---\ncase: ${name}\norganisation: ${place}\nrole: Manager\ntype: interview\n---\n# Interview ${name}\n\n${rest}`;
    const old = form('Alliance', 'ShelterCo', interview);
    const other = form(
      'Consortium',
      'HarbourCo',
      '**I:** What do the boats carry?\n\n**R:** Grain, for the most part, and in winter salt. The pilots know each bank by its name.\n',
    );
    const coded = [quotation(old, 'role: Manager\ntype: interview'), quotation(old, beds.exact)];
    for (const found of outcomes(other, coded)) assert.match(found, /^(review|lost)/);
  });
});

describe('applyOutcomes', () => {
  const translated = interview.replace(
    beds.exact,
    'Toen gingen we bedden tellen, want vertrouwen telt niemand.',
  );

  it('puts a doubt and the words as coded into the anchor, and keeps them until the coder decides', () => {
    const [once] = reanchored([beds], translated, undefined, now);
    assert.equal(once?.anchor?.state === 'review' && once.anchor.was, beds.exact);
    const [twice] = reanchored(once ? [once] : [], `Note.\n\n${translated}`, undefined, now);
    assert.deepEqual(twice?.anchor, once?.anchor);
    assert.equal(twice?.start, (once?.start ?? 0) + 7);
  });

  it('takes a doubt back when the very words that were coded are back', () => {
    const doubtful = reanchored([trusted, beds, agenda], translated, undefined, now);
    const [, back] = reanchored(doubtful, interview, translated, now);
    assert.deepEqual(back, beds);
  });

  it('keeps the last known place of a lost quotation, and since when it is lost', () => {
    const text = interview.replace(` ${beds.exact}`, '');
    const [, lost] = reanchored([trusted, beds], text, undefined, now);
    assert.deepEqual(lost, { ...beds, anchor: { state: 'lost', since: now } });
    const [again] = reanchored(lost ? [lost] : [], text, undefined, '2025-01-01T00:00:00Z');
    assert.deepEqual(again, lost);
  });

  it('leaves quotations that are where they were, and those without outcome, as the same objects', () => {
    const [first, second] = applyOutcomes([trusted, beds], reanchorQuotations([trusted], interview), now);
    assert.equal(first, trusted);
    assert.equal(second, beds);
  });
});
