import assert from 'node:assert/strict';
import { blocksOf } from '../../../src/core/chapters/blocks.ts';

const open = '<!-- codeboom\ntable: cases\n-->\n';
const close = '<!-- /codeboom -->\n';

/** The specs of the blocks found, and the problems with the text that each points at. */
function read(text: string) {
  const { blocks, problems } = blocksOf(text);
  return {
    contents: blocks.map(({ content }) => text.slice(content.start, content.end)),
    problems: problems.map(({ message, range }) => [
      message.key.replace('chapter.', ''),
      text.slice(range.start, range.end).split('\n')[0],
    ]),
  };
}

describe('the generated blocks of a chapter', () => {
  it('are found with their spec, content and digest', () => {
    const digest = 'ab'.repeat(32);
    const text = `A\n\n${open}| x |\n<!-- /codeboom sha256:${digest} -->\nB`;
    const [block] = blocksOf(text).blocks;
    assert.ok(block);
    assert.equal(text.slice(block.spec.start, block.spec.end), '\ntable: cases\n');
    assert.equal(text.slice(block.content.start, block.content.end), '| x |\n');
    assert.equal(text.slice(block.range.end), '\nB');
    assert.equal(block.digest, digest);
  });

  it('may have their spec on the line of the comment', () => {
    assert.deepEqual(read(`<!-- codeboom table: cases -->\nx\n${close}`), {
      contents: ['x\n'],
      problems: [],
    });
  });

  it('are none inside a code fence', () => {
    assert.deepEqual(read(`\`\`\`md\n${open}${close}\`\`\`\n`), { contents: [], problems: [] });
    assert.deepEqual(read(`~~~~\n${open}~~~\n${close}~~~~\n${open}x\n${close}`), {
      contents: ['x\n'],
      problems: [],
    });
  });

  it('are left alone where one is not closed, and only there', () => {
    assert.deepEqual(read(`${open}x\n\n${open}y\n${close}`), {
      contents: ['y\n'],
      problems: [['unclosed', '<!-- codeboom']],
    });
    assert.deepEqual(read(`${open}y\n${close}${open}x`), {
      contents: ['y\n'],
      problems: [['unclosed', '<!-- codeboom']],
    });
  });

  it('are left alone where one stands in another, and only there', () => {
    const nested = `${open}a\n${open}b\n${close}c\n${close}${open}d\n${close}`;
    assert.deepEqual(read(nested), { contents: ['d\n'], problems: [['nested', '<!-- codeboom']] });
  });

  it('are reported where a comment is damaged', () => {
    assert.deepEqual(read(`<!-- codeboom\ntable: cases\n${close}${open}d\n${close}`), {
      contents: ['d\n'],
      problems: [
        ['unclosedComment', '<!-- codeboom'],
        ['unopened', '<!-- /codeboom -->'],
      ],
    });
    assert.deepEqual(read(`${open}x\n<!-- /codeboom sha256:12 -->\n`).problems, [
      ['badClosing', '<!-- /codeboom sha256:12 -->'],
    ]);
    assert.deepEqual(read(close).problems, [['unopened', '<!-- /codeboom -->']]);
  });
});
