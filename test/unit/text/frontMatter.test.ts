import assert from 'node:assert/strict';
import { frontMatterOf } from '../../../src/core/text/frontMatter.ts';
import { transcriptOf } from '../../../src/core/text/transcript.ts';

const read = (yaml: string) => frontMatterOf(transcriptOf(`---\n${yaml}\n---\nText`));

describe('front matter', () => {
  it('gives attributes, with dates and unusual numbers as written', () => {
    const text =
      '---\ncase: TotalCare\ndate: 2019-03-04\nrating: 6-\nmark: 3\nmean: 8.50\ncomma: 8,5\ncode: 007\nyes: yes\n' +
      'network: true\nnote:\norganisations: [A, B]\nspeakers: {I: Interviewer, 1: R}\n---\nText';
    const { attributes, error, end } = frontMatterOf(transcriptOf(text));
    assert.equal(error, undefined);
    assert.equal(end, text.indexOf('Text'));
    assert.deepEqual(attributes, {
      case: 'TotalCare',
      date: '2019-03-04',
      rating: '6-',
      mark: 3,
      mean: '8.50',
      comma: '8,5',
      code: '007',
      yes: 'yes',
      network: true,
      note: null,
      organisations: ['A', 'B'],
      speakers: { I: 'Interviewer', 1: 'R' },
    });
  });

  it('keeps dates a text under any directive and tag, and runs nothing', () => {
    assert.deepEqual(read('date: !!timestamp 2019-03-04').attributes, { date: '2019-03-04' });
    assert.deepEqual(read('f: !!js/function "function () { throw 1 }"').attributes, {
      f: 'function () { throw 1 }',
    });
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
    read('__proto__: {polluted: true}');
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });

  it('is none without an opening line, or with one that is a rule across the page', () => {
    for (const text of [
      '',
      'Text',
      '\n---\na: 1\n---\n',
      '---\n\nJust text.',
      '---\n\n# Interview\n\n---\n\nText',
      '----\na: 1\n----\n',
    ]) {
      assert.deepEqual(frontMatterOf(transcriptOf(text)), { attributes: {}, end: 0 }, text);
    }
  });

  it('may be empty, and end where the file does', () => {
    assert.deepEqual(frontMatterOf(transcriptOf('---\n---\nText')), { attributes: {}, end: 8 });
    assert.deepEqual(frontMatterOf(transcriptOf('---\na: 1\n---')), { attributes: { a: 1 }, end: 12 });
    assert.deepEqual(frontMatterOf(transcriptOf('\ufeff---\r\na: 1\r\n---\r\nText')), {
      attributes: { a: 1 },
      end: 13,
    });
  });

  it('that is not YAML is an error at its place; the text begins after it all the same', () => {
    const text = '---\ncase: A\ntitle: "no end\n---\nText';
    const { attributes, end, error } = frontMatterOf(transcriptOf(text));
    assert.deepEqual(attributes, {});
    assert.equal(end, text.indexOf('Text'));
    assert.ok(error && error.reason !== '');
    assert.ok(error.range.start >= 4 && error.range.start < error.range.end && error.range.end <= end);
  });

  it('names as errors what is no mapping, a key given twice, and a closing line that is missing', () => {
    for (const yaml of ['just text', '- a\n- b', 'a: 1\na: 2', 'a: b: c', 'a: {b']) {
      assert.ok(read(yaml).error, yaml);
      assert.deepEqual(read(yaml).attributes, {});
    }
    const open = frontMatterOf(transcriptOf('---\ncase: A\n\nText'));
    assert.deepEqual([open.end, open.error?.range], [0, { start: 0, end: 3 }]);
  });

  it('does not fall for aliases that multiply, bite their tail or nest without end', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih']) {
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]`);
    }
    for (const yaml of [
      bomb.join('\n'),
      'a: &a [*a]',
      `a: ${'['.repeat(20000)}`,
      'key: value\n'.repeat(20000),
      `a: ${'['.repeat(40)}${']'.repeat(40)}`,
    ]) {
      assert.ok(read(yaml).error, yaml.slice(0, 40));
    }
    assert.deepEqual(read('a: &a [x]\nb: *a').attributes, { a: ['x'], b: ['x'] });
  });
});
