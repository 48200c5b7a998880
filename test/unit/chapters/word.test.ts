import assert from 'node:assert/strict';
import { chapterToDocx } from '../../../src/core/chapters/word/export.ts';
import { fromXml, partsOf } from '../render/tables.ts';
import { chapter, sampleStudy } from '../tables/sample.ts';

const study = sampleStudy();

interface Paragraph {
  readonly style: string;
  readonly text: string;
  readonly xml: string;
}

async function wordOf(markdown: string) {
  const { bytes, remarks } = await chapterToDocx(study, markdown);
  const parts = partsOf(bytes);
  const body = parts.get('word/document.xml') ?? '';
  const paragraphs = [...body.matchAll(/<w:p>[\s\S]*?<\/w:p>|<w:p\/>/g)].map(([xml]): Paragraph => {
    const style = /<w:pStyle w:val="([^"]*)"\/>/.exec(xml)?.[1] ?? '';
    const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
      .map(([whole, piece = '']) => (whole === '<w:br/>' ? '\n' : fromXml(piece)))
      .join('');
    return { style, text, xml };
  });
  return { bytes, remarks, parts, body, paragraphs };
}

const shown = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ style, text }) => [style, text]);

describe('a chapter as a Word file', () => {
  it('has headings, paragraphs, lists and block quotations in styles of Word', async () => {
    const { paragraphs, parts } = await wordOf(`---
title: Not shown
---
# Heading *one*

First line
second line.\\
Third line.

- one
- two

  1. deep

4. fourth

> Quoted.

\`\`\`
code  here
\`\`\`
`);
    assert.deepEqual(shown(paragraphs), [
      ['Heading1', 'Heading one'],
      ['BodyText', 'First line second line.\nThird line.'],
      ['BodyText', 'one'],
      ['BodyText', 'two'],
      ['BodyText', 'deep'],
      ['BodyText', 'fourth'],
      ['Quote', 'Quoted.'],
      ['SourceCode', 'code  here'],
    ]);
    const levels = paragraphs.map(({ xml }) => /<w:ilvl w:val="(\d)"\/>/.exec(xml)?.[1]);
    assert.deepEqual(levels.slice(2, 6), ['0', '0', '1', '0']);
    assert.match(parts.get('word/numbering.xml') ?? '', /<w:start w:val="4"\/>/);
  });

  it('has emphasis, and links to the web only', async () => {
    const { paragraphs, parts } = await wordOf(
      'A **bold *both*** x<sup>2</sup> [site](https://example.org/?a=1&b=2) [no](command:x) ![pic](x.png)\n',
    );
    const [{ xml = '', text = '' } = {}] = paragraphs;
    assert.equal(text, 'A bold both x2 site no [pic]');
    assert.match(xml, /<w:b\/>(?:<[^>]*>)*bold/);
    assert.match(xml, /<w:i\/>(?:<[^>]*>)*both/);
    assert.match(xml, /<w:vertAlign w:val="superscript"\/>/);
    const links = [
      ...(parts.get('word/_rels/document.xml.rels') ?? '').matchAll(
        /Target="([^"]*)" TargetMode="External"/g,
      ),
    ];
    assert.deepEqual(
      links.map(([, target = '']) => fromXml(target)),
      ['https://example.org/?a=1&b=2'],
    );
  });

  it('names pictures, which it does not hold', async () => {
    const { remarks } = await wordOf('![the alliance](x.png)\n');
    assert.deepEqual(remarks, [{ key: 'word.picture', values: { picture: 'the alliance' } }]);
  });

  it('hides comments, never the text beside them', async () => {
    const { paragraphs } = await wordOf(
      '<!-- q:x -->"Quoted" at the start<!-- /q --> goes on.\n\n<!-- todo --> Text behind.\n\n<!-- alone -->\n',
    );
    assert.deepEqual(shown(paragraphs), [
      ['BodyText', '"Quoted" at the start goes on.'],
      ['BodyText', 'Text behind.'],
    ]);
  });

  it('has a table by hand as a table of Word, with its caption', async () => {
    const { body, paragraphs } = await wordOf(
      '*Tabel 7: By hand*\n\n| a | n |\n| --- | ---: |\n| x **y** | 3 |\n',
    );
    assert.equal(body.match(/<w:tbl>/g)?.length, 1);
    assert.deepEqual(shown(paragraphs).slice(0, 5), [
      ['Caption', 'Tabel 7: By hand'],
      ['TableText', 'a'],
      ['TableText', 'n'],
      ['TableText', 'x y'],
      ['TableText', '3'],
    ]);
    assert.match(paragraphs[4]?.xml ?? '', /<w:jc w:val="right"\/>/);
  });

  it('has generated tables up to date, also where the chapter is not', async () => {
    const block =
      '<!-- codeboom\ntable: cases\ncaption: "Tabel 2: X"\ncolumns: [{case: true}]\n-->\n<!-- /codeboom -->\n';
    const { body, paragraphs, remarks } = await wordOf(`Before.\n\n${block}\nAfter.\n`);
    assert.deepEqual(remarks, []);
    assert.equal(body.match(/<w:tbl>/g)?.length, 1);
    const texts = paragraphs.map(({ text }) => text);
    assert.deepEqual(
      [texts[0], texts[1], texts[3], texts.at(-1)],
      ['Before.', 'Tabel 2: X', 'TotalCare', 'After.'],
    );
    assert.ok(!texts.some((text) => text.includes('codeboom')));
  });

  it('has a table that was edited by hand, or cannot be made, as it stands, and says so', async () => {
    const byHand =
      '<!-- codeboom\ntable: cases\ncolumns: [{case: true}]\n-->\nEdited *by hand*.\n<!-- /codeboom -->\n';
    const failed = '<!-- codeboom\ntable: nothing\n-->\nOld content.\n<!-- /codeboom -->\n';
    const { paragraphs, remarks } = await wordOf(`${byHand}\n${failed}`);
    assert.deepEqual(shown(paragraphs), [
      ['BodyText', 'Edited by hand.'],
      ['BodyText', 'Old content.'],
    ]);
    assert.deepEqual(remarks, [
      { key: 'word.handEdited', values: { line: 1 } },
      { key: 'word.failed', values: { line: 8 } },
    ]);
  });

  it('puts a wide table on a page that lies on its side, and what follows on an upright one', async () => {
    const wide = Array.from({ length: 12 }, (_, index) =>
      `header-of-column${index}`.replaceAll('-', ''),
    ).join(' | ');
    const rule = Array.from({ length: 12 }, () => '---').join(' | ');
    const { body, remarks } = await wordOf(`Before.\n\n| ${wide} |\n| ${rule} |\n\nAfter.\n`);
    assert.deepEqual(
      [...body.matchAll(/w:orient="(\w+)"/g)].map(([, side]) => side),
      ['portrait', 'landscape', 'portrait'],
    );
    assert.deepEqual(
      remarks.map(({ key }) => key),
      ['format.tooWide'],
    );
  });

  it('of the sample is the same, byte for byte, each time, in both languages', async () => {
    for (const language of ['nl', 'en'] as const) {
      const one = { ...study, settings: { ...study.settings, language } };
      const first = await chapterToDocx(one, chapter());
      const second = await chapterToDocx(one, chapter());
      assert.deepEqual(first.remarks, []);
      assert.deepEqual(first.bytes, second.bytes);
    }
  });

  it('tells all its words, those of tables that were out of date too, for the check for real names', async () => {
    const block = '<!-- codeboom\ntable: cases\ncolumns: [{case: true}]\n-->\n<!-- /codeboom -->\n';
    const { text } = await chapterToDocx(study, `Before.\n\n${block}`);
    for (const words of [study.settings.title ?? '', 'Before.', 'TotalCare']) assert.ok(text.includes(words));
  });

  it('is a file also of an empty chapter', async () => {
    const { body, remarks } = await wordOf('');
    assert.match(body, /<w:body>/);
    assert.deepEqual(remarks, []);
  });
});
