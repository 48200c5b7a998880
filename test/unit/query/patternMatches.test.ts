import assert from 'node:assert/strict';
import fc from 'fast-check';
import { patternOf } from '../../../src/core/query/pattern.ts';
import { matchesOf } from '../../../src/core/query/patternMatches.ts';

function found(source: string, text: string): readonly string[] {
  const compiled = matchesOf(source);
  assert.ok('matches' in compiled, JSON.stringify(compiled));
  return compiled.matches(text).map(({ start, end }) => text.slice(start, end));
}

describe('where a pattern matches', () => {
  it('finds each match from left to right, in any case and language', () => {
    assert.deepEqual(found('vertrouw', 'Vertrouwen en wantrouwen; ik vertrouw je'), ['Vertrouw', 'vertrouw']);
    assert.deepEqual(found('\\bidee\\w', 'Ideeën, een idee'), ['Ideeë']);
    assert.deepEqual(found('👩|é', 'né 👩'), ['é', '👩']);
  });

  it('starts a match where the last one ended', () => {
    assert.deepEqual(found('ab', 'ababxab'), ['ab', 'ab', 'ab']);
    assert.deepEqual(found('a', 'aaa'), ['a', 'a', 'a']);
    assert.deepEqual(found('^a', 'aaa'), ['a']);
  });

  it('ends as early as it can, and starts as early as it can', () => {
    assert.deepEqual(found('a.*z', 'xa a z z'), ['a a z']);
    assert.deepEqual(found('b|abc', 'abc'), ['b']);
  });

  it('never finds nothing', () => {
    assert.deepEqual(found('a*', 'baab'), ['a', 'a']);
    assert.deepEqual(found('x*', 'baab'), []);
  });

  it('says what is wrong with a pattern as the query language does', () => {
    const made = matchesOf('(a)\\1');
    assert.ok('error' in made && made.error.message.key === 'query.patternUnsupported');
  });

  it('takes time in proportion to the text where going back and trying again takes for ever', () => {
    const text = `${'a'.repeat(20_000)}!`;
    assert.deepEqual(found('(a+)+b', text), []);
  });

  it('finds something just where a pattern that needs characters matches', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '[ab]',
      '.',
      'a*b',
      '(a|b)+',
      '\\ba',
      'b\\b',
      '(?:ab)?a',
      '^a',
      'b$',
    );
    const source = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''));
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '🙂'), { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(source, text, (pattern, where) => {
        const compiled = matchesOf(pattern);
        const whether = patternOf(pattern);
        assert.ok('matches' in compiled && 'pattern' in whether);
        const matches = compiled.matches(where);
        assert.equal(matches.length > 0, whether.pattern(where), `${pattern} in ${where}`);
        for (const [index, { start, end }] of matches.entries()) {
          assert.ok(start < end);
          assert.ok(start >= (matches[index - 1]?.end ?? 0));
        }
      }),
    );
  });
});
