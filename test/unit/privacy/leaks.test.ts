import assert from 'node:assert/strict';
import { nameMatcher } from '../../../src/core/privacy/findNames.ts';
import { leaksIn } from '../../../src/core/privacy/leaks.ts';

describe('the leak check', () => {
  const matcher = nameMatcher([{ name: 'Renée', pseudonym: 'Bo', kind: 'person' }]);

  for (const [file, text, found] of [
    ['interviews/01.md', 'Toen kwam Renée.', 'Renée'],
    ['a.codes.json', '{"exact": "ja\\nRenée\\n"}', 'Renée'],
    ['a.codes.json', '{"exact": "Ren\\u00e9e"}', 'Ren\\u00e9e'],
    ['history.jsonl', '{"why": "\\"Renée\\""}', 'Renée'],
    ['cases.csv', 'case,contact\nA,"Renée"\n', 'Renée'],
  ] as const)
    it(`${file}: ${text}`, () => {
      const [leak, ...more] = leaksIn(file, text, matcher);
      assert.equal(leak?.name, 'Renée');
      assert.equal(text.slice(leak?.range?.start, leak?.range?.end), found);
      assert.deepEqual(more, []);
    });

  it('names the path, and leaves the register out', () => {
    assert.deepEqual(leaksIn('interviews/renée.md', '', matcher), [
      { file: 'interviews/renée.md', name: 'Renée' },
    ]);
    assert.deepEqual(leaksIn('pseudonyms.json', '{"name": "Renée"}', matcher), []);
  });
});
