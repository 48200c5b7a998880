import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Completions, completions, written } from '../../../src/core/query/completions.ts';
import { parseQuery } from '../../../src/core/query/parse.ts';
import { code, documentOf, studyOf } from './studies.ts';

const study = studyOf(
  [
    code('governance', 'Governance'),
    code('taal', 'Elkaars taal spreken', 'governance'),
    code('vertrouwen', 'Vertrouwen'),
    code('x1', 'Doel'),
    code('x2', 'doel'),
  ],
  [
    documentOf(
      'interviews/01.md',
      '---\ncase: Total Care\nrating: 3\ntype: report\n---\n**I:** How?\n\n**R:** Well.\n',
      [],
    ),
    documentOf('interviews/02.md', '---\ncase: MedCare\nrating: 6-\n---\nWell.\n', []),
  ],
  { settings: { language: 'nl' } },
);

/** Completions at the bar in a text. */
function at(text: string): Completions {
  const offset = text.indexOf('|');
  return completions(study, text.slice(0, offset) + text.slice(offset + 1), offset);
}

const texts = (text: string) => at(text).items.map((item) => item.text);
const kinds = (text: string) => [...new Set(at(text).items.map((item) => item.kind))].sort();

describe('completions of a query', () => {
  it('offers operands where one has to stand', () => {
    const operands = ['attribute', 'code', 'field', 'operator'];
    for (const text of ['|', '(|', 'a EN |', 'a NOT |', 'a nabij 5 |', 'niet (|']) {
      assert.deepEqual(kinds(text), operands, text);
    }
    assert.deepEqual(kinds('=|'), ['code']);
    assert.deepEqual(kinds('a EN =|'), ['code']);
  });

  it('offers operators behind an operand, in the language of the study, comparisons behind an attribute', () => {
    assert.deepEqual(texts('vertrouwen |').slice(0, 3), ['EN', 'OF', 'binnen']);
    assert.deepEqual(kinds('(a EN b) |'), ['operator']);
    assert.deepEqual(kinds('type:en |'), ['operator']);
    assert.deepEqual(kinds('rating |'), ['comparison', 'operator']);
    assert.deepEqual(texts('vertrouwen nabij |'), []);
  });

  it('offers the values of a field or attribute', () => {
    assert.deepEqual(texts('casus:|'), ['"Total Care"', 'MedCare']);
    assert.deepEqual(texts('case: me|'), ['MedCare']);
    assert.deepEqual(texts('rating >= |'), ['3', '6-']);
    assert.deepEqual(texts('ster:|'), ['ja', 'nee']);
    assert.deepEqual(texts('vertrouwen EN type:|'), ['report', 'interview']);
  });

  it('replaces the word under the cursor, what begins with it first', () => {
    const { items, replace } = at('vertrouwen EN go|ver OF x');
    assert.deepEqual(replace, { start: 14, end: 19 });
    assert.equal(items[0]?.text, 'Governance');
    assert.deepEqual(at('"elkaars t|').replace, { start: 0, end: 10 });
    assert.deepEqual(texts('"elkaars t|'), ['"Elkaars taal spreken"']);
  });

  it('says where a code stands, and writes the id of codes with the same name', () => {
    const found = at('taal|').items[0];
    assert.deepEqual(found, {
      kind: 'code',
      label: 'Elkaars taal spreken',
      text: '"Elkaars taal spreken"',
      detail: 'Governance',
    });
    assert.deepEqual(texts('doel|'), ['x1', 'x2']);
  });

  it('writes any name so that it is read as that name', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('na', 'EN', '=x', 'a\\', '\\"', '“a”', '/x/')),
        (name) => {
          const parsed = parseQuery(written(name));
          assert.ok('query' in parsed && parsed.query.kind === 'code', written(name));
          assert.equal(parsed.query.name, name);
          const value = parseQuery(`case:${written(name)}`);
          assert.ok('query' in value && value.query.kind === 'field' && value.query.value === name);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
