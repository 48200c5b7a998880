import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { extractQuotations } from '../../../src/core/chapters/extract.ts';
import { renderChapter } from '../../../src/core/chapters/render.ts';
import { toCsv } from '../../../src/core/render/csv.ts';
import { toHtml } from '../../../src/core/render/html.ts';
import { toMarkdown } from '../../../src/core/render/markdown.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { defaultSpecs } from '../../../src/core/tables/defaultSpecs.ts';
import { makeTable } from '../../../src/core/tables/makeTable.ts';
import { parseSpec } from '../../../src/core/tables/spec.ts';
import type { Table } from '../../../src/core/tables/table.ts';
import { Desk, folderWith, put, removeFolders } from '../store/folder.ts';
import { sidecarOf } from '../store/samples.ts';

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '--> <script>alert(1)</script>',
  '<!-- /codeboom --> <b>out</b>',
  '<!-- q:q1 -->x<!-- /q -->',
  '[click](command:workbench.action.quit)',
  '[click](javascript:alert(1))',
  '![x](https://example.org/track.png)',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)',
  '" onmouseover="alert(1)',
  "' onmouseover='alert(1)",
  '&lt;script&gt;&#60;script&#62;',
  '</td></tr></table><script>alert(1)</script>',
  '$(gear) {{constructor.constructor("alert(1)")()}}',
] as const;

/** A study whose every text is hostile. */
async function studyOf(text: string): Promise<Study> {
  const name = JSON.stringify(text);
  const transcript = `---\ncase: ${name}\n${name}: ${name}\n---\n**R:** They said ${text} and went.\n`;
  const folder = await folderWith({
    'codeboom.json': JSON.stringify({ version: 1, title: text, quoteStyle: '"{text}" ({case}, {document})' }),
    'codebook.json': JSON.stringify({
      codes: [
        {
          id: 'c',
          name: text,
          definition: text,
          include: text,
          exclude: text,
          example: 'q1',
          level: 'theme',
        },
        { id: 'd', name: `${text} 2`, parent: 'c', definition: text },
      ],
    }),
    'a.md': transcript,
    'cases.csv': Papa.unparse([
      ['case', text],
      [text, text],
    ]),
  });
  await put(
    folder,
    'a.codes.json',
    sidecarOf({ q1: `said ${text} and` }, transcript, 'a.md', {
      codes: ['c', 'd'],
      comment: text,
      star: true,
    }),
  );
  return (await Desk.at(folder)).study;
}

/** Every table that Codeboom proposes for a study. */
function tablesOf(study: Study): readonly Table[] {
  return defaultSpecs(study).flatMap(({ yaml }) => {
    const { spec, problems } = parseSpec(yaml, study);
    assert.ok(spec, JSON.stringify(problems));
    return makeTable(study, spec).table ?? [];
  });
}

/** What a reader of HTML would act on: tags that we did not make, and comments. */
const ownTags =
  /<\/?(?:table|caption|thead|tbody|tfoot|tr|th|td|section|p|blockquote|strong|em|br)(?: (?:lang|scope|class)="[a-z]+")*>/g;

describe('words of a study from a stranger', () => {
  afterEach(removeFolders);

  for (const text of hostile) {
    it(`stay words in tables and reports: ${text}`, async () => {
      const study = await studyOf(text);
      const tables = tablesOf(study);
      assert.ok(tables.length > 2);
      for (const table of [...tables, cells(text)]) {
        assert.doesNotMatch(toHtml(table).replace(ownTags, ''), /[<>]/);
        assertNoMarkup(toMarkdown(table).replaceAll('<br>', ''));
      }
      for (const subject of [
        { kind: 'code', code: 'c' },
        { kind: 'case', name: text },
        { kind: 'document', path: 'a.md' },
      ] as const)
        assertNoMarkup(
          extractQuotations(study, subject, 'reports/x.md').replace(/^> \[.*\]\(\.\.\/a\.md#L\d+\)$/gm, ''),
        );
    });

    it(`cannot end the comment that holds a spec: ${text}`, async () => {
      const study = await studyOf(text);
      const blocks = defaultSpecs(study).map(({ yaml }) => `<!-- codeboom\n${yaml}-->\n<!-- /codeboom -->`);
      const rendered = renderChapter(study, `# A\n\n${blocks.join('\n\n')}\n\nLast words.\n`);
      assert.equal(rendered.blocks.length, blocks.length);
      assert.ok(rendered.text.endsWith('\n\nLast words.\n'));
      assert.deepEqual(
        rendered.problems.filter(({ severity }) => severity === 'error'),
        [],
      );
      const again = renderChapter(study, rendered.text);
      assert.deepEqual(again.edits, []);
    });
  }

  for (const text of [
    '=HYPERLINK("https://example.org?x="&A1,"click")',
    '+1+cmd|" /C calc"!A0',
    '-2+3+cmd|" /C calc"!A0',
    '@SUM(1+1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '=',
    '-x',
  ]) {
    it(`are no formula in a spreadsheet: ${JSON.stringify(text)}`, async () => {
      const { data } = Papa.parse<string[]>(toCsv(cells(text)), { newline: '\n' });
      assert.deepEqual([data[0]?.[0], data[1]?.[0]], [`'${text}`, `'${text}`]);
      const study = await studyOf(text.trim());
      for (const table of tablesOf(study)) {
        for (const row of Papa.parse<string[]>(toCsv(table), { newline: '\n' }).data)
          for (const cell of row) assert.doesNotMatch(cell, /^(?:[=+@\t\r\n＝＋＠]|-(?![\d.,]+%?$))/);
      }
    });
  }

  it('are no formula, and numbers stay numbers', () => {
    for (const text of ['-1', '-1,5', '-12%', 'a=b', '5', ' x'])
      assert.equal(Papa.parse<string[]>(toCsv(cells(text))).data[1]?.[0], text);
  });

  it('reach a hover or tooltip by appendText only', () => {
    const enabled = `{ enabledCommands: actions.map(([command]) => \`codeboom.$${'{command}'}\`) }`;
    const files = readdirSync('src/extension', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => [path, readFileSync(join('src/extension', path), 'utf8')] as const);
    const trusting = files.filter(([, source]) => /isTrusted/.test(source));
    assert.deepEqual(
      trusting.map(([path, source]) => [path.replaceAll('\\', '/'), /isTrusted = (.*);/.exec(source)?.[1]]),
      [['editor/hover.ts', enabled]],
    );
    for (const [path, source] of files) {
      assert.doesNotMatch(source, /supportHtml|baseUri/, path);
      // Puts in what appendText made.
      if (path === 'wrappingMarkdown.ts') continue;
      // What is put in as Markdown is written out, or a sentence of the catalogue; the links of the hover are of those too.
      for (const [, argument = ''] of source.matchAll(/appendMarkdown\(((?:[^()]|\([^()]*\))*)\)/g))
        assert.match(
          argument,
          /^(?:'[^']*'|`[^`$]*`|`&#8203;\$\{mark\}`|`\$\{mark\}&#8203;`|`\\n\\n\*\$\{say\(key\)\}:\* `|`\\n\\n\$\{links\.join\(' · '\)\}`)$/,
          path,
        );
      for (const [, argument = ''] of source.matchAll(
        /new (?:vscode\.MarkdownString|WrappingMarkdown)\(([^()]*)\)/g,
      ))
        assert.match(argument, /^(?:'[^']*')?(?:, true)?$/, path);
    }
    const hover = files.find(([path]) => path.endsWith('hover.ts'))?.[1] ?? '';
    assert.match(
      hover,
      /const argument = encodeURIComponent\(JSON\.stringify\(\[\{ quotation: quotation\.id \}\]\)\);/,
    );
    assert.match(hover, /`\[\$\{say\(key\)\}\]\(command:codeboom\.\$\{command\}\?\$\{argument\}\)`/);
  });
});

function cells(text: string): Table {
  return {
    layout: 'grid',
    language: 'en',
    caption: text,
    columns: [{ header: text, kind: 'text' }],
    rows: [[{ text }], [{ text, runs: [{ text, bold: true }] }]],
    totalRows: 0,
    note: text,
  };
}

/** Asserts that Markdown holds no tag, comment, link, image or reference that works. */
function assertNoMarkup(markdown: string): void {
  assert.doesNotMatch(markdown, /(?<!\\)<[A-Za-z/!?]/);
  assert.doesNotMatch(markdown, /(?<!\\)\](?:\(|\[)/);
  assert.doesNotMatch(markdown, /^ {0,3}\[[^\]]*\]:/m);
}
