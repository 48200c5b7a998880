import assert from 'node:assert/strict';
import { textAfter } from '../../../src/core/anchoring/followRange.ts';
import { fictitious } from '../../../src/core/privacy/fictitious.ts';
import { findNames, nameMatcher } from '../../../src/core/privacy/findNames.ts';
import { type Pseudonym, parsePseudonyms, serialisePseudonyms } from '../../../src/core/privacy/register.ts';
import { problemsOfRegister } from '../../../src/core/privacy/registerProblems.ts';

const pseudonyms: readonly Pseudonym[] = [
  { name: 'Jan', pseudonym: 'Piet', kind: 'person' },
  { name: 'Jan Jansen', pseudonym: 'Kees Klaver', kind: 'person', variants: ['Jansen'] },
  { name: 'Anna', pseudonym: 'Eva', kind: 'person' },
  { name: 'Alex', pseudonym: 'Wim', kind: 'person' },
  { name: 'René', pseudonym: 'Luuk', kind: 'person' },
  { name: 'SecureCo', pseudonym: 'Zorgzaam', kind: 'organisation' },
  { name: 'AT&T', pseudonym: 'Belbedrijf', kind: 'organisation' },
];

function replaced(text: string): string {
  const found = findNames(text, nameMatcher(pseudonyms));
  return textAfter(
    text,
    found.map((name) => ({ start: name.start, end: name.end, text: fictitious(text, name) })),
  );
}

describe('names in a text', () => {
  const cases = [
    ['Jan kwam, januari niet.', 'Piet kwam, januari niet.'],
    ['JAN en jan', 'PIET en piet'],
    [
      "Jans fiets, Jan's fiets, Annas, Anna's, Alex' hond",
      "Piets fiets, Piet's fiets, Eva's, Eva's, Wim' hond",
    ],
    ['J. Jansen, J.J. en Jan Jansen', 'K. Klaver, K.K. en Kees Klaver'],
    ['Jan\nJansen', 'Kees\nKlaver'],
    ['Jan\n\nJansen', 'Piet\n\nKees Klaver'],
    ['Hij zag Jan. Jansen ook.', 'Hij zag Piet. Kees Klaver ook.'],
    ['**Jan** Jansen', '**Kees** Klaver'],
    ['SecureCo-directeur bij AT&T', 'Zorgzaam-directeur bij Belbedrijf'],
    ['René en Rene\u0301', 'Luuk en Luuk'],
    ['j.j. is geen naam', 'j.j. is geen naam'],
  ] as const;
  for (const [text, expected] of cases)
    it(JSON.stringify(text), () => assert.equal(replaced(text), expected));

  it('the longest of names that overlap is taken', () => {
    const matcher = nameMatcher([
      { name: 'Jan Peter', pseudonym: 'A', kind: 'person' },
      { name: 'Peter de Vries', pseudonym: 'B', kind: 'person' },
    ]);
    const text = 'Jan Peter de Vries';
    assert.deepEqual(
      findNames(text, matcher).map(({ start, end }) => text.slice(start, end)),
      ['Peter de Vries'],
    );
  });
});

describe('the register of pseudonyms', () => {
  it('keeps what it does not know, a record a line', () => {
    const text =
      '{\n  "version": 1,\n  "pseudonyms": [\n    {"name": "Jan", "pseudonym": "Piet", "kind": "person", "variants": ["Jantje"], "note": 1},\n    {"name": 3}\n  ],\n  "own": true\n}\n';
    const { value, problems } = parsePseudonyms(text, 'pseudonyms.json');
    assert.ok(value);
    assert.equal(serialisePseudonyms(value), text);
    assert.deepEqual(
      problems.map(({ message }) => message.key),
      ['pseudonyms.record'],
    );
  });

  const bad: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['pseudonyms.empty', [['Jan', ' - ']]],
    ['pseudonyms.equal', [['Jan', 'JAN']]],
    [
      'pseudonyms.shared',
      [
        ['Jan', 'Piet'],
        ['Kees', 'piet'],
      ],
    ],
    [
      'pseudonyms.isName',
      [
        ['Jan', 'Kees de Boer'],
        ['Kees', 'Wim'],
      ],
    ],
    [
      'pseudonyms.twice',
      [
        ['Jan', 'Piet'],
        ['jan', 'Wim'],
      ],
    ],
  ];
  for (const [key, pairs] of bad)
    it(key, () => {
      const records = pairs.map(([name, pseudonym]) => ({ name, pseudonym, kind: 'person' }) as const);
      const keys = problemsOfRegister({ pseudonyms: records }, 'pseudonyms.json').map(
        (one) => one.message.key,
      );
      assert.deepEqual(keys, [key]);
    });

  it('a name inside another is no problem', () => {
    assert.deepEqual(problemsOfRegister({ pseudonyms: pseudonyms.slice(0, 2) }, 'pseudonyms.json'), []);
  });
});
