import assert from 'node:assert/strict';
import fc from 'fast-check';
import { patternOf } from '../../../src/core/query/pattern.ts';

function matches(source: string, text: string): boolean {
  const compiled = patternOf(source);
  assert.ok('pattern' in compiled, JSON.stringify(compiled));
  return compiled.pattern(text);
}

const patternSource = fc.letrec<{ pattern: string; atom: string; piece: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      'a',
      'b',
      'A',
      ' ',
      '.',
      '\\w',
      '\\W',
      '\\d',
      '\\s',
      '[ab]',
      '[^a]',
      '[\\]b-d]',
      '\\b',
      '\\B',
      '^',
      '$',
      '\\.',
      '\\u0061',
      '\\x62',
      '\\p{L}',
      '\\n',
    ),
    tie('pattern').map((inside) => `(${inside})`),
    tie('pattern').map((inside) => `(?:${inside})`),
    tie('pattern')
      .map((inside) => `(?<n>${inside})`)
      .filter((source) => source.split('<n>').length === 2),
  ),
  piece: fc
    .tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '*?', '{2}', '{0,2}', '{1,}', '{0}'))
    .map(([atom, times]) => (/^(\\[bB]|[\^$])$/.test(atom) ? atom : atom + times)),
  pattern: fc
    .array(
      fc.array(tie('piece'), { maxLength: 3 }).map((pieces) => pieces.join('')),
      { minLength: 1, maxLength: 3 },
    )
    .map((alternatives) => alternatives.join('|')),
})).pattern;

const shortText = fc
  .array(fc.constantFrom('a', 'b', 'B', ' ', '1', '.', '\n', 'd'), { maxLength: 8 })
  .map((some) => some.join(''));

describe('A pattern', () => {
  it('matches what the matcher of JavaScript matches, on any text without accents', () => {
    fc.assert(
      fc.property(patternSource, shortText, (source, text) => {
        let native: RegExp;
        try {
          native = new RegExp(source, 'iu');
        } catch {
          return;
        }
        const compiled = patternOf(source);
        if ('error' in compiled) return;
        assert.equal(compiled.pattern(text), native.test(text), `/${source}/ on ${JSON.stringify(text)}`);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes letters with accents as letters, and characters outside the basic plane as one', () => {
    assert.ok(matches('^\\w+$', 'ideeën'));
    assert.ok(!matches('\\bn\\b', 'ideeën'));
    assert.ok(matches('\\bÉén\\b', 'over één dag'));
    assert.ok(matches('^.$', '😀'));
    assert.ok(matches('^[😀😁]{2}$', '😀😁'));
  });

  it('takes time in proportion to the text, whatever the pattern', () => {
    const text = `${'a'.repeat(100_000)}c`;
    for (const source of ['(a+)+b', '(a|a)*b', '(?:a?){100}b', '.*.*.*.*b', '(a*)*(a*)*b', '(.*a){12}b']) {
      const start = performance.now();
      assert.equal(matches(source, text), false);
      assert.ok(performance.now() - start < 2_000, source);
    }
  });

  it('refuses what it cannot search in such a time', () => {
    for (const [source, key] of [
      ['(a)\\1', 'query.patternUnsupported'],
      ['(?<n>a)\\k<n>', 'query.patternUnsupported'],
      ['(?!a)b', 'query.patternUnsupported'],
      ['(?<=a)b', 'query.patternUnsupported'],
      ['[\\W]', 'query.patternUnsupported'],
      ['((a{50}){50}){50}', 'query.patternTooLarge'],
      ['a{1000000000}', 'query.patternTooLarge'],
      ['(((((x{0,99}){0,99}){0,99}){0,99}){0,99}){0,99}', 'query.patternTooLarge'],
      ['a'.repeat(301), 'query.patternTooLong'],
      ['[z-a]', 'query.patternInvalid'],
    ] as const) {
      const compiled = patternOf(source);
      assert.ok('error' in compiled, source);
      assert.equal(compiled.error.message.key, key, source);
    }
  });
});
