import assert from 'node:assert/strict';
import { lintQuotations } from '../../../../src/core/chapters/quoted/lintQuotations.ts';
import { quotationProblems } from '../../../../src/core/chapters/quoted/quotationProblems.ts';
import { emptyStudy, type Study, withDocuments, withQuotations } from '../../../../src/core/study/study.ts';
import { documentOf } from '../../tables/small.ts';

const first = documentOf(
  'interviews/01-aco.md',
  `---
case: Alpha
organisation: ACo
speakers: {I: Interviewer, R: ACo}
---
**I:** [00:00:01] How did the alliance of the two hospitals begin?

**R:** [00:00:12] We trusted each *other* from the very first day. Nobody asked for a contract, you know,
and nobody wrote one. «q1 |It don't matter» who pays, we always said.

**I:** And now?

**R:** [00:01:12] Now we count every hour that we spend on it… and every euro too.
`,
);
const second = documentOf(
  'interviews/02-bco.md',
  `---
case: Alpha
organisation: BCo
---
**R:** The lawyers of the other side wrote forty pages. I never read them.
`,
);

const study: Study = {
  ...withDocuments(emptyStudy, new Map([first, second].map((document) => [document.path, document]))),
  settings: { quoteStyle: '"{text}" (*{organisation}*)' },
  codebook: {
    codes: new Map([['k', { id: 'k', name: 'Looking into each other’s kitchen', level: 'code' }]]),
    sets: new Map(),
  },
};

/** What is said of a chapter, as keys of messages without `quoted.`; `ok` for a passage that is right. */
function said(chapter: string, of = study): readonly string[] {
  return lintQuotations(of, chapter).flatMap((passage) => {
    const problems = quotationProblems(of, passage);
    return problems.length === 0 ? ['ok'] : problems.map(({ message }) => message.key.replace('quoted.', ''));
  });
}

describe('quoted passages', () => {
  const words = 'We trusted each other from the very first day';
  for (const [how, chapter] of [
    ['straight', `So "${words}."`],
    ['typographic', `So “${words}.”`],
    ['single', `So ‘${words}.’`],
    ['single and straight', `So '${words}'.`],
    ['low and high', `So „${words}”.`],
    ['French', `So « ${words} ».`],
    ['between dots', `So ..'${words}'.. source: *ACo*`],
    ['with emphasis', `So “We trusted **each other** from the *very first* day.”`],
    ['over lines', `So “We trusted each other\nfrom the very first day.”`],
    ['in a block', `He said:\n\n> ${words}.\n`],
    ['in a block with its source', `> ${words}. (ACo, line 9)\n>\n> — ACo\n`],
    ['in a list', `- So “${words}.”\n- No.`],
    ['in a cell', `| a | b |\n| --- | --- |\n| “${words}.” | ACo |`],
    ['with a letter changed', 'So “[w]e trusted each other from the very first day.”'],
    ['with an omission', 'So “We trusted each other […] nobody asked for a contract (...) you know”.'],
    ['with words put in', 'So “Nobody [at the time] asked for [the] contract, you know”.'],
    ['with an ellipsis of speech', 'So “every hour that we spend on it ... and every euro too”.'],
    ['with an apostrophe', "So 'It don't matter who pays, we always said'."],
    ['of two speakers', '> **I:** And now?\n> **R:** Now we count every hour that we spend on it.'],
    [
      'in two paragraphs',
      '“We trusted each other from the very first day.\n\n“Nobody asked for a contract, you know.”',
    ],
  ]) {
    it(`are seen: ${how}`, () => {
      const found = said(chapter ?? '');
      assert.ok(found.length > 0 && found.every((one) => one === 'ok'), found.join());
    });
  }

  it('are left alone in code, comments, front matter, and where they are no words of a respondent', () => {
    for (const chapter of [
      '---\ntitle: "A title of more than four words"\n---\n',
      '```\n> "nobody ever said a thing like this"\n```',
      'See `"nobody ever said a thing like this"`.',
      '<!-- "nobody ever said a thing like this" -->',
      'The code “Looking into each other’s kitchen” is in vivo.',
      'In “The Art of Building Alliances” it is otherwise.',
      'They call it “partly formal” or "so so".',
      'As was found before, “alliances fail for want of trust” (Gulati, 1995, p. 3).',
      'The managers’ plans and the boards’ answers came in ’98.',
      '> [!NOTE]\n',
    ])
      assert.deepEqual(said(chapter), [], chapter);
  });

  it('that are altered are said to be so', () => {
    assert.deepEqual(said('“We trusted each other from the very last day.”'), ['altered']);
    assert.deepEqual(said('“We trusted each other from the first day.”'), ['altered']);
    assert.deepEqual(said('“Nobody asked for a contract and nobody wrote one.”'), ['altered']);
    assert.deepEqual(said('“Nobody asked for a contract, you know and nobody wrote one.”'), ['marks']);
    assert.deepEqual(said('“Nobody wrote one […] nobody asked for a contract.”'), ['altered']);
  });

  it('that are nowhere are said to be nowhere', () => {
    assert.deepEqual(said('“The minister has forbidden us to go on.”'), ['notFound']);
    assert.deepEqual(said('> The minister has forbidden us to go on.'), ['notFound']);
  });

  it('are held against the source that is named', () => {
    assert.deepEqual(said(`“${words}” (BCo)`), ['otherSource']);
    assert.deepEqual(said(`The respondent of BCo says: “${words}”`), ['otherSource']);
    assert.deepEqual(said(`“${words}”, according to BCo.`), ['otherSource']);
    assert.deepEqual(said(`> ${words}.\n>\n> — BCo`), ['otherSource']);
    assert.deepEqual(said(`“${words}” (Alpha)`), ['ok']);
    assert.deepEqual(said(`“${words}” (01-aco, line 9)`), ['ok']);
    assert.deepEqual(said(`Talking about BCo, someone said: “${words}”`), ['ok']);
    assert.deepEqual(said(`“${words}” source: *CCo*`), ['unknownSource']);
    assert.deepEqual(said('ACo asks: “How did the alliance of the two hospitals begin?”'), ['byInterviewer']);
    assert.deepEqual(said('“from the very last day” (BCo)'), ['altered', 'otherSource']);
  });

  it('of fewer than four words are looked at where a source is named', () => {
    assert.deepEqual(said('“very first day” (ACo)'), ['ok']);
    assert.deepEqual(said('“a happy marriage” (ACo)'), ['notFound']);
  });

  it('of a quotation that was lost are named', () => {
    const lost = withQuotations(
      first,
      first.quotations.map((one) => ({
        ...one,
        exact: 'It was a marriage of love',
        anchor: { state: 'lost', since: '' },
      })),
    );
    const of = withDocuments(study, new Map([[lost.path, lost]]));
    assert.deepEqual(said('“It was a marriage of love.”', of), ['lost']);
  });

  it('in what breaks off do no harm', () => {
    for (const chapter of ['“', '"a', "..'", '> ', '„“”', "'", '[', '“[”', '| “ |', '<!-- “', '>>>', '“…”'])
      assert.deepEqual(said(chapter), [], chapter);
  });
});
