import assert from 'node:assert/strict';
import { parseQuery } from '../../../src/core/query/parse.ts';
import type { Query } from '../../../src/core/query/query.ts';
import { dutch } from '../../../src/messages/dutch.ts';
import { english } from '../../../src/messages/english.ts';

/** The structure of a query in one line, every operator with its parentheses. */
function structure(query: Query): string {
  switch (query.kind) {
    case 'code':
      return `${query.only ? '=' : ''}${query.name}`;
    case 'field':
      return `${query.field}:${query.pattern ? `/${query.value}/` : query.value}`;
    case 'attribute':
      return `${query.name}${query.comparison}${query.value}`;
    case 'all':
    case 'any':
      return `(${query.of.map(structure).join(query.kind === 'all' ? ' & ' : ' | ')})`;
    case 'not':
      return `!${structure(query.of)}`;
    case 'proximity':
      return `(${structure(query.left)} ${query.proximity}${query.words || ''} ${structure(query.right)})`;
  }
}

function parsed(text: string): string {
  const result = parseQuery(text);
  assert.ok('query' in result, JSON.stringify(result));
  return structure(result.query);
}

/** The key of the error, and the part of the text that it points at. */
function failure(text: string): [string, string] {
  const result = parseQuery(text);
  assert.ok('error' in result, `no error in ${text}`);
  const { message, at } = result.error;
  assert.ok(message.key in english && message.key in dutch, message.key);
  return [message.key, text.slice(at.start, at.end)];
}

describe('parseQuery', () => {
  for (const [text, expected] of [
    ['vertrouwen', 'vertrouwen'],
    ['=vertrouwen', '=vertrouwen'],
    ['vertrouwen AND NOT governance', '(vertrouwen & !governance)'],
    ['a or b and c', '(a | (b & c))'],
    ['(a OR b) AND c', '((a | b) & c)'],
    ['a and not b within c', '(a & !(b within c))'],
    ['a within b near 10 c', '((a within b) near10 c)'],
    ['a near 3 not b', '(a near3 !b)'],
    ['a EN b OF NIET c', '((a & b) | !c)'],
    ['a volgt-op b', '(a follows b)'],
    ['a na b', '(a follows b)'],
    ['a voor b', '(a precedes b)'],
    ['a nabij 5 b', '(a near5 b)'],
    ['a binnen b omvat c overlapt d', '(((a within b) encloses c) overlaps d)'],
    ['"elkaars taal spreken" AND KPI\'s', "(elkaars taal spreken & KPI's)"],
    ['“elkaars taal spreken”', 'elkaars taal spreken'],
    [String.raw`"een \"echt\" woord"`, 'een "echt" woord'],
    ['"na"', 'na'],
    ['case:TotalCare', 'case:TotalCare'],
    ['Casus: "Total Care"', 'case:Total Care'],
    ['document:interviews/01-secureco.md', 'document:interviews/01-secureco.md'],
    ['tekst:/vertrouw\\w*/', 'text:/vertrouw\\w*/'],
    [String.raw`text:/a\/[/]b/`, 'text:/a/[/]b/'],
    ['ster:ja', 'star:yes'],
    ['star:no', 'star:no'],
    ['rating>=7,5', 'rating>=7,5'],
    ['"care domain" != "1e lijn"', 'care domain!=1e lijn'],
    ['type = en', 'type=en'],
    ['case:of AND a', '(case:of & a)'],
  ] as const) {
    it(`reads ${text}`, () => assert.equal(parsed(text), expected));
  }

  for (const [text, key, where] of [
    ['', 'query.empty', ''],
    ['  ', 'query.empty', '  '],
    ['a AND', 'query.operandMissing', 'AND'],
    ['AND a', 'query.operandBefore', 'AND'],
    ['a AND of', 'query.operandBefore', 'of'],
    ['eerste dag', 'query.operatorExpected', 'dag'],
    ['(a OR b', 'query.unclosed', '('],
    ['a OR b)', 'query.unopened', ')'],
    ['()', 'query.operandExpected', ')'],
    ['a AND "b c', 'query.unclosedQuote', '"b c'],
    ['text:/abc', 'query.unclosedPattern', '/abc'],
    ['kleur:rood', 'query.unknownField', 'kleur'],
    ['star:maybe', 'query.yesOrNo', 'maybe'],
    ['case:', 'query.valueExpected', ':'],
    ['rating >= AND a', 'query.operatorExpected', 'a'],
    ['rating >= )', 'query.valueExpected', ')'],
    ['a near b', 'query.wordsExpected', 'b'],
    ['a near', 'query.wordsExpected', 'near'],
    ['case:/x/', 'query.noPatternHere', '/x/'],
    ['text:/a(b/', 'query.patternInvalid', 'a(b'],
    ['a AND text:/x(?=y)/', 'query.patternUnsupported', '(?=y'],
  ] as const) {
    it(`refuses ${JSON.stringify(text)} at ${JSON.stringify(where)}`, () =>
      assert.deepEqual(failure(text), [key, where]));
  }

  it('refuses what would exhaust the stack', () => {
    assert.equal(failure(`${'('.repeat(4000)}a${')'.repeat(4000)}`)[0], 'query.tooDeep');
    assert.equal(failure(`${'NOT '.repeat(2000)}a`)[0], 'query.tooDeep');
    assert.equal(failure(`a${' na a'.repeat(1500)}`)[0], 'query.tooDeep');
    assert.equal(failure('a'.repeat(10_001))[0], 'query.tooLong');
    assert.equal(parsed(`a${' and a'.repeat(1500)}`).length > 3000, true);
  });
});
