import assert from 'node:assert/strict';
import { renderChapter } from '../../../src/core/chapters/render.ts';
import { parseCodebook } from '../../../src/core/formats/codebook.ts';
import { memoOf } from '../../../src/core/formats/memo.ts';
import type { Parsed } from '../../../src/core/formats/parsed.ts';
import { parseSettings } from '../../../src/core/formats/settings.ts';
import { parseSidecar } from '../../../src/core/formats/sidecar.ts';
import { checkQuery, queryIn } from '../../../src/core/query/check.ts';
import { evaluate } from '../../../src/core/query/evaluate.ts';
import { codeTreeOf } from '../../../src/core/study/codeTree.ts';
import { setComment } from '../../../src/core/study/coding.ts';
import { conflictCopyOf } from '../../../src/core/study/conflictCopy.ts';
import { readSidecarPath } from '../../../src/core/study/sidecarPath.ts';
import { emptyStudy } from '../../../src/core/study/study.ts';
import { frontMatterOf } from '../../../src/core/text/frontMatter.ts';
import { transcriptOf } from '../../../src/core/text/transcript.ts';
import { turnAt } from '../../../src/core/text/turns.ts';
import { Desk, folderWith, put, removeFolders } from '../store/folder.ts';
import { sidecarOf, transcript } from '../store/samples.ts';

/** Fails when a task takes longer than anybody would wait; honest files take milliseconds. */
function quickly<Result>(task: () => Result, most = 2_000): Result {
  const started = performance.now();
  const result = task();
  const took = performance.now() - started;
  assert.ok(took < most, `${Math.round(took)} ms`);
  return result;
}

const deep = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
const deepObject = (levels: number) => `${'{"a": '.repeat(levels)}1${'}'.repeat(levels)}`;

const bomb = `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]
h: &h [*g, *g, *g, *g, *g, *g, *g, *g, *g]
`;

describe('a study from a stranger that is made to exhaust the computer', function () {
  this.timeout(60_000);
  afterEach(removeFolders);

  for (const levels of [1_000, 10_000, 200_000]) {
    for (const nested of [deep(levels), deepObject(levels)]) {
      const shape = `${levels} levels of ${nested[0]}`;
      it(`JSON with ${shape} is not read, and the study works without`, async () => {
        const files = {
          'codeboom.json': `{"version": 1, "transcripts": ["**/*.md"], "x": ${nested}}`,
          'codebook.json': `{"version": 1, "codes": [{"id": "a", "name": "A", "x": ${nested}}, ${nested}]}`,
          'a.codes.json': sidecarOf({ q1: 'counted the beds' }).replace(
            '"codes": ["trust"]',
            `"codes": [], "x": ${nested}`,
          ),
        };
        for (const task of [
          () => parseSettings(files['codeboom.json'], 'codeboom.json'),
          () => parseCodebook(files['codebook.json'], 'codebook.json'),
          () => parseSidecar(files['a.codes.json'], 'a.codes.json', 'a.md', ''),
        ]) {
          const { value, problems } = quickly<Parsed<unknown>>(task);
          assert.equal(value === undefined, true);
          assert.equal(problems.length, 1);
        }
        const folder = await folderWith({ ...files, 'a.md': transcript, 'b.md': transcript });
        await put(folder, 'b.codes.json', sidecarOf({ q2: 'counted the beds' }, transcript, 'b.md'));
        const desk = await Desk.at(folder);
        const [quotation] = desk.quotations('b.md');
        assert.ok(quotation);
        await desk.do(setComment(quotation, 'works', desk.author));
        assert.equal((await Desk.at(folder)).quotations('b.md')[0]?.comment, 'works');
      });
    }
  }

  it('JSON that is deep but honest is kept', () => {
    const { value, problems } = parseSettings(`{"version": 1, "x": ${deep(20)}}`, 'codeboom.json');
    assert.deepEqual(problems, []);
    assert.ok(value?.unknown);
  });

  it('a codebook of 20,000 codes, each under the one before, is a tree in little time', () => {
    const codes = Array.from({ length: 20_000 }, (_, index) => ({
      id: `c${index}`,
      name: `C${index}`,
      parent: `c${index - 1}`,
    }));
    const { value } = quickly(() => parseCodebook(JSON.stringify({ codes }), 'codebook.json'), 5_000);
    assert.equal(value?.codes.size, 20_000);
    if (value) quickly(() => codeTreeOf(value).all, 5_000);
    const flat = {
      sets: new Map(),
      codes: new Map(codes.map(({ id, name }) => [id, { id, name, level: 'code' as const, parent: 'c0' }])),
    };
    assert.equal(quickly(() => codeTreeOf(flat).all).length, 20_000);
  });

  it('reads a memo of nothing but beginnings of links', () => {
    for (const sign of ['[[', '<case:', '`', 'code:', '[[a|', 'x:', '# ', '\n# x #'])
      assert.ok(quickly(() => memoOf('memos/a.md', { text: sign.repeat(100_000) })).title);
  });

  for (const [what, yaml] of [
    ['5 MB of text', `case: ${'x'.repeat(5_000_000)}\n`],
    ['5 MB of keys', Array.from({ length: 400_000 }, (_, index) => `k${index}: 1\n`).join('')],
    ['aliases of aliases', bomb],
    ['a value within itself', 'a: &a [*a]\n'],
    ['49,000 open brackets', `case: ${'['.repeat(49_000)}\n`],
    ['49,000 open braces', `case: ${'{a: '.repeat(12_000)}\n`],
    ['49,000 dashes', `case:\n ${'- '.repeat(24_000)}\n`],
    ['49,000 anchors', `case: [${'&a 1, '.repeat(8_000)}]\n`],
    ['4,000 keys', Array.from({ length: 4_000 }, (_, index) => `k${index}: 1\n`).join('')],
    ['a tag', 'case: !!js/function "function () { process.exit(1) }"\n'],
  ] as const) {
    it(`front matter with ${what} is read in no time or not at all`, () => {
      const text = transcriptOf(`---\n${yaml}---\n**R:** Well.\n`);
      const { attributes } = quickly(() => frontMatterOf(text));
      assert.ok(JSON.stringify(attributes).length < 100_000);
      assert.equal(quickly(() => turnAt(text, text.text.length - 3, ['I']))?.speaker, 'R');
    });
  }

  for (const [what, spec] of [
    ['aliases of aliases', `table: cases\ncolumns: *h\n${bomb}`],
    ['aliases of aliases before their use', `${bomb}table: cases\ncolumns: *h\n`],
    ['a value within itself', 'table: cases\ncolumns: &a [*a]\n'],
    ['many brackets', `table: cases\ncolumns: ${'['.repeat(20_000)}`],
    ['the name of what every object has', 'table: constructor\n'],
    ['the name of the prototype', 'table: __proto__\n__proto__: {x: 1}\n'],
    ['a million columns', `table: cases\ncolumns:\n${'  - {case: true}\n'.repeat(20_000)}`],
  ] as const) {
    it(`a block of a chapter with ${what} ends soon`, () => {
      const chapter = `# A\n\n<!-- codeboom\n${spec}\n-->\n<!-- /codeboom -->\n`;
      const { text } = quickly(() => renderChapter(emptyStudy, chapter), 10_000);
      assert.ok(text.length < 2_000_000);
    });
  }

  it('10,000 comments that are never closed are read once', () => {
    const chapter = '<!-- codeboom\n'.repeat(10_000) + '<!-- q:q1 -->'.repeat(10_000);
    quickly(() => renderChapter(emptyStudy, chapter), 5_000);
  });

  it('a transcript of one line of 3 MB has turns in little time', () => {
    for (const text of [
      'a'.repeat(3_000_000),
      ': '.repeat(1_000_000),
      '**'.repeat(1_000_000),
      '[00:'.repeat(500_000),
      '\n'.repeat(2_000_000),
    ]) {
      quickly(() => turnAt(transcriptOf(text), 5, ['I']), 5_000);
    }
  });

  for (const query of [
    'text ~ /(a+)+b/',
    'text ~ /(a|a)*(a|aa)+$/',
    'text ~ /((a{1,50}){1,50}){1,50}b/',
    `text ~ /${'(a?'.repeat(5_000)}${')'.repeat(5_000)}/`,
    `${'('.repeat(50_000)}trust${')'.repeat(50_000)}`,
    `${'NOT '.repeat(50_000)}trust`,
    `${'trust AND '.repeat(20_000)}trust`,
    `"${'\\'.repeat(100_000)}`,
  ]) {
    it(`the query ${query.slice(0, 40)}… ends soon, in an error or not`, async () => {
      const folder = await folderWith({
        'codeboom.json': JSON.stringify({ version: 1, queries: { q: query } }),
        'a.md': `${'a'.repeat(20_000)}!\n`,
      });
      await put(folder, 'a.codes.json', sidecarOf({ q1: 'a'.repeat(5_000) }, `${'a'.repeat(20_000)}!\n`));
      const { study } = await Desk.at(folder);
      quickly(() => {
        const parsed = queryIn(study, query);
        if (!('query' in parsed)) return;
        if (checkQuery(study, parsed.query).length === 0) evaluate(study, parsed.query);
      }, 5_000);
    });
  }

  it('a path of 100,000 characters is told from that of a sidecar at once', () => {
    for (const path of [
      '.codes'.repeat(20_000),
      '.codes.a'.repeat(12_000),
      `a.codes${' ('.repeat(50_000)}`,
      'a/'.repeat(50_000),
    ]) {
      quickly(() => [readSidecarPath(path), conflictCopyOf(path)], 500);
      quickly(() => [readSidecarPath(`${path}.json`), conflictCopyOf(`${path}.json`)], 500);
    }
  });
});
