import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { until, Workbench } from './workbench.ts';

interface WrittenRelation {
  readonly from: string;
  readonly to: string;
  readonly type: string;
}

const relationsIn = (text: string): readonly WrittenRelation[] => JSON.parse(text).relations;

describe('relations and the model', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
    await workbench.openTranscript('05-nedco.md');
  });
  after(() => workbench.close());

  const panel = (): FrameLocator =>
    workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const node = (name: string) => panel().locator(`g.node[aria-label^="${name},"]`);
  const edge = (text: string) => panel().locator(`g.edge[aria-label^="${text}"]`);
  const placeOf = async (name: string) => (await node(name).getAttribute('transform')) ?? '';
  const hasRelation = (from: string, type: string, to: string) => (text: string) =>
    relationsIn(text).some(
      (one) => one.from === `code:${from}` && one.to === `code:${to}` && one.type === type,
    );

  it('relates two codes from the palette, by a type of their own', async () => {
    await workbench.command('Codeboom: Relate Codes…');
    await workbench.answer('Openheid', 'Openheid en transparantie');
    await workbench.waitForText('What Is “Openheid en transparantie” to the Other?');
    await workbench.answer('vraagt om', 'Use “vraagt om”');
    await workbench.waitForText('“Openheid en transparantie” vraagt om Which Code?');
    await workbench.answer('Vertrouwen', 'Vertrouwen');
    await workbench.waitForFile(
      'relations.json',
      hasRelation('openheid-en-transparantie', 'vraagt om', 'vertrouwen'),
    );
  });

  it('refuses what is said already, in a sentence', async () => {
    await workbench.command('Codeboom: Relate Codes…');
    await workbench.answer('Openheid', 'Openheid en transparantie');
    await workbench.answer('vraagt om', 'vraagt om');
    await workbench.answer('Vertrouwen', 'Vertrouwen');
    await workbench.waitForText(
      /There is a relation “Openheid en transparantie” vraagt om “Vertrouwen” already/,
    );
    await workbench.command('Notifications: Clear All Notifications');
  });

  it('lists relations, turns one around and takes one away, by keyboard', async () => {
    await workbench.focusView('Relations');
    await workbench.waitForTreeItem(
      'Relations',
      'Effectieve governance — faciliteert → Kennisdelingsroutines',
    );
    await workbench.command('Codeboom: Reverse Relation');
    await workbench.answer('vraagt om', 'vraagt om');
    await workbench.waitForFile(
      'relations.json',
      hasRelation('vertrouwen', 'vraagt om', 'openheid-en-transparantie'),
    );
    await workbench.focusView('Relations');
    await workbench.key('End');
    const row = await workbench.waitForTreeItem(
      'Relations',
      'Vertrouwen — vraagt om → Openheid en transparantie',
    );
    await row.click();
    await workbench.screenshot('relations-list');
    await workbench.key('Delete');
    await workbench.waitForFile('relations.json', (text) => !text.includes('vraagt om'));
    await workbench.key('Control+z');
    await workbench.waitForFile('relations.json', (text) => text.includes('vraagt om'));
  });

  it('relates quotations, and tells it in the hover', async () => {
    await workbench.openTranscript('03-takecareco.md');
    await workbench.selectText('Met die longarts app ik gewoon');
    await workbench.command('Codeboom: Mark Quotation as Source of Relation');
    await workbench.waitForText('Marked the quotation');
    await workbench.selectText('Laatst zei die cardioloog');
    await workbench.command('Codeboom: Relate Marked Quotation to This One…');
    await workbench.answer('explains', 'explains');
    await workbench.waitForFile('relations.json', (text) =>
      relationsIn(text).some(({ type, from }) => type === 'explains' && from.startsWith('quotation:')),
    );
    await workbench.command('Show or Focus Hover');
    await workbench.page
      .locator('.monaco-hover', { hasText: /explains\s←/ })
      .first()
      .waitFor();
    await workbench.screenshot('relations-hover');
    await workbench.key('Escape');
  });

  it('draws the model, in every kind of theme', async () => {
    await workbench.command('Codeboom: Show Model');
    await node('Vertrouwen').waitFor();
    assert.equal(await panel().locator('g.node').count(), 7);
    assert.equal(await panel().locator('g.edge').count(), 10);
    await edge('Sociaal kapitaal — versterkt → Effectieve governance').waitFor();
    await workbench.screenshot('model-light');
    await workbench.colorTheme('Dark Modern');
    await workbench.screenshot('model-dark');
    await workbench.colorTheme('Dark High Contrast');
    await node('Vertrouwen').focus();
    await workbench.screenshot('model-contrast');
    await workbench.colorTheme('Dark Modern');
  });

  it('moves a node by keyboard, and zooms', async () => {
    await node('Vertrouwen').focus();
    const before = await placeOf('Vertrouwen');
    await workbench.key('Shift+ArrowLeft', 'ArrowDown');
    await until(
      async () => (await placeOf('Vertrouwen')) !== before,
      async () => 'the node elsewhere',
    );
    assert.equal(
      await node('Vertrouwen').evaluate((group) => group.ownerDocument.activeElement === group),
      true,
    );
    const box = () => panel().locator('#drawing').getAttribute('viewBox');
    const seen = await box();
    await workbench.key('+');
    await until(
      async () => (await box()) !== seen,
      async () => 'another part of the drawing',
    );
    await workbench.key('0');
  });

  it('drags a node, of which the edges follow', async () => {
    const line = edge('Vertrouwen — draagt bij aan → Alliantiesucces').locator('path.line');
    const [place, way] = [await placeOf('Alliantiesucces'), await line.getAttribute('d')];
    await node('Alliantiesucces').hover();
    await workbench.page.mouse.down();
    const at = await node('Alliantiesucces').boundingBox();
    assert.ok(at);
    await workbench.page.mouse.move(at.x + 160, at.y + 10, { steps: 5 });
    await workbench.page.mouse.up();
    assert.notEqual(await placeOf('Alliantiesucces'), place);
    assert.notEqual(await line.getAttribute('d'), way);
  });

  it('follows what changes, and shows a part of it', async () => {
    await edge('Vertrouwen — vraagt om').focus();
    await workbench.key('Delete');
    await workbench.page
      .locator('.monaco-dialog-box')
      .getByRole('button', { name: 'Remove', exact: true })
      .click();
    await edge('Vertrouwen — vraagt om').waitFor({ state: 'detached' });
    await workbench.page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
    await node('Vertrouwen').focus();
    await workbench.key('Control+z');
    await edge('Vertrouwen — vraagt om').waitFor();
  });

  it('tells the same as a list', async () => {
    await panel().locator('summary').click();
    assert.equal(await panel().locator('table tr').count(), 11);
    const cells = await panel().locator('table tr', { hasText: 'faciliteert' }).locator('td').allInnerTexts();
    assert.deepEqual(cells.slice(0, 3), ['Effectieve governance', 'faciliteert', 'Kennisdelingsroutines']);
    await workbench.screenshot('model-list');
    await panel().locator('summary').click();
  });

  it('exports the drawing as SVG and PNG, and copies it as Mermaid', async () => {
    await node('Vertrouwen').focus();
    for (const format of ['SVG', 'PNG']) {
      await workbench.command('Codeboom: Export Drawing of Model…');
      await workbench.answer(format, format);
      await until(
        async () => (await workbench.quickInput.inputValue()).endsWith(`model.${format.toLowerCase()}`),
        async () => 'the question where to save it',
      );
      await workbench.answer(`${workbench.folder}/tekening.${format.toLowerCase()}`);
      await workbench.waitForFile(`tekening.${format.toLowerCase()}`, (text) => text !== '');
      await workbench.quickInput.waitFor({ state: 'hidden' });
    }
    const svg = await workbench.readFile('tekening.svg');
    assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(svg, />Vertrouwen<\/text>/);
    assert.doesNotMatch(svg, /var\(|class=|data-id/);
    const png = await workbench.readFile('tekening.png');
    assert.match(png.slice(0, 8), /PNG/);
    assert.ok(png.length > 5000);
    await workbench.command('Codeboom: Copy Model as Mermaid');
    await until(
      async () => (await workbench.clipboard()).startsWith('flowchart LR'),
      async () => 'Mermaid in the clipboard',
    );
  });

  it('shows the quotations of a code on Enter and on a double click', async () => {
    await node('Vertrouwen').focus();
    await workbench.key('Enter');
    await workbench.waitForText(/^Vertrouwen: \d+/);
    await node('Sociaal kapitaal').dblclick();
    await workbench.waitForText(/^Sociaal kapitaal: \d+/);
  });

  it('is back after a reload, with the nodes where they were', async () => {
    const place = await placeOf('Vertrouwen');
    await workbench.page.reload();
    await node('Vertrouwen').waitFor();
    assert.equal(await placeOf('Vertrouwen'), place);
    await workbench.screenshot('model-reloaded');
  });
});
