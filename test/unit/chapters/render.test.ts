import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citationOf } from '../../../src/core/chapters/citations.ts';
import { applyEdits } from '../../../src/core/chapters/edits.ts';
import { renderChapter } from '../../../src/core/chapters/render.ts';
import { withDocument, withQuotations } from '../../../src/core/study/study.ts';
import { normalForm, transcriptOf } from '../../../src/core/text/transcript.ts';
import { markdown, smallStudy } from '../tables/small.ts';

const study = smallStudy('en', "..'{text}'.. source: *{organisation}*");
const spec = 'table: cases\ncolumns: [{case: true}, {count: documents}]';
const block = (content = '', digest = '') =>
  `<!-- codeboom\n${spec}\n-->\n${content}<!-- /codeboom${digest} -->`;

const keysOf = (text: string) =>
  renderChapter(study, text).problems.map(({ message }) => message.key.replace('chapter.', ''));
const statusesOf = (text: string) => renderChapter(study, text).blocks.map(({ status }) => status);

describe('a living chapter', () => {
  it('gets its tables, and has them from then on', () => {
    const first = renderChapter(study, `# Results\n\n${block()}\n\nMore.\n`);
    assert.deepEqual(
      first.blocks.map(({ status }) => status),
      ['neverRendered'],
    );
    assert.match(
      first.text,
      /^# Results\n\n<!-- codeboom\n[\s\S]*-->\n\| Case[\s\S]*\n<!-- \/codeboom sha256:[0-9a-f]{64} -->\n\nMore\.\n$/,
    );
    assert.ok(first.text.includes(`${markdown(study, spec)}\n<!-- /codeboom`));
    assert.deepEqual(statusesOf(first.text), ['fresh']);
    assert.equal(renderChapter(study, first.text).text, first.text);
  });

  it('refreshes what is stale', () => {
    const { text } = renderChapter(study, block());
    const document = study.documents.get('interviews/03-c.md');
    assert.ok(document);
    const more = withDocument(study, { ...document, path: 'interviews/04-d.md' });
    const next = renderChapter(more, text);
    assert.deepEqual(
      next.blocks.map(({ status }) => status),
      ['stale'],
    );
    assert.ok(next.text.includes('| Beta | 2 |'));
    assert.deepEqual(
      renderChapter(more, next.text).blocks.map(({ status }) => status),
      ['fresh'],
    );
  });

  it('never overwrites what was changed by hand, unless told to, block by block', () => {
    const { text } = renderChapter(study, `${block()}\n${block()}\n`);
    const edited = text.replaceAll('| Beta | 1 |', '| Beta | one |');
    const kept = renderChapter(study, edited);
    assert.equal(kept.text, edited);
    assert.deepEqual(
      kept.blocks.map(({ status }) => status),
      ['handEdited', 'handEdited'],
    );
    assert.deepEqual(keysOf(edited), ['handEdited', 'handEdited']);
    const forced = renderChapter(study, edited, { force: new Set([1]) });
    assert.equal(forced.text.match(/\| Beta \| 1 \|/g)?.length, 1);
    assert.equal(forced.text.match(/\| Beta \| one \|/g)?.length, 1);
    assert.deepEqual(statusesOf(block('My own table.\n')), ['handEdited']);
  });

  it('takes a table that was emptied by hand for one to make', () => {
    assert.deepEqual(statusesOf(block('\n', ` sha256:${'0'.repeat(64)}`)), ['neverRendered']);
  });

  it('leaves a block whose spec cannot be followed, pointing into the spec, and renders the rest', () => {
    const text = `${block().replace('cases', 'casez')}\n${block()}\n`;
    const rendered = renderChapter(study, text);
    assert.deepEqual(
      rendered.blocks.map(({ status }) => status),
      ['failed', 'neverRendered'],
    );
    const [problem] = rendered.problems;
    assert.equal(problem && text.slice(problem.range.start, problem.range.end), 'casez');
    assert.ok(rendered.text.startsWith(block().replace('cases', 'casez')));
    const sort = block().replace('}]', '}]\nsort: Size');
    const [late] = renderChapter(study, sort).problems;
    assert.equal(late && sort.slice(late.range.start, late.range.end), 'Size');
  });

  it('keeps byte order mark and line ends, and writes its own in the same', () => {
    const text = `\uFEFF# A\r\n\r\n${block().replaceAll('\n', '\r\n')}\r\nlone\nLF\r\n`;
    const { text: rendered } = renderChapter(study, text);
    assert.ok(rendered.startsWith('\uFEFF# A\r\n\r\n<!-- codeboom\r\n'));
    assert.ok(rendered.endsWith(' -->\r\nlone\nLF\r\n'));
    assert.ok(rendered.includes('| Beta | 1 |\r\n'));
    assert.deepEqual(statusesOf(rendered), ['fresh']);
    assert.deepEqual(statusesOf(normalForm(rendered)), ['fresh']);
  });

  const prose = fc
    .array(
      fc.constantFrom(
        'Tekst.',
        '\n',
        '\r\n',
        '\n\n',
        '```\n',
        '~~~\n',
        '<!-- note -->',
        '<!-- codeboom',
        '-->',
        '<!-- /codeboom -->',
        '<!-- q:q1 -->',
        '<!-- /q -->',
        'é',
        '😀',
        '\r',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  it('changes nothing outside its blocks and citations, and nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(prose, { minLength: 1, maxLength: 4 }), fc.boolean(), (between, hasMark) => {
        const text = (hasMark ? '\uFEFF' : '') + between.join(`\n${block()}\n`);
        const rendered = renderChapter(study, text);
        const outside = (whole: string, { blocks, citations }: typeof rendered) => {
          const lf = normalForm(whole);
          const cuts = [
            ...blocks.map(({ block: one }) => ({ start: one.content.start, end: one.closing.end })),
            ...citations.map(({ range }) => range),
          ];
          return cuts
            .sort((a, b) => b.start - a.start)
            .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), lf);
        };
        const again = renderChapter(study, rendered.text);
        assert.equal(again.text, rendered.text);
        assert.equal(outside(rendered.text, again), outside(text, rendered));
        assert.equal(rendered.text.startsWith('\uFEFF'), hasMark);
        if (rendered.edits.length === 0) assert.equal(rendered.text, text);
        assert.equal(normalForm(rendered.text), normalForm(applyEdits(normalForm(text), rendered.edits)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('an edit of a chapter', () => {
  it('leaves the line ends of all else as they are, however they are mixed', () => {
    const raw = fc.string({ unit: fc.constantFrom('\r', '\n', '\r\n', 'a', 'b') });
    fc.assert(
      fc.property(raw, fc.nat(30), fc.nat(5), fc.boolean(), (text, at, length, hasMark) => {
        const whole = (hasMark ? '\uFEFF' : '') + text;
        const lf = normalForm(whole);
        const start = Math.min(at, lf.length);
        const end = Math.min(start + length, lf.length);
        const edited = applyEdits(whole, [{ range: { start, end }, text: 'X\nY' }]);
        assert.equal(normalForm(edited), `${lf.slice(0, start)}X\nY${lf.slice(end)}`);
        const [before = '', after = ''] = edited.split(/X(?:\r\n|\r|\n)Y/);
        assert.ok(whole.startsWith(before) && whole.endsWith(after));
      }),
    );
  });
});

describe('a citation in running text', () => {
  const words = 'We trusted each other';
  const whole = `..'${words}'.. source: *ACo*`;
  const cited = (content: string, id = 'q1') => renderChapter(study, `So: ${citationOf(id, content)}.`);
  const now = (content: string) => /-->([\s\S]*)<!-- \/q/.exec(cited(content).text)?.[1];
  const statusOf = (content: string) => cited(content).citations[0]?.status;

  it('may hold the words or the words with their source, in part, across lines, with omissions', () => {
    for (const content of [
      words,
      whole,
      'We trusted […] other',
      '[A] trusted each [...]',
      `..'We trusted\neach other'.. source: *ACo*`,
      `"${words}" (A, 1)`,
      'trusted each',
      `..'We […] other'.. source: *ACo*`,
      'We *trusted* each other',
    ]) {
      assert.equal(statusOf(content), 'fresh', content);
      assert.equal(now(content), content);
    }
  });

  it('is refreshed when the transcript was corrected or the source renamed', () => {
    assert.equal(now('We trusted eachother'), words);
    assert.equal(now("..'We trusted eachother'.. source: *ACo*"), whole);
    assert.equal(now(`..'${words}'.. source: *OldCo*`), whole);
    assert.equal(now(`..'We […] other'.. source: *OldCo*`), "..'We […] other'.. source: *ACo*");
  });

  it('is left and reported when its words are others, unknown, lost or not closed', () => {
    assert.equal(statusOf('I never said anything of the kind'), 'failed');
    assert.deepEqual(keysOf(`${citationOf('q1', 'I never said anything of the kind')}`), ['citationDiffers']);
    assert.deepEqual(keysOf(citationOf('q1', 'We […] nobody')), ['citationDiffers']);
    assert.deepEqual(keysOf(citationOf('nope', 'x')), ['unknownQuotation']);
    assert.deepEqual(keysOf('<!-- q:q1 -->We trusted\n\neach other<!-- /q -->'), ['unclosedCitation']);
    assert.deepEqual(keysOf('<!-- q:q1 -->We <!-- q:q2 -->They told us all.<!-- /q -->'), [
      'unclosedCitation',
    ]);
    const document = study.documents.get('interviews/01-a.md');
    assert.ok(document);
    const anchor = { state: 'lost', since: '2019' } as const;
    const lost = withDocument(
      study,
      withQuotations(
        document,
        document.quotations.map((one) => ({ ...one, anchor })),
      ),
    );
    const text = citationOf('q1', 'anything');
    const rendered = renderChapter(lost, text);
    assert.equal(rendered.text, text);
    assert.equal(rendered.problems[0]?.message.key, 'chapter.lostQuotation');
  });

  it('is named when the place of its quotation is not sure', () => {
    const document = study.documents.get('interviews/01-a.md');
    assert.ok(document);
    const anchor = { state: 'review', was: '', reason: '' } as const;
    const review = document.quotations.map((one) => ({ ...one, anchor }));
    const rendered = renderChapter(
      withDocument(study, withQuotations(document, review)),
      citationOf('q1', 'We trusted each other'),
    );
    assert.deepEqual(
      rendered.problems.map(({ message }) => message.key),
      ['table.quotationInReview'],
    );
  });

  it('is none in code or inside a generated block', () => {
    assert.deepEqual(renderChapter(study, '`<!-- q:nope -->x<!-- /q -->`').citations, []);
    assert.deepEqual(renderChapter(study, '```\n<!-- q:nope -->x<!-- /q -->\n```').citations, []);
    assert.deepEqual(renderChapter(study, block('<!-- q:nope -->x<!-- /q -->\n')).citations, []);
  });

  it('follows a correction of the transcript', () => {
    const document = study.documents.get('interviews/03-c.md');
    const text = document?.transcript?.text.replace('takes time', 'takes much time');
    assert.ok(document && text);
    const longer = document.quotations.map((one) => ({
      ...one,
      end: one.end + 5,
      exact: 'Trust takes much time',
    }));
    const corrected = withDocument(study, {
      ...document,
      transcript: transcriptOf(text),
      quotations: longer,
    });
    assert.equal(
      renderChapter(corrected, citationOf('q4', 'Trust takes time')).text,
      citationOf('q4', 'Trust takes much time'),
    );
  });

  it('keeps what its author left out and put in when the transcript is corrected', () => {
    const document = study.documents.get('interviews/01-a.md');
    const written = document?.transcript?.text ?? '';
    const was = 'We *trusted* each other';
    const is = 'We all trusted one another and the others too';
    assert.ok(document && written.includes(was));
    const quotations = document.quotations.map((one) =>
      one.id === 'q1' ? { ...one, end: one.start + is.length, exact: is } : one,
    );
    const corrected = withDocument(study, {
      ...document,
      transcript: transcriptOf(written.replace(was, is)),
      quotations: quotations.filter(({ id }) => id === 'q1'),
    });
    const refreshed = (content: string) => renderChapter(corrected, citationOf('q1', content)).text;
    assert.equal(
      refreshed('We al trusted one another […] the others [of ACo] too'),
      citationOf('q1', 'We all trusted one another […] the others [of ACo] too'),
    );
  });
});
