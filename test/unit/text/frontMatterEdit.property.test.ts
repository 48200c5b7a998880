import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { listOfTexts } from '../../../src/core/study/attributes.ts';
import { frontMatterOf } from '../../../src/core/text/frontMatter.ts';
import {
  attributeRange,
  type FrontMatterEdit,
  withWrittenValue,
  written,
  writtenValue,
} from '../../../src/core/text/frontMatterEdit.ts';

const done = (text: string, edit: FrontMatterEdit | undefined) => {
  assert.ok(edit);
  return text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end);
};

const word = fc.oneof(
  fc.constantFrom(
    '3',
    '6-',
    '8,5',
    '2019-03-04',
    'null',
    'yes',
    'a: b',
    '# no',
    '- x',
    "it's",
    'é',
    '[x]',
    '~',
    '1e3',
  ),
  fc.stringMatching(/^[\p{L}\p{N} .,:;#'"&*!?|>%@`{}[\]-]{1,12}$/u).filter((text) => text.trim() === text),
);
const value = fc.oneof(word, fc.array(word, { maxLength: 3 }), fc.constant(null), fc.constant('a\nb\n'));
const keys = fc.constantFrom('case', 'rating', 'role of', 'x', 'date', 'é-1', 'a:b');

const transcripts = fc.oneof(
  fc.constantFrom('', 'Hello\n', '# Title\n\n**R:** Hi\n', '---\n---\nHi', '---\n---'),
  fc
    .tuple(fc.dictionary(keys, value, { minKeys: 1 }), fc.constantFrom('any', 'block', 'flow'), fc.boolean())
    .map(([attributes, collectionStyle, isCommented]) => {
      const yaml = Object.entries(attributes)
        .map(([key, one]) =>
          stringify(
            { [key]: one },
            {
              collectionStyle: collectionStyle === 'flow' && !Array.isArray(one) ? 'any' : 'any',
              ...(collectionStyle === 'block' && { collectionStyle: 'block' as const }),
            },
          ),
        )
        .map((line) =>
          isCommented && !line.includes('\n ') && !/[|>]-?\n/.test(line)
            ? line.replace(/\n$/, ' # note\n')
            : line,
        )
        .join('');
      return `---\n${yaml}---\n**R:** Hello\n`;
    }),
);

describe('an edit of the front matter', () => {
  it('gives the key its value, leaves all others and the text as they are, and can be taken back to the byte', () => {
    fc.assert(
      fc.property(transcripts, keys, fc.array(word, { maxLength: 3 }), (text, key, values) => {
        fc.pre(frontMatterOf({ text }).error === undefined);
        const before = writtenValue({ text }, key);
        const after = done(text, withWrittenValue({ text }, key, written(values)));
        const read = frontMatterOf({ text: after });
        assert.equal(read.error, undefined, after);
        const expected = values.flatMap((one) => listOfTexts(one));
        assert.deepEqual(listOfTexts(read.attributes[key]), expected, after);
        const { [key]: _was, ...others } = frontMatterOf({ text }).attributes;
        const { [key]: _is, ...othersAfter } = read.attributes;
        assert.deepEqual(othersAfter, others);
        assert.equal(after.slice(read.end), text.slice(frontMatterOf({ text }).end));
        assert.equal(writtenValue({ text: after }, key), written(values));
        const range = attributeRange({ text: after }, key);
        assert.ok(range && after.slice(range.start, range.end).includes(key.slice(0, 1)));
        const back = done(after, withWrittenValue({ text: after }, key, before));
        if (!/^---\n---/.test(text)) assert.equal(back, text);
      }),
      { numRuns: 500 },
    );
  });

  it('is refused where the front matter cannot be read, or is written on one line', () => {
    for (const text of ['---\na: [\n---\n', '---\na: 1\n', '---\n{a: 1}\n---\n'])
      assert.equal(withWrittenValue({ text }, 'a', ' 2'), undefined, text);
  });

  it('leaves comments and lines of a list in their places', () => {
    const text = '---\n# who\nrating: 3 # of ten\nlist:\n  - a\n  - b\nlast: x\n---\n';
    const edited = done(text, withWrittenValue({ text }, 'rating', ' 8,5'));
    assert.equal(edited, text.replace('3 #', '8,5 #'));
    const list = done(text, withWrittenValue({ text }, 'list', ' c'));
    assert.equal(list, text.replace('\n  - a\n  - b', ' c'));
    assert.equal(
      done(text, withWrittenValue({ text }, 'list', undefined)),
      text.replace('list:\n  - a\n  - b\n', ''),
    );
  });
});
