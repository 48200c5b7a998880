/**
 * What other programs make of our files, on machines that have them; elsewhere a line says what was not tried, and there is no such test.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import Papa from 'papaparse';
import { chapterToDocx } from '../../../src/core/chapters/word/export.ts';
import { toDocx } from '../../../src/core/render/docx/table.ts';
import { toLatex } from '../../../src/core/render/latex.ts';
import { toPandoc } from '../../../src/core/render/pandoc.ts';
import { toXlsx } from '../../../src/core/render/xlsx.ts';
import { defaultSpecs } from '../../../src/core/tables/defaultSpecs.ts';
import { makeTable } from '../../../src/core/tables/makeTable.ts';
import { parseSpec } from '../../../src/core/tables/spec.ts';
import type { Table } from '../../../src/core/tables/table.ts';
import { chapter, sampleStudy } from '../tables/sample.ts';
import { cellsOf, everything, hostileTexts } from './tables.ts';

const study = sampleStudy();

/** A table of each kind that a chapter is proposed. */
const sampleTables: readonly Table[] = defaultSpecs(study).flatMap(({ kind, yaml }) => {
  const { spec } = parseSpec(yaml, study);
  const table = spec && makeTable(study, spec).table;
  return table ? { ...table, caption: `Tabel 1: ${kind}` } : [];
});

function isInstalled(program: string): boolean {
  const found = spawnSync(program, ['--version']).status === 0;
  if (!found) console.log(`  ${program} is not installed, so what it makes of our files is not tried`);
  return found;
}

describe('other programs', function () {
  this.timeout(180_000);
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'codeboom-programs-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  if (isInstalled('soffice')) {
    // Comma, double quotation marks, UTF-8, and numbers as they are to be seen.
    const csvAsShown = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';

    /** Opens a file in LibreOffice and saves it in another format. */
    const converted = (name: string, bytes: Uint8Array, to: string): string => {
      writeFileSync(join(folder, name), bytes);
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
      const args = [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, name)];
      const run = spawnSync('soffice', args, { encoding: 'utf8' });
      assert.equal(run.status, 0, run.stderr);
      return readFileSync(join(folder, name.replace(/\w+$/, to.split(':', 1)[0] ?? '')), 'utf8');
    };

    it('LibreOffice opens a chapter as a Word file, prose and tables', async () => {
      const { bytes, remarks } = await chapterToDocx(study, chapter());
      assert.deepEqual(remarks, []);
      const text = converted('chapter.docx', bytes, 'txt:Text (encoded):UTF8');
      for (const words of [
        'Resultaten',
        'De casussen',
        'Tabel 2: Overzicht casussen en interviews',
        'TotalCare',
        'SecureCo, GarantCo',
      ])
        assert.ok(text.includes(words), words);
      assert.doesNotMatch(text, /<!--|codeboom|\| --- \|/);
      const page = converted('chapter.docx', bytes, 'html');
      assert.match(page, /<table[\s\S]*<td[\s\S]*kostenbeheersing,\s+kennisdeling/);
    });

    it('LibreOffice opens every table of the sample as a Word file', async () => {
      for (const [index, table] of sampleTables.entries()) {
        const text = converted(`table${index}.docx`, await toDocx(table), 'txt:Text (encoded):UTF8');
        for (const { text: cell } of table.rows.flat())
          for (const line of cell.split('\n')) assert.ok(text.includes(line), line);
      }
    });

    it('LibreOffice reads the numbers and texts of a workbook', async () => {
      const csv = converted('table.xlsx', await toXlsx(everything), csvAsShown);
      const shown = Papa.parse<string[]>(csv, { newline: '\n' }).data.map((row) => row.slice(0, 4));
      assert.deepEqual(shown.slice(1, 4), [
        ['Casus', 'n', 'Aandeel', 'Citaat'],
        [everything.rows[0]?.[0]?.text, '-1.5', '12.3%', everything.rows[0]?.[3]?.text],
        ['Totaal', '2', '100%', ''],
      ]);
    });
  }

  if (isInstalled('pdflatex')) {
    it('LaTeX compiles every table of the sample, and one of hostile texts', () => {
      const hostile = cellsOf(
        fc
          .sample(hostileTexts, 20)
          .flat()
          .map((text) => text.replace(/\p{Extended_Pictographic}/gu, '')),
      );
      const source = [
        '\\documentclass[a4paper]{article}',
        '\\usepackage[T1]{fontenc}',
        '\\usepackage{array,booktabs,longtable,lscape}',
        '\\begin{document}',
        ...[...sampleTables, everything, hostile].map(toLatex),
        '\\end{document}',
      ];
      writeFileSync(join(folder, 'tables.tex'), source.join('\n'));
      const args = ['-halt-on-error', '-interaction=nonstopmode', 'tables.tex'];
      const run = spawnSync('pdflatex', args, { cwd: folder, encoding: 'utf8' });
      assert.equal(run.status, 0, run.stdout.slice(-2000));
    });
  }

  if (isInstalled('pandoc')) {
    /** The text of a piece of Pandoc's own notation. */
    const textOf = (node: unknown): string => {
      if (Array.isArray(node)) return node.map(textOf).join('');
      if (typeof node !== 'object' || node === null || !('t' in node)) return '';
      if (node.t === 'Space' || node.t === 'SoftBreak') return ' ';
      const content = 'c' in node ? node.c : undefined;
      return node.t === 'Str'
        ? String(content)
        : ['Plain', 'Para'].includes(String(node.t))
          ? textOf(content)
          : `<${node.t}>`;
    };

    it('Pandoc reads back what stands in a cell', () => {
      const texts = fc.sample(hostileTexts, 200).flat();
      const run = spawnSync('pandoc', ['--from', 'markdown', '--to', 'json'], {
        input: toPandoc(cellsOf(texts)),
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      const { blocks } = JSON.parse(run.stdout);
      assert.equal(blocks.length, 1);
      // A table of Pandoc: its bodies are the fifth part, the rows of one the fourth, the cells of one the second, the text of one the fifth.
      const rows: unknown[][][] = blocks[0].c[4][0][3];
      const read = rows.map((row) => row[1]?.map((cell) => textOf((cell as unknown[])[4])).join('|'));
      assert.deepEqual(
        read,
        texts.map((text) => text.replace(/ +/g, ' ').trim()),
      );
    });
  }
});
