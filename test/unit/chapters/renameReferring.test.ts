import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/chapters/edits.ts';
import { renameReferring } from '../../../src/core/chapters/renameReferring.ts';
import { memoOf } from '../../../src/core/formats/memo.ts';
import { apply } from '../../../src/core/study/apply.ts';
import { isRefusal } from '../../../src/core/study/codebook/refusal.ts';
import { inverse } from '../../../src/core/study/operation.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { author, code, studyOf } from '../study/trees.ts';

const memo = 'See code:c1, [[c1]], [[Trust]] and [[trust|theirs]], not [[Hope]].\n';
const chapter =
  '<!-- codeboom\ntable: quotations\ncodes: [Trust, c1, Hope]\nwhere: trust AND c1\n-->\n<!-- /codeboom -->\n';
const base = studyOf([code('c1', undefined, { name: 'Trust' }), code('c2', undefined, { name: 'Hope' })], {
  'one.md': { quotations: [] },
});
const study: Study = {
  ...base,
  settings: { queries: { both: 'Trust OR Hope', byId: 'c1', other: 'Hope' } },
  relations: {
    relations: new Map([['r1', { id: 'r1', from: 'code:c1', to: 'code:c2', type: 'is cause of' }]]),
  },
  memos: new Map([['memos/a.md', memoOf('memos/a.md', { text: memo })]]),
};

function renamed(name: string, from: Study = study) {
  const trust = from.codebook.codes.get('c1');
  assert.ok(trust);
  const result = renameReferring(from, trust, name, [{ path: 'chapters/a.md', text: chapter }], author);
  assert.ok(!isRefusal(result));
  const edited = (path: string, text: string) =>
    applyEdits(
      text,
      result.edits.filter((edit) => edit.path === path),
    );
  return {
    ...result,
    memo: edited('memos/a.md', memo),
    chapter: edited('chapters/a.md', chapter),
  };
}

describe('a code that gets another name', () => {
  it('has it in queries, memos and tables, where it was not named by its id', () => {
    const { operation, ...texts } = renamed('Faith in others');
    const { study: after, conflicts } = apply(study, operation);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(after.settings.queries, {
      both: '"Faith in others" OR Hope',
      byId: 'c1',
      other: 'Hope',
    });
    assert.equal(
      texts.memo,
      'See code:c1, [[c1]], [[Faith in others]] and [[Faith in others|theirs]], not [[Hope]].\n',
    );
    assert.equal(
      texts.chapter,
      chapter
        .replace('[Trust, ', '[Faith in others, ')
        .replace('trust AND c1', '"\\"Faith in others\\" AND c1"'),
    );
  });

  it('keeps its relations and comes back whole by one undo', () => {
    const { operation } = renamed('Faith');
    const { study: after } = apply(study, operation);
    assert.deepEqual(after.relations, study.relations);
    const { study: back } = apply(after, inverse(operation));
    assert.deepEqual(back.settings, study.settings);
    assert.deepEqual(back.codebook, study.codebook);
  });

  it('changes nothing else when only its capitals change', () => {
    const { operation, edits } = renamed('TRUST');
    assert.deepEqual(edits, []);
    assert.deepEqual(
      operation.changes.map(({ record }) => record),
      ['code', 'history'],
    );
  });

  it('is not renamed to the name of another', () => {
    const trust = study.codebook.codes.get('c1');
    assert.ok(trust && isRefusal(renameReferring(study, trust, 'hope', [], author)));
  });
});
