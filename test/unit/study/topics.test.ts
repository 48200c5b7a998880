import assert from 'node:assert/strict';
import { memoOf } from '../../../src/core/formats/memo.ts';
import { codesOfTopic, topicKey, topicsOf } from '../../../src/core/study/topics.ts';
import { sectionsOf } from '../../../src/core/text/headings.ts';
import { smallStudy } from '../tables/small.ts';

const guide = `---
title: Guide
---
# Topic list

An hour. Ask everybody?

## 1. **Trust** (code:trust)

How is it between you?

- Who trusts whom?
* [ ] And *why*
  not?
1) Since when?

Codes: [[Contract]], code:trust, code:gone

### 1.1 Broken trust

- What happened?

## Governance ##

\`\`\`
## no topic
- no question
\`\`\`

Thank you.
`;

const memo = (text: string) => memoOf('topic-guide.md', { text });

describe('the topics of a guide', () => {
  it('are its headings with what is asked under them, without the title of the guide', () => {
    assert.deepEqual(
      topicsOf(memo(guide)).map(({ title, depth, questions }) => ({ title, depth, questions })),
      [
        {
          title: '1. Trust',
          depth: 0,
          questions: ['How is it between you?', 'Who trusts whom?', 'And why not?', 'Since when?'],
        },
        { title: '1.1 Broken trust', depth: 1, questions: ['What happened?'] },
        { title: 'Governance', depth: 0, questions: [] },
      ],
    );
  });

  it('are linked to codes as a memo is, by id or name; codes that are gone are left out', () => {
    const codes = topicsOf(memo(guide)).map((topic) => codesOfTopic(smallStudy(), topic));
    assert.deepEqual(codes, [['trust', 'contract'], [], []]);
  });

  it('are all headings where several are of the highest level, and none where there is no heading', () => {
    const titles = (text: string) => topicsOf(memo(text)).map(({ title }) => title);
    assert.deepEqual(titles('# A\n## B\n# C\n'), ['A', 'B', 'C']);
    assert.deepEqual(titles('# A\n'), ['A']);
    assert.deepEqual(titles('- What?\n'), []);
    assert.deepEqual(titles(''), []);
  });

  it('mean the same under another number, in other capitals and with other marks', () => {
    for (const other of ['Trust', '2) trust', '**Trust**', '3.1 TRUST', 'a) Trust'])
      assert.equal(topicKey(other), topicKey('1. Trust'), other);
    assert.notEqual(topicKey('2019 was a year'), topicKey('was a year'));
  });
});

describe('the sections of a text', () => {
  it('reach to the next heading of their level, and have a part of their own up to the next of any', () => {
    const text = '# A\na\n## B\nb\n# C\n';
    assert.deepEqual(
      sectionsOf({ text }).map(({ title, ownEnd, end }) => [title, text.slice(ownEnd), text.slice(end)]),
      [
        ['A', '## B\nb\n# C\n', '# C\n'],
        ['B', '# C\n', '# C\n'],
        ['C', '', ''],
      ],
    );
  });
});
