import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bundle, type Run } from './bundle.ts';
import { makeStudy } from './study.ts';

describe('codeboom, the command', function () {
  this.timeout(60_000);
  const bundle = new Bundle();
  const folders: string[] = [];
  const study = (files?: Parameters<typeof makeStudy>[0]) => {
    const folder = makeStudy(files);
    folders.push(folder);
    return folder;
  };
  const inFolder = (folder: string, ...args: string[]): Run => bundle.run(folder, args);

  before(() => bundle.build());
  after(() => {
    bundle.dispose();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  describe('usage', () => {
    it('has help for itself and for each subcommand, in the language of the reader', () => {
      const folder = study();
      const names = ['check', 'render', 'table', 'quotations', 'query', 'reanchor'];
      const help = inFolder(folder, '--help');
      assert.equal(help.code, 0);
      for (const name of names) {
        assert.match(help.out, new RegExp(`^codeboom ${name} `, 'm'));
        const own = inFolder(folder, name, '--help');
        assert.deepEqual([own.code, own.said], [0, ''], name);
        assert.match(own.out, /--json/, name);
      }
      const dutch = bundle.run(folder, ['table', '--help'], '', { LANG: 'nl_NL.UTF-8' });
      assert.match(dutch.out, /de taal van koppen/);
    });

    for (const args of [
      [],
      ['chek'],
      ['check', '--wrong'],
      ['check', '.', 'extra'],
      ['table', '.'],
      ['table', '.', 'missing.yaml'],
      ['table', '.', '-', '--format', 'pdf'],
      ['table', '.', '-', '--language', 'de'],
      ['quotations', '.', '--code'],
      ['quotations', 'no-such-folder'],
      ['check', tmpdir()],
      ['reanchor', 'no-such-folder'],
      ['reanchor', '.', '--wrong'],
    ]) {
      it(`refuses: codeboom ${args.join(' ')}`, () => {
        const run = inFolder(study(), ...args);
        assert.equal(run.code, 2);
        assert.equal(run.out, '');
        assert.notEqual(run.said, '');
        assert.doesNotMatch(run.said, /\n\s+at /);
      });
    }
  });

  describe('formats and figures', () => {
    const matrix = 'table: matrix\nrows: {level: code}\ncolumns: cases\n';

    it('prints a table in each format, and the same bytes each time', () => {
      const folder = study();
      for (const [format, start] of [
        ['markdown', /^\| Code /],
        ['pandoc', /^\+-+\+/],
        ['latex', /^% \\usepackage/],
        ['xlsx', /^PK/],
        ['docx', /^PK/],
      ] as const) {
        const [first, second] = [1, 2].map(() =>
          bundle.run(folder, ['table', '.', '-', '--format', format], matrix),
        );
        assert.deepEqual([first?.code, first?.said], [0, ''], format);
        assert.match(first?.out ?? '', start);
        assert.equal(first?.out, second?.out);
      }
    });

    it('writes a file, and transposes', () => {
      const folder = study();
      const args = ['table', '.', '-', '--format', 'html', '--output', 'table.html', '--transpose'];
      const run = bundle.run(folder, args, matrix);
      assert.deepEqual([run.code, run.out, run.said], [0, '', '']);
      const page = readFileSync(join(folder, 'table.html'), 'utf8');
      assert.match(page, /^<!doctype html>/);
      assert.match(page, /<td>TotalCare<\/td>/);
    });

    it('says that a table is too wide for a page, and whether transposing helps', () => {
      const name = (index: number) => `case-with-a-name-${index}`.replaceAll('-', '');
      const cases = `case\n${Array.from({ length: 30 }, (_, index) => name(index)).join('\n')}\n`;
      const folder = study({ 'cases.csv': cases });
      const run = bundle.run(folder, ['table', '.', '-', '--format', 'latex'], matrix);
      assert.equal(run.code, 0);
      assert.match(run.said, /too wide[\s\S]*--transpose/);
    });

    it('draws a table as what suits it, or as what is asked for', () => {
      const folder = study();
      const drawn = bundle.run(folder, ['figure', '.', '-'], matrix);
      assert.deepEqual([drawn.code, drawn.said], [0, '']);
      assert.match(drawn.out, /^<svg [\s\S]*TotalCare[\s\S]*<\/svg>\n$/);
      assert.notEqual(bundle.run(folder, ['figure', '.', '-', '--kind', 'bars'], matrix).out, drawn.out);
      const none = bundle.run(folder, ['figure', '.', '-'], 'table: quotations\n');
      assert.equal(none.code, 2);
      assert.match(none.said, /boxes, curve, heat-map, bars/);
    });

    it('writes a chapter as a Word file, and leaves the chapter alone', () => {
      const folder = study();
      const path = join(folder, 'chapters/results.md');
      const before = readFileSync(path, 'utf8');
      const run = inFolder(folder, 'word', 'chapters/results.md', '--output', 'results.docx');
      assert.deepEqual([run.code, run.out, run.said], [0, '', '']);
      assert.equal(readFileSync(join(folder, 'results.docx')).subarray(0, 2).toString(), 'PK');
      assert.equal(readFileSync(path, 'utf8'), before);
    });
  });

  describe('check', () => {
    it('prints stale blocks and hand-edited ones with their place, and nothing once they are rendered', () => {
      const folder = study();
      const before = inFolder(folder, 'check');
      assert.equal(before.code, 1);
      assert.equal(
        before.out,
        'chapters/results.md:3:1 warning “Table 1: Cases” is out of date. Bring it up to date with codeboom render.\n',
      );
      assert.equal(inFolder(folder, 'render').code, 0);
      const clean = inFolder(folder, 'check');
      assert.deepEqual([clean.code, clean.out], [0, '']);

      const path = join(folder, 'chapters/results.md');
      writeFileSync(path, readFileSync(path, 'utf8').replace('| TotalCare | 5.75', '| TotalCare | 9'));
      const edited = inFolder(folder, 'check');
      assert.equal(edited.code, 1);
      assert.match(edited.out, /^chapters\/results\.md:11:1 warning .*by hand/);
    });

    it('finds the study from a file in it, and gives paths from where one stands', () => {
      const folder = study();
      const run = inFolder(join(folder, 'interviews'), 'check', '01-secureco.md');
      assert.match(run.out, /^\.\.\/chapters\/results\.md:3:1 /);
    });

    it('prints what is wrong in a file, at its line, as JSON too', () => {
      const folder = study({ 'codebook.json': '{\n  "version": 1,\n  "codes": [\n' });
      const run = inFolder(folder, 'check', '--json');
      assert.equal(run.code, 1);
      const { problems } = JSON.parse(run.out);
      const found = problems.find((one: { file: string }) => one.file === 'codebook.json');
      assert.deepEqual(
        [found.severity, typeof found.line, typeof found.message],
        ['error', 'number', 'string'],
      );
    });
  });

  describe('check, of the quotations in a chapter', () => {
    it('names those that are not what was said, in a chapter without any marker, in CRLF and with a byte order mark', () => {
      const chapter = [
        '# Discussion',
        '',
        'At SecureCo “we trusted each other”, and “the lawyers came much later than that”.',
        'SecureCo says: "The contract came earlier."',
        '',
      ].join('\r\n');
      const folder = study({
        'chapters/results.md': '# Results\n',
        'chapters/discussion.md': `\ufeff${chapter}`,
      });
      const run = inFolder(folder, 'check');
      assert.equal(run.code, 1);
      const lines = run.out.split('\n');
      assert.match(lines[0] ?? '', /^chapters\/discussion\.md:3:43 warning These words are in no transcript/);
      assert.match(
        lines[1] ?? '',
        /^chapters\/discussion\.md:4:17 warning Not what was said .*“earlier” → “later”/,
      );
      assert.deepEqual(lines.slice(2), ['']);
    });
  });

  describe('check, with a register of pseudonyms', () => {
    const register =
      '{"version": 1, "pseudonyms": [{"name": "SecureCo", "pseudonym": "Zorgzaam", "kind": "organisation"}]}';

    it('names each real name in a file and a path, and not the register', () => {
      const folder = study({ 'pseudonyms.json': register, 'memos/a.md': 'Wat SecureCo-mensen zeggen.\n' });
      const run = inFolder(folder, 'check');
      assert.equal(run.code, 1);
      assert.match(run.out, /^memos\/a\.md:1:5 warning .*“SecureCo”/m);
      assert.match(run.out, /^interviews\/01-secureco\.md:1:1 warning .*path/m);
      assert.doesNotMatch(run.out, /^pseudonyms\.json/m);
    });

    it('warns when git keeps the register', () => {
      const folder = study({ 'pseudonyms.json': register });
      for (const args of [
        ['init', '-q'],
        ['add', 'pseudonyms.json'],
      ])
        assert.equal(spawnSync('git', args, { cwd: folder }).status, 0);
      assert.match(inFolder(folder, 'check').out, /^pseudonyms\.json:1:1 warning git keeps/m);
    });
  });

  describe('render', () => {
    it('writes the tables in place, once, and changes nothing else', () => {
      const folder = study();
      const path = join(folder, 'chapters/results.md');
      const before = readFileSync(path, 'utf8');
      const dry = inFolder(folder, 'render', '--check');
      assert.equal(dry.code, 1);
      assert.match(dry.out, /Table 1: Cases/);
      assert.equal(readFileSync(path, 'utf8'), before);

      assert.equal(inFolder(folder, 'render').code, 0);
      const after = readFileSync(path, 'utf8');
      assert.match(after, /\| TotalCare \| 5\.75 \| 1 \|/);
      const [head = '', tail = ''] = before.split('<!-- /codeboom -->');
      assert.ok(after.startsWith(head) && after.endsWith(tail));
      assert.deepEqual(readdirSync(join(folder, 'chapters')), ['results.md']);

      assert.deepEqual([inFolder(folder, 'render', '--check').code, inFolder(folder, 'render').code], [0, 0]);
      assert.equal(readFileSync(path, 'utf8'), after);
    });

    it('keeps CRLF and a byte order mark', () => {
      const folder = study();
      const path = join(folder, 'chapters/results.md');
      writeFileSync(path, `\ufeff${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`);
      assert.equal(inFolder(folder, 'render').code, 0);
      const text = readFileSync(path, 'utf8');
      assert.ok(text.startsWith('\ufeff# Results\r\n'));
      assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
      assert.equal(inFolder(folder, 'render', '--check').code, 0);
    });

    it('writes nothing while a file of the study cannot be read', () => {
      const folder = study({ 'interviews/01-secureco.codes.json': '{"version": 1, "quot' });
      const before = readFileSync(join(folder, 'chapters/results.md'), 'utf8');
      const run = inFolder(folder, 'render');
      assert.equal(run.code, 2);
      assert.match(run.said, /^interviews\/01-secureco\.codes\.json:1:\d+ error /);
      assert.equal(readFileSync(join(folder, 'chapters/results.md'), 'utf8'), before);
    });

    it('leaves a chapter alone that is not UTF-8', () => {
      const bytes = Uint8Array.from([0x23, 0x20, 0xe9, 0x0a]);
      const folder = study({ 'chapters/latin.md': bytes });
      const run = inFolder(folder, 'render');
      assert.equal(run.code, 2);
      assert.match(run.out, /chapters\/latin\.md:1:1 error /);
      assert.deepEqual(Uint8Array.from(readFileSync(join(folder, 'chapters/latin.md'))), bytes);
    });
  });

  describe('table', () => {
    const spec = 'table: cases\ncolumns:\n  - {case: true}\n  - {mean: rating}\n';

    it('prints a spec of a file, or of the standard input, in each format and language', () => {
      const folder = study({ 'spec.yaml': spec });
      assert.match(inFolder(folder, 'table', '.', 'spec.yaml').out, /^\| TotalCare \| 5\.75 \|$/m);
      assert.match(inFolder(folder, 'table', '.', 'spec.yaml', '--format', 'csv').out, /^TotalCare,5\.75$/m);
      assert.match(
        inFolder(folder, 'table', '.', 'spec.yaml', '--format', 'html').out,
        /<td>TotalCare<\/td>/,
      );
      const { code, out } = bundle.run(folder, ['table', '.', '-', '--json', '--language', 'nl'], spec);
      assert.equal(code, 0);
      const table = JSON.parse(out);
      assert.deepEqual(Object.keys(table), ['caption', 'columns', 'rows', 'note']);
      assert.deepEqual(table.rows, [['TotalCare', '5,75']]);
      assert.equal(table.columns[0], 'Casus');
    });

    it('says what is wrong with a spec, at its line', () => {
      const folder = study({ 'spec.yaml': 'table: cases\ncolumns:\n  - {mean: ratng}\n' });
      const run = inFolder(folder, 'table', '.', 'spec.yaml');
      assert.deepEqual([run.code, run.out], [2, '']);
      assert.match(run.said, /^spec\.yaml:3:12 error .*rating/);
      assert.match(bundle.run(folder, ['table', '.', '-'], 'table: cassen').said, /^-:1:8 error .*cases/);
    });
  });

  describe('quotations and query', () => {
    const ids = (run: Run): string[] => {
      assert.equal(run.code, 0, run.said);
      return JSON.parse(run.out).quotations.map(({ id }: { id: string }) => id);
    };

    it('finds by code and below it, by case, document and query, all at once', () => {
      const folder = study();
      const find = (...args: string[]) => ids(inFolder(folder, 'quotations', '.', '--json', ...args));
      assert.deepEqual(find(), ['q1', 'q2']);
      assert.deepEqual(find('--code', 'Governance'), ['q1', 'q2']);
      assert.deepEqual(find('--code', 'trust', '--case', 'TotalCare', '--document', '01-secureco'), ['q1']);
      assert.deepEqual(find('--code', 'trust', '--query', 'text:/contract/'), []);
      assert.deepEqual(find('--query', 'governance EN NIET contract'), ['q1']);
      assert.deepEqual(ids(inFolder(folder, 'query', '.', 'contract volgt-op trust', '--json')), ['q2']);
      assert.deepEqual(ids(inFolder(folder, 'query', '.', 'early trust', '--json')), ['q1']);
      assert.equal(inFolder(folder, 'query', '.').out, 'early trust: trust AND NOT contract\n');
    });

    it('prints where each stands, in every format', () => {
      const folder = study();
      const [first] = JSON.parse(inFolder(folder, 'quotations', '--json').out).quotations;
      const { document, line, column, speaker, text } = first;
      assert.deepEqual(
        [document, line, column, first.case, speaker, text],
        ['interviews/01-secureco.md', 9, 8, 'TotalCare', 'SecureCo', 'We trusted each other'],
      );
      assert.match(
        inFolder(folder, 'quotations').out,
        /^\| q1 \| interviews\/01-secureco\.md \| 9 \| TotalCare \| SecureCo \| Trust \| We trusted each other \|/m,
      );
      assert.match(
        inFolder(folder, 'quotations', '--format', 'csv').out,
        /^q1,interviews\/01-secureco\.md,9,/m,
      );
      assert.match(inFolder(folder, 'quotations', '--format', 'html').out, /<th scope="col">Speaker<\/th>/);
    });

    it('offers the closest names for one that is not there, and points into a query', () => {
      const folder = study();
      const code = inFolder(folder, 'quotations', '--code', 'trsut');
      assert.deepEqual([code.code, code.out], [2, '']);
      assert.match(code.said, /--code: .*trsut.*Trust/);
      const query = inFolder(folder, 'query', '.', 'trust AND (contract');
      assert.equal(query.code, 2);
      assert.match(query.said, /character 11/);
    });

    it('prints what can be read when something cannot, and says so', () => {
      const folder = study({ 'interviews/02.md': 'Text.\n', 'interviews/02.codes.json': '{' });
      const run = inFolder(folder, 'quotations', '--json');
      assert.equal(run.code, 2);
      assert.equal(JSON.parse(run.out).quotations.length, 2);
      assert.match(run.said, /^interviews\/02\.codes\.json:1:\d+ error /m);
    });
  });

  describe('on the sample study', () => {
    const facts = [
      ['TotalCare', '3', '2', '3'],
      ['MedCare', '3', '2', '5.75'],
      ['ValueCare', '7', '1', '8.5'],
      ['QualityCare', '4', '1', '8'],
      ['DailyCare', '7', '2', '7.5'],
      ['RegioCare', '8', '2', '7.7'],
      ['ChainCare', '5', '2', '8'],
      ['FlexCare', '11', '1', '7'],
      ['OneCare', '25', '1', '8'],
    ];
    const spec = `table: cases
columns:
  - {case: true}
  - {attribute: partners}
  - {count: documents}
  - {mean: rating}
`;

    for (const language of ['en', 'nl']) {
      it(`gives the figures of the study in ${language}`, () => {
        const run = bundle.run('.', ['table', 'media/sample', '-', '--json', '--language', language], spec);
        assert.equal(run.code, 0, run.said);
        const written = (cell: string) => (language === 'nl' ? cell.replace('.', ',') : cell);
        assert.deepEqual(
          new Set(JSON.parse(run.out).rows.map(String)),
          new Set(facts.map((row) => String(row.map(written)))),
        );
      });
    }

    it('renders its chapters without a problem, and again without a change', () => {
      const folder = mkdtempSync(join(tmpdir(), 'codeboom-sample-'));
      folders.push(folder);
      cpSync('media/sample', folder, { recursive: true });
      const first = inFolder(folder, 'render');
      assert.equal(first.code, 0, first.out);
      assert.equal(inFolder(folder, 'render', '--check').code, 0);
      const check = inFolder(folder, 'check');
      assert.deepEqual([check.code, check.out], [0, '']);
    });
  });
});
