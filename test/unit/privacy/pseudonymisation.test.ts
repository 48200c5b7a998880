import assert from 'node:assert/strict';
import { blocksOf, closingOf, isAsGenerated } from '../../../src/core/chapters/blocks.ts';
import { resealed } from '../../../src/core/chapters/resealed.ts';
import { parseCases } from '../../../src/core/formats/cases.ts';
import { pseudonymisation, pseudonymise } from '../../../src/core/privacy/pseudonymisation.ts';
import type { Pseudonym } from '../../../src/core/privacy/register.ts';
import { Journal } from '../../../src/core/study/journal.ts';

const pseudonyms: readonly Pseudonym[] = [
  { name: 'Jan', pseudonym: 'Floor', kind: 'person' },
  { name: 'Jansen', pseudonym: 'Max', kind: 'person' },
  { name: 'SecureCo', pseudonym: 'Het Zorghuis', kind: 'organisation' },
];

/** The files after every name in them was replaced, by their old paths, and the new paths. */
function replaced(files: Readonly<Record<string, string>>, codes: readonly string[] = []) {
  const texts = Object.entries(files).map(([path, raw]) => ({ path, raw }));
  const plan = pseudonymisation({ texts, others: [], codes: new Set(codes) }, { pseudonyms });
  assert.ok(!('errors' in plan), JSON.stringify(plan));
  const { files: steps = [] } = pseudonymise(plan.files, plan.replacements, plan.fileNames, resealed);
  const after = { ...files };
  const renames: Record<string, string> = {};
  for (const step of steps) {
    if (step.kind === 'content') after[step.path] = step.after.raw;
    else renames[step.from] = step.to;
  }
  return { after, renames };
}

describe('what pseudonyms take the place of', () => {
  it('is the longest name, in front matter, headings and labels too', () => {
    const text =
      "---\norganisation: 'Jansens plan'\nspeakers: {R: Jan Jansen}\n---\n# Over SecureCo\n\n**Jan:** JANSEN zei: Jans.\n";
    assert.equal(
      replaced({ 'a.md': text }).after['a.md'],
      "---\norganisation: 'Max’ plan'\nspeakers: {R: Floor Max}\n---\n# Over Het Zorghuis\n\n**Floor:** MAX zei: Floors.\n",
    );
  });

  it('is not the id of a code or quotation, nor a path that stays', () => {
    const memo =
      '---\nlinks: [code:trust-in-jan, "document:interviews/jan/x.md"]\n---\nJan. [[trust-in-jan]] trust-in-jan\n';
    const codebook =
      '{"version": 1, "codes": [{"id": "trust-in-jan", "name": "Trust in Jan", "parent": "jan", "level": "code"}]}';
    const { after } = replaced({ 'memos/a.md': memo, 'codebook.json': codebook }, ['trust-in-jan']);
    assert.equal(after['memos/a.md'], memo.replace('\nJan.', '\nFloor.'));
    assert.equal(after['codebook.json'], codebook.replace('Trust in Jan', 'Trust in Floor'));
  });

  it('is the name of a file, but not where another has that name', () => {
    const memo = 'Zie document:interviews/01-secureco.md en document:secureco-2.md.\n';
    const { after, renames } = replaced({
      ...{ 'interviews/01-secureco.md': 'x', 'secureco-2.md': 'x', 'het-zorghuis-2.md': 'x' },
      ...{ 'interviews/01-secureco.codes.json': '{"version": 1, "quotations": []}', 'memos/jan.md': memo },
    });
    assert.deepEqual(renames, {
      'interviews/01-secureco.md': 'interviews/01-het-zorghuis.md',
      'memos/jan.md': 'memos/floor.md',
    });
    assert.equal(after['memos/jan.md'], memo);
  });

  it('takes links along, and the names that are in these', () => {
    const files = [{ path: 'memos/a.md', raw: 'SecureCo: [[01-secureco]]' }];
    const plan = pseudonymisation({ texts: files, others: [], codes: new Set() }, { pseudonyms });
    assert.ok(!('errors' in plan));
    const link = { path: 'memos/a.md', range: { start: 10, end: 25 }, text: '[[01-zorg]]' };
    const [step] = pseudonymise(files, plan.replacements, [], resealed, [link]).files ?? [];
    assert.ok(step?.kind === 'content');
    assert.equal(step.after.raw, 'Het Zorghuis: [[01-zorg]]');
  });

  it('is in tables, titles of queries and history, which all can be read again', () => {
    const { after } = replaced({
      'cases.csv': '\ufeffcase;contact\r\nSecureCo;"Jan; of Jansen"\r\n',
      'codeboom.json': '{"version": 1, "queries": {"wat Jan zei": "trust AND case:SecureCo"}}',
      'history.jsonl':
        '{"at": "2024", "op": "rename", "codes": ["jan"], "before": {"jan": "Jan"}}\n{"op": "move", "after": {"x": "jan"}}\n',
    });
    assert.equal(after['cases.csv'], '\ufeffcase;contact\r\nHet Zorghuis;"Floor; of Max"\r\n');
    assert.equal(parseCases(after['cases.csv'] ?? '', 'cases.csv').value?.cases.has('Het Zorghuis'), true);
    assert.match(after['codeboom.json'] ?? '', /\{"wat Floor zei": "trust AND case:Het Zorghuis"\}/);
    assert.equal(
      after['history.jsonl'],
      '{"at": "2024", "op": "rename", "codes": ["jan"], "before": {"jan": "Floor"}}\n{"op": "move", "after": {"x": "jan"}}\n',
    );
  });

  it('leaves a generated block one that is as generated, and a block edited by hand one that is not', () => {
    const block = (content: string) =>
      `<!-- codeboom\ntable: cases\n-->\n${content}${closingOf('| Jan |\n')}\n`;
    const chapter = `${block('| Jan |\n')}\nJan\n\n${block('| Jan, met de hand |\n')}`;
    const { after } = replaced({ 'chapters/a.md': chapter });
    const text = after['chapters/a.md'] ?? '';
    assert.equal(/Jan/.test(text), false);
    assert.deepEqual(
      blocksOf(text).blocks.map((one) => isAsGenerated(text, one)),
      [true, false],
    );
  });

  for (const [files, register, key] of [
    [{ 'codebook.json': '{"codes": [' }, pseudonyms, 'pseudonymise.unreadable'],
    [
      { 'a.md': 'Jan', 'a.codes.json': '{"version": 2, "quotations": []}' },
      pseudonyms,
      'pseudonymise.unreadable',
    ],
    [{}, [...pseudonyms, { name: 'X', pseudonym: 'Zorg: "huis"', kind: 'place' }], 'pseudonyms.signs'],
    [{}, [...pseudonyms, { name: 'X', pseudonym: '12', kind: 'place' }], 'pseudonyms.signs'],
    [{}, [...pseudonyms, { name: 'X', pseudonym: 'Janneke Jansen', kind: 'person' }], 'pseudonyms.isName'],
  ] as const)
    it(`is nothing where that is not safe: ${key}`, () => {
      const texts = Object.entries(files).map(([path, raw]) => ({ path, raw }));
      const plan = pseudonymisation({ texts, others: [], codes: new Set() }, { pseudonyms: register });
      assert.ok('errors' in plan);
      assert.deepEqual(
        plan.errors.map(({ message }) => message.key),
        [key],
      );
    });

  it('says how much in the label of the step, and no name', () => {
    const texts = [{ path: 'jan.md', raw: 'Jan en Jan' }];
    const plan = pseudonymisation({ texts, others: [], codes: new Set() }, { pseudonyms });
    assert.ok(!('errors' in plan));
    const { label } = pseudonymise(plan.files, plan.replacements, plan.fileNames, resealed);
    assert.deepEqual(label, { key: 'done.pseudonymise', values: { count: 2, files: 1 } });
  });
});

describe('the journal', () => {
  it('has what was done before a step of files as it was, once that step is taken back', () => {
    const journal = new Journal();
    const change = { record: 'quotation', document: 'a.md', id: 'q1' } as const;
    const earlier = {
      label: { key: 'x', values: {} },
      changes: [{ ...change, before: { start: 3, end: 9 }, after: { start: 4, end: 9 } }],
    };
    journal.record(earlier);
    journal.record({ label: { key: 'y', values: {} }, changes: [], files: [] });
    journal.followText('a.md', ({ start }) => ({ start: start + 7, end: start + 7 }));
    assert.ok(journal.undo()?.files);
    journal.filesAreBack();
    assert.deepEqual(journal.undo()?.changes[0]?.after, { start: 3, end: 9 });
  });
});
