import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isPlaced } from '../../../src/core/study/counts.ts';
import { rolledUpCounts } from '../../../src/core/study/rolledUpCounts.ts';
import { withDocument } from '../../../src/core/study/study.ts';
import { groupedBy, quotationsAbout, type Subject } from '../../../src/core/study/subject.ts';
import { code, quotation, studyOf } from './trees.ts';

const codes = [code('top'), code('theme', 'top'), code('a', 'theme'), code('b', 'theme'), code('loose')];
const lost = { anchor: { state: 'lost', since: '2024-01-01T00:00:00Z' } } as const;
const study = studyOf(codes, {
  'one.md': {
    case: 'North',
    quotations: [quotation('q1', 'one.md', ['a', 'b']), quotation('q2', 'one.md', ['theme'])],
  },
  'two.md': { quotations: [quotation('q3', 'two.md', ['a'], lost), quotation('q4', 'two.md', ['loose'])] },
});
const about = (...subjects: Subject[]) => quotationsAbout(study, subjects).map(({ id }) => id);

describe('the quotations about a subject', () => {
  it('of a code are those of the codes below it too, each once', () => {
    assert.deepEqual(about({ kind: 'code', code: 'top' }), ['q1', 'q2', 'q3']);
    assert.deepEqual(about({ kind: 'code', code: 'b' }), ['q1']);
    assert.deepEqual(about({ kind: 'code', code: 'gone' }), []);
  });

  it('of a case and of a document are all that are in it', () => {
    assert.deepEqual(about({ kind: 'case', name: 'North' }), ['q1', 'q2']);
    assert.deepEqual(about({ kind: 'case', name: undefined }), ['q3', 'q4']);
    assert.deepEqual(about({ kind: 'document', path: 'two.md' }), ['q3', 'q4']);
  });

  it('of several are those of any, each once', () => {
    assert.deepEqual(about({ kind: 'code', code: 'a' }, { kind: 'document', path: 'one.md' }), [
      'q1',
      'q2',
      'q3',
    ]);
    assert.deepEqual(about(), []);
  });
});

describe('grouping quotations', () => {
  const all = quotationsAbout(study, [
    { kind: 'document', path: 'two.md' },
    { kind: 'document', path: 'one.md' },
  ]);
  const grouped = (by: 'case' | 'document') =>
    groupedBy(study, all, by).map(({ subject, quotations }) => [subject, quotations.map(({ id }) => id)]);

  it('by case puts those without one last', () => {
    assert.deepEqual(grouped('case'), [
      [{ kind: 'case', name: 'North' }, ['q1', 'q2']],
      [{ kind: 'case', name: undefined }, ['q3', 'q4']],
    ]);
  });

  it('by document keeps the order of the documents', () => {
    assert.deepEqual(grouped('document'), [
      [{ kind: 'document', path: 'one.md' }, ['q1', 'q2']],
      [{ kind: 'document', path: 'two.md' }, ['q3', 'q4']],
    ]);
  });

  it('makes no empty groups', () => {
    assert.deepEqual(groupedBy(study, [], 'case'), []);
  });
});

describe('counts with the codes below', () => {
  it('count a quotation with several of them once, and none that is lost', () => {
    const counts = rolledUpCounts(study);
    assert.deepEqual(counts.get('top'), { codings: 2, documents: 1 });
    assert.deepEqual(counts.get('a'), { codings: 1, documents: 1 });
    assert.equal(counts.get('gone'), undefined);
  });

  it('for any codings are what asking for the quotations gives, also after a change', () => {
    const applied = fc.array(fc.subarray(['top', 'theme', 'a', 'b', 'loose', 'gone']), { maxLength: 8 });
    fc.assert(
      fc.property(applied, applied, (before, after) => {
        const quotations = (of: string[][], path: string) =>
          of.map((ids, index) => quotation(`${path}${index}`, path, ids));
        const first = studyOf(codes, {
          'one.md': { quotations: quotations(before, 'one.md') },
          'two.md': { quotations: quotations(after, 'two.md') },
        });
        rolledUpCounts(first);
        const document = first.documents.get('one.md');
        assert.ok(document);
        const next = withDocument(first, { ...document, quotations: quotations(after, 'one.md') });
        for (const one of [first, next]) {
          for (const { id } of codes) {
            const found = quotationsAbout(one, [{ kind: 'code', code: id }]).filter(isPlaced);
            const documents = new Set(found.map(({ document: path }) => path)).size;
            const expected = found.length > 0 ? { codings: found.length, documents } : undefined;
            assert.deepEqual(rolledUpCounts(one).get(id), expected);
          }
        }
      }),
    );
  });
});
