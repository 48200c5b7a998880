import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll, git } from './git.ts';
import { until, Workbench } from './workbench.ts';

interface WrittenQuotation {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly star?: boolean;
  readonly anchor?: { readonly state: string };
}

interface WrittenSidecar {
  readonly text: { readonly length: number; readonly sha256: string };
  readonly quotations: readonly WrittenQuotation[];
}

const transcript = 'interviews/06-highco.md';
const sidecar = 'interviews/06-highco.codes.json';
const lost = '(lost)';

const deleted =
  'Die zei: doe maar, en als het misgaat heb ik het nooit gehoord. Achteraf het beste wat hij kon doen.';
const block = '**R:** [00:02:50] En nog iets.\n\n**I:** [00:02:55] Vertel.\n\n';
const said = 'We hebben één regel';

/** How the transcript reads on the other branch: edited by somebody who has no Codeboom. */
const elsewhere: readonly (readonly [was: string, now: string])[] = [
  ['# Interview HighCo\n', '# Interview HighCo\n\nAfgenomen op de afdeling, met koffie.\n'],
  ['en je denkt, oei, dat doen', 'en je denkt, o jee, dat doen'],
  ['En verpleegkundigen van de werkvloer', 'Verpleegkundigen van de werkvloer'],
  [
    'Zodra je er een getal aan hangt gaan mensen voor het getal werken, dat heb ik te vaak gezien.',
    'Cijfers trekken alle aandacht naar zich toe en leiden iedereen af van waar het om gaat, zo is mijn ervaring.',
  ],
  [' Er gaan in het najaar twee anesthesisten mee. Als die enthousiast zijn, dan kantelt het.', ''],
  ['**I:** [00:05:27] Wat staat er op papier?\n\n', ''],
];
const paragraphMoved = "**R:** [00:05:30] Weinig! Eén A4'tje";

function asElsewhere(text: string): string {
  const edited = elsewhere.reduce((all, [was, now]) => {
    assert.ok(all.includes(was), was);
    return all.replace(was, now);
  }, text);
  const start = edited.indexOf(paragraphMoved);
  const end = edited.indexOf('\n\n', start) + 2;
  return `${edited.slice(0, start)}${edited.slice(end)}\n${edited.slice(start, end).trimEnd()}\n`;
}

/** A repository with the study, and another branch on which the transcript was edited and its sidecar was not. */
function prepare(folder: string): void {
  commitAll(folder, 'The study');
  git(folder, 'checkout', '--quiet', '-b', 'elders');
  const path = join(folder, transcript);
  writeFileSync(path, asElsewhere(readFileSync(path, 'utf8')));
  git(folder, 'commit', '--quiet', '--all', '--message', 'Edited by hand');
  git(folder, 'checkout', '--quiet', 'main');
}

describe('quotations survive', () => {
  let workbench: Workbench;
  let original: ReadonlyMap<string, string>;
  /** By quotation: the words that it should be on. */
  let expected: Map<string, string>;
  let text: string;

  before(async () => {
    workbench = await Workbench.open({ prepare });
    text = await workbench.readFile(transcript);
    original = wordsOf(await written(), text);
    expected = new Map(original);
    await workbench.openTranscript('06-highco.md');
  });
  after(() => workbench.close());

  const written = async (): Promise<WrittenSidecar> => JSON.parse(await workbench.readFile(sidecar));

  /** Saves and waits for both files: the transcript as it should be, and a sidecar of that text. */
  const saved = async (next: string) => {
    text = next;
    await workbench.key('Control+s');
    await workbench.waitForFile(transcript, (now) => now === text);
    await workbench.waitForFile(sidecar, (file) => isOfText(JSON.parse(file), text));
    assert.deepEqual(wordsOf(await written(), text), expected);
  };
  const idOf = (words: string) => {
    const [id] = [...expected].find(([, exact]) => exact.includes(words)) ?? [];
    assert.ok(id, words);
    return id;
  };
  /** Says what becomes of the quotation with some words. */
  const becomes = (words: string, edit: (exact: string) => string) => {
    const id = idOf(words);
    expected.set(id, edit(expected.get(id) ?? ''));
  };
  const replaced = (was: string, now: string) => {
    assert.equal(text.split(was).length, 2, was);
    return text.replace(was, () => now);
  };
  const select = async (words: string) => {
    await workbench.goTo(1);
    await workbench.selectText(words);
  };
  /** Puts the caret on the line of some words. */
  const onLine = (words: string) => workbench.goTo(text.slice(0, text.indexOf(words)).split('\n').length);

  /** Pastes: the clipboard is read later than the key is pressed. */
  const paste = async (begin: string) => {
    await workbench.key('Control+v');
    await until(
      async () => (await workbench.visibleText()).includes(begin),
      async () => `“${begin}” in the editor`,
    );
  };

  /** Lists the quotations of the transcript in the Quotations view, which shows only some of them at a time. */
  const assertListed = async (quotations: readonly WrittenQuotation[]) => {
    await workbench.command('Codeboom: Show Quotations of…');
    await workbench.page.locator('.quick-input-title', { hasText: 'Show Quotations of…' }).waitFor();
    await workbench.answer('06-highco', '06-highco');
    await workbench.waitForTreeItem('Quotations', 'QualityCare');
    await workbench.view('Quotations').locator('.monaco-list:focus').waitFor();
    await workbench.key('Home');
    const rows = new Set<string>();
    const missing = () =>
      quotations.filter((quotation) => ![...rows].some((row) => isRowOf(row, quotation, text)));
    await until(
      async () => {
        for (const row of await workbench.treeItems('Quotations')) rows.add(row);
        if (missing().length === 0) return true;
        await workbench.key('PageDown');
        return false;
      },
      async () => `${missing().map(({ exact }) => exact)}\namong the quotations:\n${[...rows].join('\n')}`,
    );
  };
  /** What is seen agrees with what is on disk: on their words in one view, lost or in doubt in the other. */
  const assertShown = async (quotations: readonly WrittenQuotation[]) => {
    const doubtful = quotations.filter(({ anchor }) => anchor);
    await workbench.focusView('Needs Review');
    for (const { exact } of doubtful) await workbench.waitForTreeItem('Needs Review', startOf(exact));
    await until(
      async () => (await workbench.treeItems('Needs Review')).length === doubtful.length + 1,
      async () => `${doubtful.length}; it has:\n${(await workbench.treeItems('Needs Review')).join('\n')}`,
    );
    await assertListed(quotations);
  };

  describe('ten edits by hand:', () => {
    it('typing inside a quotation', async () => {
      await select('Ik ben hoofd');
      await workbench.key('ArrowRight');
      await workbench.type(' van de afdeling');
      becomes('Ik ben hoofd kwaliteit', (exact) => exact.replace('hoofd', 'hoofd van de afdeling'));
      await saved(replaced('Ik ben hoofd', 'Ik ben hoofd van de afdeling'));
    });

    it('typing before it, at its boundary', async () => {
      await select('Vanaf het allereerste begin. ');
      await workbench.key('ArrowRight');
      await workbench.type('Echt waar. ');
      await saved(replaced('allereerste begin. Vier', 'allereerste begin. Echt waar. Vier'));
    });

    it('deleting a word', async () => {
      await select('zelfgemaakt lijstje op');
      await workbench.key('ArrowLeft', 'Control+Delete');
      const edit = (all: string) => all.replace('zelfgemaakt lijstje op', 'lijstje op');
      becomes('zelfgemaakt lijstje op', edit);
      // How much white space goes with a word is the editor's business.
      await workbench.key('Control+s');
      const now = await workbench.waitForFile(transcript, (file) => file !== text);
      assert.match(now, /met een *lijstje op/);
      expected.set(
        idOf('lijstje op'),
        (expected.get(idOf('lijstje op')) ?? '').replace(
          /een *lijstje/,
          now.match(/een *lijstje/)?.[0] ?? '',
        ),
      );
      await saved(now);
    });

    it('deleting all of it', async () => {
      await select(deleted);
      await workbench.key('Delete');
      becomes(deleted, () => lost);
      await saved(replaced(deleted, ''));
    });

    it('cutting its paragraph and pasting it elsewhere', async () => {
      const start = text.indexOf('**R:** [00:01:26] Drie streekziekenhuizen');
      const paragraph = text.slice(start, text.indexOf('\n', start) + 1);
      await onLine('Drie streekziekenhuizen');
      await workbench.key('Control+x');
      await workbench.key('Control+End');
      await paste('Drie streekziekenhuizen');
      await saved(`${text.replace(paragraph, '')}${paragraph}`);
    });

    it('moving its line up and down', async () => {
      await onLine('We komen met acht man');
      await workbench.key('Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowDown');
      const lines = text.split('\n');
      const from = lines.findIndex((line) => line.includes('We komen met acht man'));
      const [line = ''] = lines.splice(from, 1);
      lines.splice(from - 2, 0, line);
      await saved(lines.join('\n'));
    });

    it('several carets', async () => {
      await select('verpleegkundigen');
      await workbench.key('Control+Shift+l');
      await workbench.page.locator('.statusbar-item', { hasText: /\d+ selections/ }).waitFor();
      await workbench.type('zusters');
      const edit = (all: string) => all.replaceAll('verpleegkundigen', 'zusters');
      expected = new Map([...expected].map(([id, exact]) => [id, edit(exact)]));
      await saved(edit(text));
      await workbench.key('Escape', 'Escape');
    });

    it('replacing throughout', async () => {
      await workbench.goTo(1);
      await workbench.key('Control+h');
      const widget = workbench.page.locator('.find-widget.visible.replaceToggled');
      await widget.locator('.find-part textarea').first().fill('bestuurder');
      await widget.locator('.replace-part textarea').first().fill('directeur');
      await widget.locator('.matchesCount', { hasText: /of [1-9]/ }).waitFor();
      await workbench.key('Control+Alt+Enter', 'Escape');
      const edit = (all: string) => all.replaceAll('bestuurder', 'directeur');
      expected = new Map([...expected].map(([id, exact]) => [id, edit(exact)]));
      await saved(edit(text));
    });

    it('undo and redo of the text', async () => {
      const words = 'Er is nooit wat uitgelekt. ';
      await select(words);
      await workbench.key('Delete', 'Control+z', 'Control+Shift+z', 'Control+z');
      await workbench.key('Control+End');
      await workbench.type(' Zo.');
      await saved(`${text} Zo.`);
      await workbench.key('Control+z');
      await saved(text.slice(0, -' Zo.'.length));
    });

    it('pasting a block before it, and over a part of it', async () => {
      const put = async (words: string) => {
        await workbench.page.evaluate((data) => navigator.clipboard.writeText(data), words);
        await paste(words.slice(0, 20).split('\n')[0] ?? '');
      };
      await onLine('[00:02:58] Houdt iedereen');
      await put(block);
      await select(said);
      await put('We hebben één wet van Meden en Perzen');
      becomes(said, (exact) => exact.replace(said, 'We hebben één wet van Meden en Perzen'));
      await saved(
        replaced('**I:** [00:02:58]', `${block}**I:** [00:02:58]`).replace(
          said,
          'We hebben één wet van Meden en Perzen',
        ),
      );
    });

    it('reverting the file after edits that were not saved', async () => {
      await select('We leiden nu samen auditors op');
      await workbench.key('Delete');
      await onLine('Wat is het doel');
      await workbench.key('Control+Shift+k', 'Control+Shift+k', 'Control+Shift+k');
      await workbench.command('File: Revert File');
      await until(
        async () => (await workbench.page.locator('.tab.active.dirty').count()) === 0,
        async () => 'a file without changes',
      );
      await workbench.goTo(1);
      await workbench.type('\n');
      text = `\n${text}`;
      await saved(text);
      await workbench.key('Control+z');
      await saved(text.slice(1));
    });
  });

  describe('a window loaded anew', () => {
    it('has them where they were', async () => {
      await workbench.screenshot('survival-edited');
      await workbench.reload();
      await workbench.openTranscript('06-highco.md');
      const { quotations } = await written();
      assert.deepEqual(wordsOf(await written(), text), expected);
      await assertShown(quotations);
      await workbench.screenshot('survival-reloaded');
    });
  });

  describe('another branch, checked out', () => {
    const outcomes: WrittenSidecar[] = [];

    /** Checks a branch out, waits until it is known, and has the places written by giving a quotation a star. */
    const checkOut = async (): Promise<WrittenSidecar> => {
      git(workbench.folder, 'checkout', '--quiet', 'elders');
      await workbench.focusView('Needs Review');
      await workbench.waitForTreeItem('Needs Review', 'Er gaan in het najaar twee anesthesisten mee');
      await workbench.openTranscript('06-highco.md');
      text = await workbench.readFile(transcript);
      const before = text.slice(0, text.indexOf('Dat de patiënt het niet merkt') + 5).split('\n');
      await workbench.goTo(before.length, before.at(-1)?.length);
      await workbench.key('Alt+b', 's');
      await workbench.waitForFile(sidecar, (file) => isOfText(JSON.parse(file), text));
      return await written();
    };
    const checkBack = async () => {
      git(workbench.folder, 'checkout', '--quiet', '--force', 'main');
      text = await workbench.readFile(transcript);
      await workbench.focusView('Needs Review');
      await workbench.waitForTreeItem('Needs Review', '06-highco, 1 quotation(s) in doubt');
      await assertShown((await written()).quotations);
      assert.deepEqual(wordsOf(await written(), text), expected);
      assert.equal(git(workbench.folder, 'status', '--short'), '');
    };
    /** Nothing is wrong in silence: what is not in doubt is on its own words, or on these as they were corrected. */
    const assertFound = ({ quotations }: WrittenSidecar) => {
      assert.deepEqual(new Set(quotations.map(({ id }) => id)), new Set(original.keys()));
      for (const { id, exact, anchor } of quotations) {
        const was = original.get(id) ?? '';
        const isDeleted = was.startsWith('Er gaan in het najaar');
        if (anchor) assert.equal(anchor.state === 'lost', isDeleted, exact);
        else {
          const corrected = elsewhere.reduce((all, [old, now]) => all.replace(old, now), was);
          assert.equal(exact, corrected);
        }
      }
      const doubts = quotations.flatMap(({ exact, anchor }) => (anchor?.state === 'review' ? [exact] : []));
      assert.ok(doubts.some((exact) => exact.includes('Cijfers trekken alle aandacht')));
      assert.ok(doubts.length <= 3, doubts.join('\n'));
    };

    before(() => git(workbench.folder, 'commit', '--quiet', '--all', '--message', 'Ten edits'));

    it('while the transcript is open', async () => {
      const there = await checkOut();
      outcomes.push(there);
      assertFound(there);
      await assertShown(there.quotations);
      await workbench.screenshot('survival-branch');
    });

    it('and back', async () => {
      await checkBack();
      await workbench.screenshot('survival-back');
    });

    it('while it is closed: all comes out the same', async () => {
      await workbench.command('View: Close All Editors');
      const there = await checkOut();
      assertFound(there);
      assert.deepEqual(wordsOf(there, text), wordsOf(outcomes[0] ?? there, text));
      await assertShown(there.quotations);
    });

    it('and back, closed again', async () => {
      await workbench.command('View: Close All Editors');
      await checkBack();
    });

    it('while no window shows the study', async () => {
      await workbench.whileAway(async () => {
        git(workbench.folder, 'checkout', '--quiet', 'elders');
      });
      await workbench.openTranscript('06-highco.md');
      const there = await checkOut();
      assertFound(there);
      assert.deepEqual(wordsOf(there, text), wordsOf(outcomes[0] ?? there, text));
    });
  });
});

function isOfText({ text }: WrittenSidecar, now: string): boolean {
  return text.length === now.length && text.sha256 === createHash('sha256').update(now).digest('hex');
}

/** By quotation: the words that it is on in a text, with a question mark when it is in doubt; or that it is lost. */
function wordsOf(file: WrittenSidecar, text: string): Map<string, string> {
  assert.ok(isOfText(file, text));
  return new Map(
    file.quotations
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, start, end, exact, anchor }) => {
        if (anchor?.state === 'lost') return [id, lost];
        assert.equal(text.slice(start, end), exact);
        assert.equal(text.split(exact).length, 2, `“${exact}” is there once`);
        return [id, anchor ? `${exact} (?)` : exact];
      }),
  );
}

/** Whether a row of the Quotations view has a quotation, at its line or as one whose words are gone. */
function isRowOf(row: string, { start, exact, anchor }: WrittenQuotation, text: string): boolean {
  if (!row.includes(startOf(exact))) return false;
  const line = text.slice(0, start).split('\n').length;
  return row.includes(anchor?.state === 'lost' ? 'words not found' : `, line ${line} `);
}

/** The beginning of a text, as a row of a view starts. */
function startOf(exact: string): string {
  return exact.slice(0, 25).trimEnd();
}
