import assert from 'node:assert/strict';
import fc from 'fast-check';
import { coverageOf, shareOf } from '../../../src/core/analysis/coverage.ts';
import { nextUncodedTurn, uncodedTurns } from '../../../src/core/analysis/uncodedTurns.ts';
import type { Quotation, StudyDocument } from '../../../src/core/study/model.ts';
import {
  emptyStudy,
  type Study,
  withDocument,
  withDocuments,
  withQuotations,
} from '../../../src/core/study/study.ts';
import { wordsIn } from '../../../src/core/text/words.ts';
import { quotation } from '../study/trees.ts';
import { documentOf } from '../tables/small.ts';

const written = `---
case: Alpha
speakers: {I: Interviewer, R: ACo, S: BCo}
---
# Start

**I:** How did «q1 trust|it» start?

**R:** [00:00:12] «q2 trust|We *trusted* «q3 open|each» other» once.

**S:** Two words.

## Later

**R:** Not «q4 |at all».
`;

/** The marks of quotations do not nest, so the inner one is added by its place. */
function interview(path = 'a.md'): StudyDocument {
  const nested = documentOf(path, written.replace('«q3 open|each»', 'each'));
  const text = nested.transcript?.text ?? '';
  const start = text.indexOf('each');
  const inner = quotation('q3', path, ['open'], { start, end: start + 4, exact: 'each' });
  return withQuotations(nested, [...nested.quotations, inner]);
}

function studyWith(...documents: readonly StudyDocument[]): Study {
  return withDocuments(emptyStudy, new Map(documents.map((document) => [document.path, document])));
}

describe('coverage', () => {
  it('is the share of the words that are in a coded quotation, each word once, by speaker', () => {
    const document = interview();
    const coverage = coverageOf(studyWith(document), document);
    assert.deepEqual(coverage.speakers, [
      { label: 'I', name: 'Interviewer', isRespondent: false, words: 4, coded: 1 },
      { label: 'R', name: 'ACo', isRespondent: true, words: 8, coded: 4 },
      { label: 'S', name: 'BCo', isRespondent: true, words: 2, coded: 0 },
    ]);
    assert.deepEqual(coverage.respondents, { words: 10, coded: 4 });
    assert.equal(shareOf(coverage.respondents), 0.4);
  });

  it('has no share where nothing is said, and nothing for a transcript that is gone', () => {
    const empty = documentOf('e.md', '# Only a heading\n');
    assert.equal(shareOf(coverageOf(studyWith(empty), empty).respondents), undefined);
    const { transcript: _, ...gone } = interview();
    assert.deepEqual(coverageOf(studyWith(gone), gone), {
      respondents: { words: 0, coded: 0 },
      speakers: [],
    });
  });

  it('does not count what was lost or has no code', () => {
    const document = interview();
    const lost = withQuotations(
      document,
      document.quotations.map((one) => ({
        ...one,
        anchor: { state: 'lost', since: '2024-01-01T00:00:00Z' },
      })),
    );
    assert.equal(coverageOf(studyWith(lost), lost).respondents.coded, 0);
  });

  it('is worked out once for each state of a document', () => {
    const document = interview();
    const other = interview('b.md');
    const study = studyWith(document, other);
    const before = coverageOf(study, document);
    const changed = withDocument(study, withQuotations(other, []));
    assert.equal(coverageOf(changed, document), before);
    const now = changed.documents.get('b.md');
    assert.equal(now && coverageOf(changed, now).respondents.coded, 0);
  });

  it('counts as many coded words as a word by word look does', () => {
    const text = 'I: a b c?\n\nR: d e f g h.\nI: i?\n\nS: j k\n\nl.\n'.repeat(3);
    const range = fc.record({ start: fc.nat(text.length - 1), length: fc.integer({ min: 1, max: 25 }) });
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), (ranges) => {
        const quotations = ranges.map(
          ({ start, length }, index): Quotation =>
            quotation(`q${index}`, 'p.md', ['a'], { start, end: Math.min(start + length, text.length) }),
        );
        const document = withQuotations(
          { path: 'p.md', transcript: { text }, sidecars: new Map(), quotations: [] },
          quotations,
        );
        const { speakers } = coverageOf(studyWith(document), document);
        const said = wordsIn(text).filter(({ end }) => text[end] !== ':');
        const coded = said.filter((word) =>
          quotations.some(({ start, end }) => start < word.end && word.start < end),
        );
        const sum = (of: 'words' | 'coded') => speakers.reduce((total, speaker) => total + speaker[of], 0);
        assert.equal(sum('words'), said.length);
        assert.equal(sum('coded'), coded.length);
      }),
    );
  });
});

describe('uncoded turns', () => {
  const bodies = (study: Study, path = 'a.md') => {
    const document = study.documents.get(path);
    assert.ok(document);
    return uncodedTurns(study, document).map(({ start, end, isRespondent }) => [
      document.transcript?.text.slice(start, end),
      isRespondent,
    ]);
  };

  it('are those that no coded quotation reaches into; their bodies alone', () => {
    assert.deepEqual(bodies(studyWith(interview())), [
      ['Two words.', true],
      ['Not at all.', true],
    ]);
    const document = interview();
    assert.deepEqual(bodies(studyWith(withQuotations(document, []))), [
      ['How did it start?', false],
      ['We *trusted* each other once.', true],
      ['Two words.', true],
      ['Not at all.', true],
    ]);
  });

  it('are coded by a quotation over several turns, not by one that ends at their start', () => {
    const document = interview();
    const text = document.transcript?.text ?? '';
    const [start, end] = [text.indexOf('once'), text.indexOf('words')];
    const over = [quotation('q', 'a.md', ['a'], { start, end })];
    assert.deepEqual(
      bodies(studyWith(withQuotations(document, over))).map(([words]) => words),
      ['How did it start?', 'Not at all.'],
    );
    const upTo = [quotation('q', 'a.md', ['a'], { start, end: text.indexOf('Two') })];
    assert.ok(bodies(studyWith(withQuotations(document, upTo))).some(([words]) => words === 'Two words.'));
  });

  it('follow one another through the study and around, of respondents alone', () => {
    const coded = withQuotations(interview('b.md'), [
      quotation('all', 'b.md', ['a'], { start: 0, end: written.length }),
    ]);
    const study = studyWith(interview('a.md'), coded, interview('c.md'));
    const walk = (direction: 1 | -1) => {
      const seen: string[] = [];
      let at = { document: 'a.md', offset: 0 };
      for (let step = 0; step < 5; step++) {
        const next = nextUncodedTurn(study, at.document, at.offset, direction);
        assert.ok(next);
        const text = study.documents.get(next.document)?.transcript?.text ?? '';
        seen.push(`${next.document} ${text.slice(next.turn.start, next.turn.end)}`);
        at = { document: next.document, offset: next.turn.start };
      }
      return seen;
    };
    assert.deepEqual(walk(1), [
      'a.md Two words.',
      'a.md Not at all.',
      'c.md Two words.',
      'c.md Not at all.',
      'a.md Two words.',
    ]);
    assert.deepEqual(walk(-1), [
      'c.md Not at all.',
      'c.md Two words.',
      'a.md Not at all.',
      'a.md Two words.',
      'c.md Not at all.',
    ]);
    assert.equal(nextUncodedTurn(studyWith(coded), 'b.md', 0, 1), undefined);
  });
});
