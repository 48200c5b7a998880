import assert from 'node:assert/strict';
import { rangeOfCode } from '../../../src/core/formats/codebook.ts';

const written = ['{"id": "a", "name": "The code of b"}', '{ "name": "B", "id":"b" }'];
const text = `{"version": 1, "codes": [${written.join(', ')}]}`;

describe('the record of a code in codebook.json', () => {
  it('is found by its id, however it is written', () => {
    for (const [index, id] of ['a', 'b'].entries()) {
      const range = rangeOfCode(text, id);
      assert.equal(range && text.slice(range.start, range.end), written[index]);
    }
  });

  it('is not there where no code has the id, and in what is no codebook', () => {
    assert.equal(rangeOfCode(text, 'c'), undefined);
    assert.equal(rangeOfCode('{"codes": {', 'a'), undefined);
    assert.equal(rangeOfCode('{"codes": "a"}', 'a'), undefined);
  });
});
