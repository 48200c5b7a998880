import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectDirectory } from '../host/paths.ts';
import { highlightsIn } from './highlights.ts';
import { first, openCoding, passage, transcripts, vivo } from './openCoding.ts';
import { Researcher } from './researcher.ts';
import { putTranscripts } from './transcripts.ts';
import { until, Workbench } from './workbench.ts';

const memo = 'memos/how-it-began.md';

/** The method of a study, on transcripts that nobody coded yet: each step leaves what the next one needs. */
describe('the method, from transcripts to a model', () => {
  let workbench: Workbench;
  let researcher: Researcher;
  let uncoded: Readonly<Record<string, string>>;
  before(async () => {
    workbench = await Workbench.open({
      study: null,
      prepare: (folder) => putTranscripts(folder, transcripts),
    });
    researcher = new Researcher(workbench);
  });
  after(() => workbench.close());

  const codeRow = (label: string) => workbench.waitForTreeItem('Code Tree', label);

  it('begins with a new study in the folder', async () => {
    await workbench.command('Codeboom: Focus on Code Tree View');
    await workbench.waitForText('There is no study in this folder yet');
    await workbench.screenshot('method-01-no-study');
    await workbench.command('Codeboom: New Study…');
    await researcher.answer('New Study', 'How it is done');
    const settings = await workbench.waitForFile('codeboom.json', (text) => text.includes('How it is done'));
    assert.equal(JSON.parse(settings).version, 1);
    await workbench.openTranscript(first.name);
    uncoded = researcher.files();
    assert.deepEqual(Object.keys(uncoded), ['codeboom.json']);
  });

  openCoding(() => researcher);

  it('groups codes into themes, by mouse and by keyboard, and themes into a dimension', async () => {
    await (await codeRow('Beginning')).click({ modifiers: ['Control'] });
    await (await codeRow('Money')).click({ modifiers: ['Control'] });
    await researcher.fromMenu('Code Tree', 'Money', 'Group Codes into a Theme');
    await researcher.answer('Group 2 codes into a Theme', 'Getting started');
    await researcher.onCodes('Group Codes into a Theme or Dimension…', ['Working together', vivo]);
    await researcher.answer('Group 2 codes into a Theme', 'Being with others');
    const theme = await researcher.waitForCode('Being with others', ({ level }) => level === 'theme');
    await researcher.waitForCode('Working together', ({ parent }) => parent === theme.id);
    await researcher.onCodes('Group Codes into a Theme or Dimension…', [
      'Getting started',
      'Being with others',
    ]);
    await researcher.answer('Group 2 codes into a Dimension', 'Craft');
    const dimension = await researcher.waitForCode('Craft', ({ level }) => level === 'dimension');
    await researcher.waitForCode('Getting started', ({ parent }) => parent === dimension.id);
    researcher.steps += 3;
  });

  it('gives the dimension a colour, which flows down to the highlights', async () => {
    await researcher.onCode('Set Colour of Code…', 'Craft');
    await researcher.answer('Colour of “Craft”', 'Purple', 'Purple');
    await researcher.waitForCode('Craft', ({ color }) => color === 'purple');
    researcher.steps++;
    await workbench.command('Codeboom: Colour by Code, Theme or Dimension…');
    await researcher.answer('Colour Transcripts By', 'Dimension', 'Dimension');
    await workbench.openTranscript(first.name);
    await researcher.goToWords(first, passage(0));
    await until(
      async () => (await highlightsIn(workbench, 'purple')) > 0,
      async () => 'highlights in purple',
    );
    await workbench.focusView('Code Tree');
    await workbench.screenshot('method-05-themes-and-dimension');
  });

  it('defines a code, with an example', async () => {
    await researcher.onCode('Define Code…', 'Money');
    for (const [index, text] of ['What it costs', 'also what it earns', 'not time'].entries())
      await researcher.answer(`Define “Money” (${index + 1}/4)`, text);
    await researcher.answer('Define “Money” (4/4)', '', passage(2).slice(0, 20));
    const code = await researcher.waitForCode('Money', ({ example }) => example !== undefined);
    assert.equal(code.definition, 'What it costs');
    const example = (await researcher.quotations(first.name)).find(({ id }) => id === code.example);
    assert.ok(example?.exact.includes(passage(2)));
    researcher.steps++;
    await workbench.openTranscript(first.name);
    await researcher.goToWords(first, passage(2));
    await workbench.key('Control+K', 'Control+I');
    await workbench.page.locator('.monaco-hover', { hasText: 'What it costs' }).first().waitFor();
    await workbench.screenshot('method-06-defined');
    await workbench.key('Escape');
  });

  it('merges two codes that are one', async () => {
    await researcher.onCode('Merge Code into…', 'Doubts');
    await researcher.answer('Merge “Doubts” into…', 'Doubt', 'Doubt');
    await workbench.waitForFile('codebook.json', (text) => !text.includes('"Doubts"'));
    await codeRow('Doubt, code, 2 coding(s)');
    researcher.steps++;
  });

  it('splits a code by a walk through its quotations', async () => {
    await researcher.onCode('Split Code…', 'Mentions');
    await researcher.answer('Split “Mentions”', '', 'One by one');
    await researcher.answer('· 1 of', 'Said in passing', 'Create “Said in passing”');
    await researcher.answer('· 2 of', '', 'Stays “Mentions”');
    await researcher.answer('· 3 of', 'Said in', 'Said in passing');
    await workbench.page.locator('.quick-input-title', { hasText: '· 4 of' }).waitFor();
    await workbench.screenshot('method-07-split');
    await workbench.key('Escape');
    await researcher.answer('Split “Mentions”', '', 'Split the 2 that were decided');
    await researcher.answer('Split “Mentions”', '', 'Instead of “Mentions”');
    await researcher.waitForCode('Said in passing');
    await codeRow('Said in passing, code, 2 coding(s)');
    researcher.steps++;
  });

  it('moves codes by command and by mouse, and puts some in a set', async () => {
    const theme = await researcher.waitForCode('Being with others');
    await researcher.onCode('Move Code to…', 'Doubt');
    await researcher.answer('Move “Doubt” to…', 'Being with', 'Being with others');
    await researcher.waitForCode('Doubt', ({ parent }) => parent === theme.id);
    await workbench.focusView('Code Tree');
    await codeRow('Doubt, code, 2');
    await (await codeRow('Said in passing')).dragTo(await codeRow('Being with others'));
    await researcher.waitForCode('Said in passing', ({ parent }) => parent === theme.id);
    await researcher.onCodes('Add to Code Set…', ['Doubt', 'Mentions']);
    await researcher.answer('New Code Set', 'To be looked at');
    await workbench.waitForFile('codebook.json', (text) => text.includes('To be looked at'));
    researcher.steps += 3;
    await workbench.screenshot('method-08-moved');
  });

  it('compares quotations of one code, and two codes side by side', async () => {
    await workbench.openTranscript(first.name);
    await researcher.goToWords(first, passage(0));
    await workbench.key('Alt+b', 'z');
    await workbench.waitForTreeItem('Quotations', passage(1).slice(0, 25));
    await workbench.screenshot('method-09-compare-quotations');
    await workbench.command('Codeboom: Compare Codes…');
    await researcher.answer('Compare Codes', 'Beginning', 'Beginning');
    await researcher.answer('Compare “Beginning” with…', 'Money', 'Money');
    await workbench.page.locator('.tab[data-resource-name="Money.md"]').waitFor();
    await workbench.waitForText('Definition: What it costs');
    await workbench.screenshot('method-10-compare-codes');
    await workbench.command('View: Close All Editors');
  });

  it('writes a memo from a quotation, with a link to a code', async () => {
    await workbench.openTranscript(first.name);
    await workbench.selectText(passage(0));
    await workbench.key('Alt+b', 'Shift+M');
    await researcher.answer('New Memo', 'How it began');
    await researcher.answer('What Kind of Memo', '', 'Theoretical');
    await workbench.page.locator('.tab.active[data-resource-name="how-it-began.md"]').waitFor();
    await workbench.type('They begin with code:wor');
    const suggestion = workbench.page.locator('.suggest-widget.visible .monaco-list-row');
    await suggestion.filter({ hasText: 'Working together' }).first().waitFor();
    await workbench.key('Enter', 'Control+s');
    const text = await workbench.waitForFile(memo, (file) => file.endsWith('code:working-together'));
    const { id } = await researcher.waitForCodes(first.name, passage(0), ['Beginning']);
    assert.ok(text.includes(`links: [quotation:${id}]`) && text.includes(passage(0)), text);
    await workbench.focusView('Memos');
    await workbench.waitForTreeItem('Memos', 'How it began, Theoretical');
    await workbench.screenshot('method-11-memo');
  });

  it('relates codes, and draws the model', async () => {
    await workbench.command('Codeboom: Relate Codes…');
    await researcher.answer('from Which Code?', 'Doubt', 'Doubt');
    await researcher.answer('What Is “Doubt” to the Other?', 'is cause of', 'is cause of');
    await researcher.answer('“Doubt” is cause of Which Code?', 'Working', 'Working together');
    await workbench.waitForFile('relations.json', (text) =>
      text.includes('"from": "code:doubt", "to": "code:working-together", "type": "is cause of"'),
    );
    researcher.steps++;
    await workbench.command('Codeboom: Show Model');
    const panel = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await panel.locator('g.edge[aria-label^="Doubt — is cause of → Working together"]').waitFor();
    await workbench.screenshot('method-12-model');
    await workbench.command('View: Close All Editors');
  });

  it('can tell how the codebook grew, on the screen and in print', async () => {
    const lines = (await workbench.readFile('history.jsonl')).trimEnd().split('\n');
    const done = new Set(lines.map((line) => JSON.parse(line).op));
    for (const op of ['create', 'group', 'recolour', 'define', 'merge', 'split', 'move', 'set'])
      assert.ok(done.has(op), `${op} among ${[...done]}`);
    await workbench.command('Codeboom: Codebook History');
    await workbench.page
      .locator('.quick-input-title', { hasText: `Codebook History · ${lines.length}` })
      .waitFor();
    await workbench.screenshot('method-13-history');
    await workbench.quickInput.fill('Doubts');
    await until(
      async () => (await workbench.quickPickRows()).some((row) => /Doubts → Doubt/.test(row)),
      async () => `the merge; there is ${(await workbench.quickPickRows()).join(' | ')}`,
    );
    await workbench.key('Escape');
    const cli = join(projectDirectory, 'dist', 'codeboom.js');
    const input = 'table: history\n';
    const printed = execFileSync(process.execPath, [cli, 'table', workbench.folder, '-'], { input });
    const rows = printed.toString().split('\n');
    assert.ok(
      rows.some((row) => row.includes('Doubts') && row.includes('Doubt |')),
      printed.toString(),
    );
    assert.ok(rows.filter((row) => row.startsWith('|')).length >= lines.length + 2);
  });

  it('takes all of it back, step by step, and does it again', async () => {
    const coded = researcher.files();
    const differing = (wanted: Readonly<Record<string, string>>) => {
      const files = researcher.files();
      return [...new Set([...Object.keys(wanted), ...Object.keys(files)])]
        .filter((path) => files[path] !== wanted[path])
        .map((path) => `${path}:\n${files[path] ?? '(absent)'}\ninstead of\n${wanted[path] ?? '(absent)'}`);
    };
    const waitForFiles = (wanted: Readonly<Record<string, string>>) =>
      until(
        async () => differing(wanted).length === 0,
        async () => `the files as they were; there is ${differing(wanted).join('\n')}`,
      );
    const focusTree = async () => {
      await workbench.focusView('Code Tree');
      await workbench.view('Code Tree').locator('.monaco-list:focus-within').waitFor();
    };
    await focusTree();
    for (let step = 0; step < researcher.steps; step++) await workbench.key('Control+z');
    await waitForFiles(uncoded);
    await workbench.waitForText('This study has no codes yet');
    await workbench.screenshot('method-14-undone');
    // There is no tree to give the focus to before there is a code again.
    await workbench.command('Codeboom: Redo Coding');
    await codeRow('Beginning');
    await focusTree();
    for (let step = 1; step < researcher.steps; step++) await workbench.key('Control+y');
    await waitForFiles(coded);
  });
});
