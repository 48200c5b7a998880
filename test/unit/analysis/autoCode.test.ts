import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type AutoCodeSearch,
  type AutoCodeUnit,
  headingsIn,
  hitsIn,
  type Sought,
  soughtPattern,
  soughtText,
  speakersIn,
} from '../../../src/core/analysis/autoCode.ts';
import { apply } from '../../../src/core/study/apply.ts';
import { codingChanges, operation } from '../../../src/core/study/coding.ts';
import type { StudyDocument } from '../../../src/core/study/model.ts';
import { emptyStudy, type Study, withDocument, withQuotations } from '../../../src/core/study/study.ts';
import { quotation } from '../study/trees.ts';
import { documentOf } from '../tables/small.ts';

const author = { coder: '', now: '2024-05-01T10:00:00Z', newId: newIds() };

function newIds(): () => string {
  let last = 0;
  return () => `n${++last}`;
}

const written = `---
case: Trust Ltd
speakers: {I: Interviewer, R: ACo}
---
# Trust

**I:** [00:00:12] And trust?

**R:** We *trust* each other. Distrust is rare. It takes
time.

[00:00:30] Trust, I mean.

## Money

**R:** No talk of trust
fund.
`;

const interview = documentOf('a.md', written);
const text = written;

function studyWith(document: StudyDocument): Study {
  return withDocument(emptyStudy, document);
}

function sought(made: ReturnType<typeof soughtText>): Sought {
  assert.ok('sought' in made, JSON.stringify(made));
  return made.sought;
}

function found(
  what: Sought,
  unit: AutoCodeUnit,
  speakers: AutoCodeSearch['speakers'] = 'respondents',
  document = interview,
): readonly string[] {
  const words = document.transcript?.text ?? '';
  return hitsIn(studyWith(document), document, { sought: what, unit, speakers }, ['a'], author).map(
    ({ range: { start, end } }) => words.slice(start, end),
  );
}

describe('auto-coding', () => {
  it('finds words of respondents, in whole words, sentences, paragraphs and turns', () => {
    const trust = sought(soughtText('trust'));
    assert.deepEqual(found(trust, 'word'), ['trust', 'Distrust', 'Trust', 'trust']);
    assert.deepEqual(found(trust, 'sentence'), [
      'We *trust* each other.',
      'Distrust is rare.',
      'Trust, I mean.',
      'No talk of trust\nfund.',
    ]);
    assert.deepEqual(found(trust, 'paragraph'), [
      'We *trust* each other. Distrust is rare. It takes\ntime.',
      'Trust, I mean.',
      'No talk of trust\nfund.',
    ]);
    const turns = found(trust, 'turn');
    assert.equal(turns.length, 2);
    assert.ok(turns[0]?.startsWith('We *trust*') && turns[0].endsWith('Trust, I mean.'));
  });

  it('searches the interviewer too when asked, and never front matter, headings, labels or timestamps', () => {
    assert.deepEqual(found(sought(soughtText('trust?')), 'turn', 'all'), ['And trust?']);
    for (const nowhere of ['Ltd', 'Money', '00', 'speakers', 'R:', '**']) {
      assert.deepEqual(found(sought(soughtText(nowhere)), 'turn', 'all'), [], nowhere);
    }
  });

  it('takes words as they are, over line ends and emphasis, with | between alternatives', () => {
    assert.deepEqual(found(sought(soughtText('we trust  each')), 'word'), ['We *trust* each']);
    assert.deepEqual(found(sought(soughtText('takes time')), 'word'), ['takes\ntime']);
    assert.deepEqual(found(sought(soughtText('money | fund| ')), 'sentence'), ['No talk of trust\nfund.']);
    assert.deepEqual(found(sought(soughtText('e.f')), 'sentence'), []);
  });

  it('takes patterns, each unit by itself', () => {
    assert.deepEqual(found(sought(soughtPattern('\\btrust\\b')), 'word'), ['trust', 'Trust', 'trust']);
    assert.deepEqual(found(sought(soughtPattern('^Trust')), 'sentence'), ['Trust, I mean.']);
  });

  it('refuses what is no pattern, and what finds everything', () => {
    const keyOf = (made: ReturnType<typeof soughtText>) => ('refused' in made ? made.refused.key : undefined);
    assert.equal(keyOf(soughtPattern('(')), 'query.patternInvalid');
    assert.equal(keyOf(soughtPattern('a*')), 'autoCode.findsAll');
    assert.equal(keyOf(soughtText(' | ')), 'autoCode.findsAll');
  });

  it('finds what a speaker says, by label or name, and what stands under a heading', () => {
    for (const name of ['R', 'aco']) {
      assert.deepEqual(
        found({ kind: 'speaker', name }, 'turn').map((words) => words.slice(0, 7)),
        ['We *tru', 'No talk'],
      );
    }
    assert.deepEqual(found({ kind: 'speaker', name: 'Interviewer' }, 'sentence'), ['And trust?']);
    assert.deepEqual(found({ kind: 'heading', text: 'money' }, 'paragraph'), ['No talk of trust\nfund.']);
    assert.equal(found({ kind: 'heading', text: 'Trust' }, 'turn').length, 2);
    assert.deepEqual(found({ kind: 'heading', text: 'Trust' }, 'word'), []);
    const study = studyWith(interview);
    assert.deepEqual(speakersIn(study, interview), ['Interviewer', 'I', 'ACo', 'R']);
    assert.deepEqual(headingsIn(study, interview), ['Trust', 'Money']);
  });

  it('tells what lies in a quotation of the coder with all the codes already', () => {
    const start = text.indexOf('We *trust*');
    const range = { start, end: text.indexOf('Distrust is rare.') + 'Distrust is rare.'.length };
    const states = (codes: readonly string[], more: object = {}) => {
      const document = withQuotations(interview, [quotation('q', 'a.md', ['a', 'b'], { ...range, ...more })]);
      const search = {
        sought: sought(soughtText('trust')),
        unit: 'sentence',
        speakers: 'respondents',
      } as const;
      return hitsIn(studyWith(document), document, search, codes, author).map(({ isCoded }) => isCoded);
    };
    assert.deepEqual(states(['a', 'b']), [true, true, false, false]);
    assert.deepEqual(states(['a', 'c']), [false, false, false, false]);
    assert.deepEqual(states([]), [false, false, false, false]);
    assert.deepEqual(states(['a'], { coder: 'ldb' }), [false, false, false, false]);
    assert.deepEqual(states(['a'], { anchor: { state: 'lost', since: '' } }), [false, false, false, false]);
  });

  it('finds in any text words that it holds, in order, inside the transcript, and once coded never again', () => {
    const line = fc.constantFrom(
      '# aap',
      'I: aap?',
      'R: noot aap. Mies aap!',
      'aap [0:01]',
      '',
      '',
      '*aap* mies',
      'R: mies',
    );
    const unit = fc.constantFrom<AutoCodeUnit>('word', 'sentence', 'paragraph', 'turn');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), unit, (lines, which) => {
        const document = documentOf('p.md', lines.join('\n'));
        const study = studyWith(document);
        const search = { sought: sought(soughtText('aap')), unit: which, speakers: 'respondents' } as const;
        const hits = hitsIn(study, document, search, ['a'], author);
        const words = document.transcript?.text ?? '';
        let at = 0;
        for (const { range, isCoded } of hits) {
          assert.ok(at <= range.start && range.start < range.end && !isCoded);
          assert.match(words.slice(range.start, range.end), /aap/);
          at = range.end;
        }
        const ranges = hits.map(({ range }) => range);
        const changes = codingChanges(document, ranges, { add: ['a'] }, author);
        assert.equal(changes.length, hits.length);
        const coded = apply(study, operation('k', {}, changes)).study;
        const after = coded.documents.get('p.md');
        assert.ok(after);
        assert.deepEqual(
          after.quotations.map(({ start, end }) => ({ start, end })),
          ranges,
        );
        assert.ok(hitsIn(coded, after, search, ['a'], author).every(({ isCoded }) => isCoded));
        assert.deepEqual(codingChanges(after, ranges, { add: ['a'] }, author), []);
      }),
    );
  });
});
