import assert from 'node:assert/strict';
import { memoOf } from '../../../src/core/formats/memo.ts';
import { withTopicCodes } from '../../../src/core/formats/topicLinks.ts';
import { newTranscriptPath, newTranscriptText } from '../../../src/core/formats/transcriptWriting.ts';
import { emptyStudy } from '../../../src/core/study/study.ts';
import { codesOfTopic, topicsOf } from '../../../src/core/study/topics.ts';
import { smallStudy } from '../tables/small.ts';

const guide = memoOf('topic-guide.md', { text: '# Guide\n\n## Trust\n\n- Why?\n- How?\n\n## Rest\n' });
const study = { ...smallStudy(), topicGuide: guide };

describe('a new transcript', () => {
  it('has the attributes in use as keys, a heading for each topic and each question with room for the answer', () => {
    assert.equal(
      newTranscriptText(study, { title: 'New', case: 'Beta: 2' }),
      '---\ncase: "Beta: 2"\norganisation:\ndate:\nrating:\n---\n# New\n\n## Trust\n\n**I:** Why?\n\n**R:** \n\n**I:** How?\n\n**R:** \n\n## Rest\n',
    );
  });

  it('gets the next number where the others have one, and a name that no file has', () => {
    const path = (taken: readonly string[]) =>
      newTranscriptPath(study, 'Één Co', (one) => taken.includes(one));
    assert.equal(path([]), 'interviews/04-een-co.md');
    assert.equal(path(['interviews/04-een-co.md']), 'interviews/04-een-co-2.md');
    const settings = { transcripts: ['talks/2019/**/*.md'] };
    assert.equal(
      newTranscriptPath({ ...emptyStudy, settings }, 'A', () => false),
      'talks/2019/a.md',
    );
    assert.equal(
      newTranscriptPath(emptyStudy, '?', () => false),
      'interviews/interview.md',
    );
  });
});

describe('linking a topic to codes', () => {
  it('writes a line of links under the heading, or adds to the one that is there', () => {
    const linked = (text: string, codes: readonly string[]) => {
      const memo = memoOf('topic-guide.md', { text });
      const [topic] = topicsOf(memo);
      assert.ok(topic);
      const { range, text: put } = withTopicCodes(memo, topic, 'Codes', codes);
      return text.slice(0, range.start) + put + text.slice(range.end);
    };
    const once = linked(guide.text, ['trust']);
    assert.equal(once, guide.text.replace('- How?\n', '- How?\n\nCodes: code:trust\n'));
    const twice = linked(once, ['open', 'contract']);
    assert.match(twice, /^Codes: code:trust, code:open, code:contract$/m);
    const topics = topicsOf(memoOf('topic-guide.md', { text: twice }));
    assert.deepEqual(
      topics.map((topic) => codesOfTopic(study, topic)),
      [['trust', 'open', 'contract'], []],
    );
  });
});
