import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/chapters/edits.ts';
import { referencesToCode, referencesToQuotation } from '../../../src/core/chapters/references.ts';
import { replaceCodeReferences } from '../../../src/core/chapters/replaceReferences.ts';
import { memoOf } from '../../../src/core/formats/memo.ts';
import { apply } from '../../../src/core/study/apply.ts';
import { operation } from '../../../src/core/study/coding.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { code, quotation, studyOf } from '../study/trees.ts';

const memo = `---
title: On trust
links: [code:trust, 'code:trust', "c\\x6fde:trust"]
---
See code:trust, [it](code:trust), [[Trust|here]], [[code:trust]] and [[Care]]. quotation:q1
`;

const chapter = `# Results

<!-- codeboom
table: matrix
rows: {codes: [Trust, care]}
where: trust AND NOT "Trust in \\"us\\"" OR text:trust
-->
<!-- /codeboom -->

<!-- codeboom
table: cases
columns:
  - {codings: trust, header: trust}
  - quotes: "trust"
caption: trust
-->
<!-- /codeboom -->

Cited: <!-- q:q1 -->x<!-- /q -->

\`\`\`
<!-- codeboom
table: quotations
codes: trust
-->
\`\`\`
`;

const base = studyOf(
  [
    code('trust', undefined, { name: 'Trust', example: 'q1' }),
    code('care', undefined, { name: 'Care' }),
    code('us', undefined, { name: 'Trust in "us"' }),
  ],
  { 'one.md': { quotations: [quotation('q1', 'one.md', ['trust']), quotation('q2', 'one.md', [])] } },
);

const study: Study = {
  ...base,
  settings: { queries: { mine: 'trust AND =Care', other: 'Care', broken: 'trust AND', text: 'text:trust' } },
  codebook: {
    ...base.codebook,
    sets: new Map([
      ['s', { id: 's', name: 'Mine', codes: ['trust', 'care'] }],
      ['t', { id: 't', name: 'Other', codes: ['us'] }],
    ]),
  },
  relations: {
    relations: new Map([
      ['r1', { id: 'r1', from: 'code:trust', to: 'code:us', type: 'is a' }],
      ['r2', { id: 'r2', from: 'quotation:q1', to: 'quotation:q2', type: 'supports' }],
    ]),
  },
  summaries: {
    summaries: new Map([['trust:Alpha', { case: 'Alpha', code: 'trust', text: 'It grew.' }]]),
  },
  memos: new Map([['memos/a.md', memoOf('memos/a.md', { text: memo })]]),
};
const chapters = [{ path: 'chapters/r.md', text: chapter }];

describe('what refers to a code', () => {
  it('is named with its place: relations, sets, summaries, memos, queries and tables', () => {
    const found = referencesToCode(study, 'trust', chapters).map(({ kind, file, name, range }) => {
      const text = kind === 'memo' ? memo : chapter;
      return [kind, file, name, ...(range ? [text.slice(range.start, range.end)] : [])];
    });
    assert.deepEqual(found, [
      ['relation', 'relations.json', 'Trust is a Trust in "us"'],
      ['codeSet', 'codebook.json', 'Mine'],
      ['summary', 'summaries.json', 'Alpha'],
      ['memo', 'memos/a.md', 'On trust', 'code:trust'],
      ['memo', 'memos/a.md', 'On trust', 'code:trust'],
      ['memo', 'memos/a.md', 'On trust', `links: [code:trust, 'code:trust', "c\\x6fde:trust"]`],
      ['memo', 'memos/a.md', 'On trust', 'code:trust'],
      ['memo', 'memos/a.md', 'On trust', 'code:trust'],
      ['memo', 'memos/a.md', 'On trust', '[[Trust|here]]'],
      ['memo', 'memos/a.md', 'On trust', '[[code:trust]]'],
      ['query', 'codeboom.json', 'mine'],
      ['table', 'chapters/r.md', 'matrix', 'Trust'],
      ['table', 'chapters/r.md', 'matrix', 'trust AND NOT "Trust in \\"us\\"" OR text:trust'],
      ['table', 'chapters/r.md', 'cases', 'trust'],
      ['table', 'chapters/r.md', 'cases', '"trust"'],
    ]);
    assert.deepEqual(referencesToCode(base, 'trust'), []);
  });

  it('is named for a quotation too: examples, relations, memos and citations', () => {
    const found = referencesToQuotation(study, 'q1', chapters).map(({ kind, name }) => [kind, name]);
    assert.deepEqual(found, [
      ['example', 'Trust'],
      ['relation', 'x supports x'],
      ['memo', 'On trust'],
      ['citation', 'x'],
    ]);
    assert.deepEqual(referencesToQuotation(study, 'q9', chapters), []);
  });
});

describe('replacing what refers to a code', () => {
  const the = (id: string) => {
    const found = study.codebook.codes.get(id);
    assert.ok(found);
    return found;
  };
  const replaced = (to: string) => {
    const { changes, edits } = replaceCodeReferences(study, the('trust'), the(to), chapters);
    const applied = apply(study, operation('', {}, changes));
    assert.deepEqual(applied.conflicts, []);
    const edited = (path: string, text: string) =>
      applyEdits(
        text,
        edits.filter((edit) => edit.path === path),
      );
    return { ...applied.study, memo: edited('memos/a.md', memo), chapter: edited('chapters/r.md', chapter) };
  };

  it('leaves nothing behind but what cannot be seen in the text', () => {
    const { memo: next, chapter: tables, settings, codebook, relations, summaries } = replaced('care');
    assert.equal(
      next,
      `---
title: On trust
links: [code:care, 'code:care', "c\\x6fde:trust"]
---
See code:care, [it](code:care), [[Care|here]], [[code:care]] and [[Care]]. quotation:q1
`,
    );
    assert.equal(
      tables,
      chapter
        .replace('[Trust, care]', '[Care, care]')
        .replace(/^where: .*$/m, String.raw`where: "Care AND NOT \"Trust in \\\"us\\\"\" OR text:trust"`)
        .replace('{codings: trust,', '{codings: Care,')
        .replace('quotes: "trust"', 'quotes: Care'),
    );
    assert.deepEqual(settings.queries, {
      mine: 'Care AND =Care',
      other: 'Care',
      broken: 'trust AND',
      text: 'text:trust',
    });
    assert.deepEqual(codebook.sets.get('s')?.codes, ['care']);
    assert.equal(relations.relations.get('r1')?.from, 'code:care');
    assert.deepEqual([...summaries.summaries.keys()], ['care:Alpha']);
    const after = {
      ...study,
      settings,
      codebook,
      relations,
      summaries,
      memos: new Map([['memos/a.md', memoOf('memos/a.md', { text: next })]]),
    };
    const left = referencesToCode(after, 'trust', [{ path: 'chapters/r.md', text: tables }]);
    assert.deepEqual(
      left.map(({ kind, range }) => [kind, range && next.slice(range.start, range.end)]),
      [['memo', `links: [code:care, 'code:care', "c\\x6fde:trust"]`]],
    );
  });

  it('writes a name with signs so that each language reads that name', () => {
    const { memo: next, chapter: tables, settings, relations } = replaced('us');
    assert.match(next, /\[\[Trust in "us"\|here\]\]/);
    assert.equal(settings.queries?.mine, String.raw`"Trust in \"us\"" AND =Care`);
    assert.ok(tables.includes(String.raw`codes: ["Trust in \"us\"", care]`));
    assert.equal(relations.relations.size, 1);
    const after = [{ path: 'chapters/r.md', text: tables }];
    assert.deepEqual(referencesToCode({ ...base, settings }, 'trust', after), []);
    assert.equal(referencesToCode({ ...base, settings }, 'us', after).length, 5);
  });

  it('uses the id where a name would not mean that code, or would end a comment', () => {
    const twins = new Map([
      ...study.codebook.codes,
      ['us', code('us', undefined, { name: 'a --> b' })] as const,
      ['care', code('care', undefined, { name: 'Twin' })] as const,
      ['twin2', code('twin2', undefined, { name: 'Twin' })] as const,
    ]);
    const open = { ...study, codebook: { ...study.codebook, codes: twins } };
    const to = (id: string) => {
      const code = twins.get(id);
      assert.ok(code);
      return replaceCodeReferences(open, the('trust'), code, chapters).edits.map(({ text }) => text);
    };
    assert.ok(
      to('us')
        .slice(0, 4)
        .every((text) => !text.includes('-->')),
    );
    assert.ok(to('care').includes('care'));
  });
});
