import assert from 'node:assert/strict';
import fc from 'fast-check';
import { searchCodes } from '../../../src/core/study/codeSearch.ts';
import type { Code, Codebook } from '../../../src/core/study/model.ts';
import { code } from './trees.ts';

const codebookOf = (codes: readonly Code[]): Codebook => ({
  sets: new Map(),
  codes: new Map(codes.map((one) => [one.id, one])),
});
const named = (id: string, name: string, more: Partial<Code> = {}, parent?: string) =>
  code(id, parent, { name, ...more });

const codebook = codebookOf([
  named('trust', 'Vertrouwen in elkaar'),
  named('first', 'Eerste dag', {}, 'trust'),
  named('tools', 'Middelen', { definition: 'Wat vertrouwen vraagt aan middelen.' }),
  named('cafe', 'Café C&A'),
  named('decomposed', 'Reu\u0308nie'),
  named('quote', 'Zo’n gevoel'),
  named('russian', 'Доверие друзей'),
  named('hyphen', 'Niet-westers'),
]);
const found = (text: string) => searchCodes(codebook, text).map(({ id }) => id);

describe('searching codes', () => {
  it('puts hits in the name before those in the path, and these before those in the definition', () => {
    assert.deepEqual(found('vertrouwen'), ['trust', 'first', 'tools']);
  });

  it('finds words in any order, and over name and path', () => {
    assert.deepEqual(found('elkaar vertr'), ['trust', 'first']);
    assert.deepEqual(found('dag vertrouwen'), ['first']);
    assert.deepEqual(found('dag middelen'), []);
  });

  it('minds no case, accents or kind of apostrophe, composed or not', () => {
    for (const text of ['cafe', 'CAFÉ', 'cafe\u0301']) assert.deepEqual(found(text), ['cafe']);
    for (const text of ['reünie', 'REUNIE', 'reu\u0308nie']) assert.deepEqual(found(text), ['decomposed']);
    for (const text of ["zo'n", 'zo’n']) assert.deepEqual(found(text), ['quote']);
  });

  it('finds words of any script', () => {
    assert.deepEqual(found('друзей ДОВ'), ['russian']);
    assert.deepEqual(found('недоверие'), []);
  });

  it('gives punctuation no meaning of its own', () => {
    for (const text of ['niet-westers', 'niet -westers', '"westers" niet'])
      assert.deepEqual(found(text), ['hyphen']);
    assert.deepEqual(found('c&a'), ['cafe']);
    for (const text of ['-', '&', '""', '.*', '(']) assert.deepEqual(found(text), []);
  });

  it('finds all in tree order for nothing', () => {
    assert.equal(found(' ').length, codebook.codes.size);
    assert.ok(found('').indexOf('first') > found('').indexOf('trust'));
  });

  it('finds any code by its own words in any order, each once', () => {
    const word = fc.constantFrom('wij', 'één', 'Zorg', '2019', 'café', 'друг', 'e-mail');
    const name = fc.array(word, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), fc.nat(), (names, seed) => {
        const codes = names.map((words, index) => named(`c${index}`, words.join(' ')));
        const all = codebookOf(codes);
        for (const [index, words] of names.entries()) {
          const turn = seed % words.length;
          const search = [...words.slice(turn), ...words.slice(0, turn)].reverse().join(' ');
          const hits = searchCodes(all, search).map(({ id }) => id);
          assert.ok(hits.includes(`c${index}`), `${search} in ${words.join(' ')}`);
          assert.equal(new Set(hits).size, hits.length);
        }
      }),
    );
  });
});
