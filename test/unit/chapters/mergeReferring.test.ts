import assert from 'node:assert/strict';
import { mergeReferring } from '../../../src/core/chapters/mergeReferring.ts';
import { memoOf } from '../../../src/core/formats/memo.ts';
import { apply } from '../../../src/core/study/apply.ts';
import { isRefusal } from '../../../src/core/study/codebook/refusal.ts';
import { inverse } from '../../../src/core/study/operation.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { author, code, quotation, studyOf } from '../study/trees.ts';

const base = studyOf(
  [
    code('trust', undefined, { name: 'Trust' }),
    code('faith', undefined, { name: 'Faith' }),
    code('hope', undefined, { name: 'Hope' }),
    code('below', 'trust', { name: 'Below' }),
  ],
  {
    'one.md': {
      quotations: [quotation('q1', 'one.md', ['faith', 'trust']), quotation('q2', 'one.md', ['hope'])],
    },
  },
);
const text = 'See code:faith and code:hope.\n';
const study: Study = {
  ...base,
  settings: { queries: { both: 'Faith OR Hope', other: 'Trust' } },
  relations: {
    relations: new Map([['r1', { id: 'r1', from: 'code:faith', to: 'code:below', type: 'is cause of' }]]),
  },
  memos: new Map([['memos/a.md', memoOf('memos/a.md', { text })]]),
};
const chapters = [
  {
    path: 'chapters/a.md',
    text: '<!-- codeboom\ntable: quotations\ncodes: [Faith, Hope]\n-->\n<!-- /codeboom -->\n',
  },
];
const the = (id: string) => {
  const found = study.codebook.codes.get(id);
  assert.ok(found);
  return found;
};

describe('a merge with all that refers to the codes', () => {
  const merged = mergeReferring(study, [the('faith'), the('hope')], the('trust'), chapters, author);
  assert.ok(!isRefusal(merged));

  it('is one step that relations, queries and codings follow, and that comes back whole', () => {
    const { study: after, conflicts } = apply(study, merged.operation);
    assert.deepEqual(conflicts, []);
    assert.deepEqual([...after.codebook.codes.keys()].sort(), ['below', 'trust']);
    assert.deepEqual(after.settings.queries, { both: 'Trust OR Trust', other: 'Trust' });
    assert.deepEqual(
      [...after.relations.relations.values()].map(({ from, to }) => `${from} ${to}`),
      ['code:trust code:below'],
    );
    const { study: back } = apply(after, inverse(merged.operation));
    assert.deepEqual(back.settings, study.settings);
    assert.deepEqual(back.relations.relations, study.relations.relations);
    assert.deepEqual(back.documents, study.documents);
  });

  it('gives the edits of memos and chapters, and makes none of them', () => {
    const said = merged.edits.map(({ path, range, text: written }) => {
      const file = path === 'memos/a.md' ? text : (chapters[0]?.text ?? '');
      return `${path}: ${file.slice(range.start, range.end)} → ${written}`;
    });
    assert.deepEqual(said.sort(), [
      'chapters/a.md: Faith → Trust',
      'chapters/a.md: Hope → Trust',
      'memos/a.md: code:faith → code:trust',
      'memos/a.md: code:hope → code:trust',
    ]);
  });

  it('is refused into a code below', () => {
    assert.ok(isRefusal(mergeReferring(study, [the('trust')], the('below'), chapters, author)));
  });
});
