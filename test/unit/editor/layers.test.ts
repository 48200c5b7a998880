import assert from 'node:assert/strict';
import { highlightsOf } from '../../../src/extension/editor/layers.ts';
import { code, quotation, studyOf } from '../study/trees.ts';

const codes = [code('red', undefined, { color: 'vermilion' }), code('blue', undefined, { color: 'blue' })];

/** The highlights of quotations, each of its range and codes, as `start-end look`. */
function drawn(...quotations: readonly (readonly [start: number, end: number, ...codes: string[]])[]) {
  const records = quotations.map(([start, end, ...ids], index) =>
    quotation(`q${index}`, 'one.md', ids, { start, end }),
  );
  const { codebook, documents } = studyOf(codes, { 'one.md': { quotations: records } });
  const document = documents.get('one.md');
  assert.ok(document);
  const showing = {
    codebook,
    visibility: { isShown: () => true },
    colorBy: { standInOf: (_: unknown, id: string) => id },
  };
  return [...highlightsOf(document, showing)].map(
    ([{ start, end }, layers]) =>
      `${start}-${end} ${layers.map((layer) => Object.values(layer).join(' ')).join(', ')}`,
  );
}

describe('highlights', () => {
  it('mark where a quotation in another of the same code starts and ends', () => {
    assert.deepEqual(drawn([0, 30, 'red'], [10, 20, 'red']), [
      '0-10 tint vermilion',
      '10-20 tint vermilion',
      '10-11 startEdge vermilion',
      '20-30 tint vermilion',
      '19-20 endEdge vermilion',
    ]);
  });

  it('mark where quotations of one code overlap or touch', () => {
    assert.deepEqual(
      drawn([0, 20, 'red'], [10, 30, 'red'], [30, 40, 'red']).filter((one) => /Edge/.test(one)),
      ['10-11 startEdge vermilion', '19-20 endEdge vermilion', '30-31 startEdge vermilion'],
    );
  });

  it('mark those without a code too', () => {
    assert.deepEqual(drawn([0, 5], [5, 9]), ['0-5 uncoded', '5-9 uncoded', '5-6 startEdge']);
  });

  it('mark no edge where the looks differ, or text lies between', () => {
    assert.deepEqual(drawn([0, 30, 'red'], [10, 20, 'blue'], [31, 40, 'red']), [
      '0-10 tint vermilion',
      '10-20 tint blue, second vermilion',
      '20-30 tint vermilion',
      '31-40 tint vermilion',
    ]);
  });
});
