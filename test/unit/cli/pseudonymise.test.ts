import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bundle, type Run } from './bundle.ts';
import { makeStudy } from './study.ts';

const register = JSON.stringify({
  version: 1,
  pseudonyms: [
    { name: 'SecureCo', pseudonym: 'Zorgzaam', kind: 'organisation' },
    { name: 'TotalCare', pseudonym: 'Samen Sterk', kind: 'case' },
  ],
});

describe('codeboom pseudonymise', function () {
  this.timeout(60_000);
  const bundle = new Bundle();
  const folders: string[] = [];
  const study = (files?: Parameters<typeof makeStudy>[0]) => {
    const folder = makeStudy(files);
    folders.push(folder);
    return folder;
  };
  const run = (folder: string, ...args: string[]): Run => bundle.run(folder, args);
  before(() => bundle.build());
  after(() => {
    bundle.dispose();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('says what it would replace, and writes nothing', () => {
    const folder = study({ 'pseudonyms.json': register });
    const before = readFileSync(join(folder, 'interviews/01-secureco.md'), 'utf8');
    const dry = run(folder, 'pseudonymise', '.', '--dry-run');
    assert.equal(dry.code, 1);
    assert.match(dry.out, /^interviews\/01-secureco\.md:3:15 SecureCo → Zorgzaam$/m);
    assert.match(dry.out, /^cases\.csv:2:1 TotalCare → Samen Sterk$/m);
    assert.match(dry.out, /^interviews\/01-secureco\.md → interviews\/01-zorgzaam\.md$/m);
    assert.equal(readFileSync(join(folder, 'interviews/01-secureco.md'), 'utf8'), before);
    const { replacements, fileNames } = JSON.parse(
      run(folder, 'pseudonymise', '.', '--dry-run', '--json').out,
    );
    assert.equal(fileNames.length, 1);
    assert.deepEqual(replacements[0], {
      ...{ file: 'cases.csv', line: 2, column: 1 },
      ...{ found: 'TotalCare', pseudonym: 'Samen Sterk' },
    });
  });

  it('leaves nothing that the check finds, and the quotations in place', () => {
    const folder = study({ 'pseudonyms.json': register });
    assert.equal(run(folder, 'render', '.').code, 0);
    const done = run(folder, 'pseudonymise', '.');
    assert.equal(done.code, 0, done.said);
    const text = readFileSync(join(folder, 'interviews/01-zorgzaam.md'), 'utf8');
    assert.match(text, /^case: Samen Sterk\norganisation: Zorgzaam$/m);
    const sidecar = JSON.parse(readFileSync(join(folder, 'interviews/01-zorgzaam.codes.json'), 'utf8'));
    assert.equal(sidecar.document, '01-zorgzaam.md');
    for (const { start, end, exact } of sidecar.quotations) assert.equal(text.slice(start, end), exact);
    assert.ok(!existsSync(join(folder, 'interviews/01-secureco.md')));
    assert.ok(!existsSync(join(folder, 'interviews/01-secureco.codes.json')));
    assert.equal(readFileSync(join(folder, 'pseudonyms.json'), 'utf8'), register);
    const check = run(folder, 'check', '.', '--json');
    const keys = JSON.parse(check.out).problems.map(({ key }: { key: string }) => key);
    assert.deepEqual(
      keys.filter((key: string) => /^(privacy|quotation|sidecar|chapter\.hand)/.test(key)),
      [],
    );
    // The document is called otherwise in a citation: the next render says so, and nothing else.
    assert.equal(run(folder, 'render', '.').code, 0);
  });

  it('refuses a register that would leave a name, and says so', () => {
    const bad = register.replace('Zorgzaam', 'Totalcare-groep');
    const folder = study({ 'pseudonyms.json': bad });
    const before = readFileSync(join(folder, 'cases.csv'), 'utf8');
    const done = run(folder, 'pseudonymise', '.');
    assert.equal(done.code, 2);
    assert.match(done.said, /^pseudonyms\.json:1:1 error .*“TotalCare”, which is a real name/m);
    assert.equal(readFileSync(join(folder, 'cases.csv'), 'utf8'), before);
    assert.equal(run(study(), 'pseudonymise', '.').code, 2);
  });

  it('finds a name planted in each kind of file, and warns of two names for one pseudonym', () => {
    const folder = mkdtempSync(join(tmpdir(), 'codeboom-names-'));
    folders.push(folder);
    cpSync('media/sample', folder, { recursive: true });
    const shared = {
      version: 1,
      pseudonyms: ['Zwanenburg', 'Zwaan'].map((name) => ({ name, pseudonym: 'Zus', kind: 'person' })),
    };
    writeFileSync(join(folder, 'pseudonyms.json'), JSON.stringify(shared));
    const plant = (path: string, make: (text: string) => string) => {
      const before = existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : '';
      writeFileSync(join(folder, path), make(before));
    };
    const append = (text: string) => `${text}\nZwanenburgs hond\n`;
    const first = /"(?:name|comment|title)": "/;
    const inJson = (text: string) => text.replace(first, (found) => `${found}Zwanenburg `);
    plant('interviews/01-secureco.md', append);
    plant('interviews/02-garantco.codes.json', (text) => text.replace('"exact": "', '"exact": "Zwanenburg '));
    plant('memos/mijn-rol-als-interviewer.md', append);
    plant('chapters/resultaten.md', append);
    plant('topic-guide.md', append);
    plant('cases.csv', (text) => text.replace(/\n/, '\nZwanenburg\n'));
    for (const path of ['codebook.json', 'codeboom.json']) plant(path, inJson);
    plant('relations.json', (text) => text.replace('"type": "', '"type": "Zwanenburg '));
    plant('history.jsonl', () => '{"at": "2024-01-01T00:00:00Z", "op": "create", "why": "Zwanenburg"}\n');
    plant('summaries.json', () => '{"version": 1, "summaries": [{"case": "x", "text": "Zwanenburg"}]}');
    const exports = ['table.csv', 'table.html', 'table.json', 'model.svg', 'table.md', 'table.tex'];
    for (const path of exports)
      plant(path, () => '<td>Zwanenburg</td>'.replace(/^.*$/, path === 'table.json' ? '"Zwanenburg"' : '$&'));
    plant('zwanenburg.docx', () => '');
    const { problems } = JSON.parse(run(folder, 'check', '.', '--json').out);
    const leaking = new Set(
      problems
        .filter(({ key }: { key: string }) => key.startsWith('privacy.leak'))
        .map(({ file }: { file: string }) => file),
    );
    for (const path of [
      ...[
        'interviews/01-secureco.md',
        'interviews/02-garantco.codes.json',
        'memos/mijn-rol-als-interviewer.md',
      ],
      ...['chapters/resultaten.md', 'topic-guide.md', 'cases.csv', 'codebook.json', 'codeboom.json'],
      ...['relations.json', 'history.jsonl', 'summaries.json', 'zwanenburg.docx', ...exports],
    ])
      assert.ok(leaking.has(path), path);
    const twice = problems.find(({ key }: { key: string }) => key === 'pseudonyms.shared');
    assert.equal(twice.severity, 'warning');
  });
});
