import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readText, waitFor } from './study.ts';
import { interview, paragraph, paste, run, Trial, type, undoTo, words, write } from './trial.ts';

describe('editing a transcript', () => {
  let trial: Trial;

  beforeEach(async () => {
    trial = await Trial.start();
  });

  afterEach(() => Trial.removeAll());

  const replace = (text: string, by: string) => {
    trial.select(text);
    return trial.editor.edit((edit) => edit.replace(trial.editor.selection, by));
  };

  it('typing inside a quotation makes it longer; before it and at its boundaries it stays on its words', async () => {
    trial.caret('**I:** Hoe', 'before');
    await type('Goed.\n\n');
    trial.caret('elkaar', 'after');
    await type(' altijd');
    trial.caret('Toen maakten', 'before');
    await type('Nou, ');
    trial.caret('over het contract.', 'after');
    await type(' Enorm.');
    assert.deepEqual(await trial.whereabouts(), {
      ...words,
      qtrust: 'Wij vertrouwden elkaar altijd vanaf de eerste dag',
    });
    await undoTo(trial, interview);
    assert.deepEqual(await trial.whereabouts(), words);
  });

  it('several carets', async () => {
    const { editor } = trial;
    const at = ['vertrouwden', 'zorgen', 'bedden', 'bleven'].map((text) => {
      const position = editor.document.positionAt(editor.document.getText().indexOf(text));
      return new vscode.Selection(position, position);
    });
    editor.selections = at;
    await type('zo ');
    assert.deepEqual(await trial.whereabouts(), {
      ...words,
      qtrust: 'Wij zo vertrouwden elkaar vanaf de eerste dag',
      qworry: 'Toen maakten we ons zo zorgen over het contract.',
      qbeds: 'Het ziekenhuis telde zo bedden',
      qend: 'we zo bleven aan tafel zitten',
    });
  });

  it('pasting inside a quotation and over a part of it', async () => {
    trial.select('maakten we ons zorgen');
    await paste('waren we bang');
    trial.caret('vertrouwden ', 'after');
    await paste('én kenden ');
    assert.deepEqual(await trial.whereabouts(), {
      ...words,
      qtrust: 'Wij vertrouwden én kenden elkaar vanaf de eerste dag',
      qworry: 'Toen waren we bang over het contract.',
    });
  });

  it('replacing all occurrences of a word', async () => {
    const { document } = trial.editor;
    const edit = new vscode.WorkspaceEdit();
    for (const { index } of document.getText().matchAll(/tafel/g)) {
      const [start, end] = [document.positionAt(index), document.positionAt(index + 5)];
      edit.replace(document.uri, new vscode.Range(start, end), 'het bureau');
    }
    await vscode.workspace.applyEdit(edit);
    await trial.editor.document.save();
    trial.select('bleven aan het bureau');
    await replace('bleven aan het bureau', 'bleven aan tafel');
    assert.deepEqual(await trial.whereabouts(), words);
    assert.equal(trial.text, interview.replace('verzekeraar aan tafel', 'verzekeraar aan het bureau'));
  });

  it('replacing the whole text by one that is much like it, undo and redo', async () => {
    const edited = interview
      .replace('Hoe is de', 'Hoe was nou de')
      .replace('zorgen over het contract', 'zorgen om het contract')
      .replace('tot het rond was', 'tot alles rond was')
      .replaceAll('R:', 'Respondent:');
    const { document } = trial.editor;
    const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
    await trial.editor.edit((edit) => edit.replace(all, edited));
    const expected = { ...words, qworry: 'Toen maakten we ons zorgen om het contract.' };
    assert.deepEqual(await trial.whereabouts(), expected);
    await run('undo');
    assert.equal(trial.text, interview);
    assert.deepEqual(await trial.whereabouts(), words);
    await run('redo');
    assert.equal(trial.text, edited);
    assert.deepEqual(await trial.whereabouts(), expected);
  });

  it('deleting a quotation marks it lost; undo and redo of the text', async () => {
    trial.select(`${words.qworry} `);
    await run('deleteLeft');
    const expected = { ...words, qworry: 'lost' };
    assert.deepEqual(await trial.whereabouts(), expected);
    await run('undo');
    assert.deepEqual(await trial.whereabouts(), words);
    await run('redo');
    assert.deepEqual(await trial.whereabouts(), expected);
    await run('undo');
    assert.deepEqual(await trial.whereabouts(), words);
  });

  it('cutting a paragraph and pasting it elsewhere in the document, undo and redo', async () => {
    trial.select(paragraph);
    await run('cut');
    trial.caret('**I:** Hoe', 'before');
    await paste(paragraph);
    assert.notEqual(trial.text, interview);
    assert.deepEqual(await trial.whereabouts(), words);
    await run('undo');
    await run('undo');
    assert.equal(trial.text, interview);
    assert.deepEqual(await trial.whereabouts(), words);
    await run('redo');
    await run('redo');
    assert.deepEqual(await trial.whereabouts(), words);
  });

  it('moving a line up and down', async () => {
    trial.caret('**R:** Ja.', 'before');
    for (let times = 0; times < 3; times++) await run('editor.action.moveLinesUpAction');
    assert.ok(trial.text.indexOf('Ja.') < trial.text.indexOf('En later'));
    assert.deepEqual(await trial.whereabouts(), words);
    trial.caret('**R:** Ja.', 'before');
    for (let times = 0; times < 3; times++) await run('editor.action.moveLinesDownAction');
    assert.equal(trial.text, interview);
    assert.deepEqual(await trial.whereabouts(), words);
    trial.caret('**R:** Wij', 'before');
    for (let times = 0; times < 5; times++) await run('editor.action.moveLinesDownAction');
    assert.deepEqual(await trial.whereabouts(), words);
  });

  it('formatting the document', async () => {
    const formatter = vscode.languages.registerDocumentFormattingEditProvider('markdown', {
      provideDocumentFormattingEdits(document) {
        const text = document.getText();
        const wrapped = text.replace(/(.{30,50}) /g, '$1\n').replaceAll('**', '__');
        const all = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
        return [vscode.TextEdit.replace(all, wrapped)];
      },
    });
    try {
      await run('editor.action.formatDocument');
      assert.ok(trial.text.includes('__R:__'), trial.text);
      const unwrapped = Object.entries(await trial.whereabouts()).map(([id, text]) => [
        id,
        text.replaceAll('\n', ' '),
      ]);
      assert.deepEqual(Object.fromEntries(unwrapped), words);
    } finally {
      formatter.dispose();
    }
  });

  it('reverting the file after edits throughout', async () => {
    await replace('Hoe is', 'Hoe was');
    await replace('vertrouwden elkaar', 'vertrouwden elkander');
    await replace(`${words.qworry} `, '');
    await replace('Ja. ', '');
    await replace('rond was', 'klaar was');
    assert.deepEqual(await trial.whereabouts(), {
      ...words,
      qtrust: 'Wij vertrouwden elkander vanaf de eerste dag',
      qyes: 'lost',
      qworry: 'lost',
    });
    await run('workbench.action.files.revert');
    await waitFor(
      () => trial.text,
      (text) => text === interview,
    );
    assert.deepEqual(await trial.whereabouts(), words);
    await run('undo');
    assert.notEqual(trial.text, interview);
    assert.equal((await trial.whereabouts()).qworry, 'lost');
  });

  it('reverting to a file that was changed by another program', async () => {
    await replace('Hoe is', 'Hoe was');
    await replace('rond was', 'klaar was');
    const elsewhere = interview
      .replace('Hoe is', 'Vertel eens: hoe is')
      .replace('zorgen over het', 'zorgen om dat')
      .replace(`${words.qbeds}, en wij`, 'Wij')
      .replace('tot het rond was', 'tot het eindelijk rond was');
    await write(trial.path, elsewhere);
    await run('workbench.action.files.revert');
    await waitFor(
      () => trial.text,
      (text) => text === elsewhere,
    );
    const { qbeds, ...rest } = await trial.whereabouts();
    assert.equal(qbeds, 'lost');
    const { qbeds: _, ...expected } = words;
    const corrected = 'Toen maakten we ons zorgen om dat contract.';
    assert.deepEqual(
      { ...rest, qworry: rest.qworry?.replace(/\?$/, '') },
      { ...expected, qworry: corrected },
    );
  });

  describe('whose file is rewritten by another program', () => {
    const otherWords = 'We hadden het volste vertrouwen in de ander';
    const elsewhere = interview
      .replace('Hoe is', 'Vertel eens: hoe is')
      .replace(words.qtrust, otherWords)
      .replace('zorgen over', 'zorgen om')
      .replace(` ${words.qbeds}, en wij telden de dagen.`, '');
    const expected = {
      ...words,
      qtrust: `${otherWords}?`,
      qworry: 'Toen maakten we ons zorgen om het contract.',
      qbeds: 'lost',
    };
    const rewrite = async (text: string) => {
      await write(trial.path, text);
      await waitFor(
        () => trial.text,
        (now) => now === text,
      );
    };

    it('comes out the same, whether it was open or closed meanwhile', async () => {
      const closed = await Trial.start();
      await run('workbench.action.closeActiveEditor');
      await write(closed.path, elsewhere);
      await trial.open();
      await rewrite(elsewhere);
      assert.deepEqual(await trial.whereabouts(), expected);
      await closed.open();
      assert.deepEqual(await closed.whereabouts(), expected);
    });

    it('can be undone and done again, in the editor', async () => {
      await rewrite(elsewhere);
      assert.deepEqual(await trial.whereabouts(), expected);
      await run('undo');
      assert.equal(trial.text, interview);
      assert.deepEqual(await trial.whereabouts(), words);
      await run('redo');
      assert.equal(trial.text, elsewhere);
      assert.deepEqual(await trial.whereabouts(), expected);
    });

    it('and rewritten again as it was', async () => {
      await rewrite(elsewhere);
      assert.deepEqual(await trial.whereabouts(), expected);
      await rewrite(interview);
      assert.deepEqual(await trial.whereabouts(), words);
    });

    it('after edits that were saved, and closed after others that were not', async () => {
      await replace('Hoe is', 'Hoe was');
      await trial.editor.document.save();
      await rewrite(elsewhere);
      await replace('zorgen om', 'druk om');
      assert.equal((await trial.whereabouts()).qworry, 'Toen maakten we ons druk om het contract.');
      await run('workbench.action.revertAndCloseActiveEditor');
      await trial.open();
      assert.equal(trial.text, elsewhere);
      assert.deepEqual(await trial.whereabouts(), expected);
    });
  });

  it('saving, closing and reopening', async () => {
    await replace('**I:** Hoe is', 'Eerst dit.\n\n**I:** Hoe is');
    await replace(`${words.qworry} `, '');
    await trial.editor.document.save();
    const expected = { ...words, qworry: 'lost' };
    const written = await waitFor(
      () => readText(trial.sidecar),
      (text) => text.includes('"lost"'),
    );
    assert.ok(written.includes(`"length": ${trial.text.length}`));
    await run('workbench.action.closeActiveEditor');
    await trial.open();
    assert.deepEqual(await trial.whereabouts(), expected);
  });

  it('closing without saving, and reopening', async () => {
    await replace('Hoe is', 'Hoe was');
    await replace(`${words.qworry} `, '');
    await replace('Ja. ', '');
    await run('workbench.action.revertAndCloseActiveEditor');
    await trial.open();
    assert.equal(trial.text, interview);
    assert.deepEqual(await trial.whereabouts(), words);
  });

  it('closing without saving after coding in the unsaved text', async () => {
    await replace('Hoe is', 'Hoe was het ook weer, en hoe is');
    await replace('Ja. ', '');
    assert.deepEqual(await trial.whereabouts(), { ...words, qyes: 'lost' });
    await run('workbench.action.revertAndCloseActiveEditor');
    await trial.open();
    assert.equal(trial.text, interview);
    assert.deepEqual(await trial.whereabouts(), words);
  });

  it('other line ends, before and after edits, and undoing them', async () => {
    const endOfLine = (eol: vscode.EndOfLine) => trial.editor.edit((edit) => edit.setEndOfLine(eol));
    await endOfLine(vscode.EndOfLine.CRLF);
    assert.deepEqual(await trial.whereabouts(), words);
    await replace('Hoe is', 'Nou, hoe is');
    await endOfLine(vscode.EndOfLine.LF);
    await replace('Tot slot', 'Tot besluit');
    await endOfLine(vscode.EndOfLine.CRLF);
    trial.caret('vertrouwden', 'before');
    await type('zo ');
    await trial.editor.document.save();
    assert.deepEqual(await trial.whereabouts(), {
      ...words,
      qtrust: 'Wij zo vertrouwden elkaar vanaf de eerste dag',
    });
    await undoTo(trial, interview);
    assert.deepEqual(await trial.whereabouts(), words);
  });

  describe('that is cut in one transcript and pasted in another', () => {
    const other = ['qend'] as const;
    const moved = { qyes: words.qyes, qworry: words.qworry, qbeds: words.qbeds };
    const left = { qtrust: words.qtrust, qend: words.qend };
    let second: Trial;

    beforeEach(async () => {
      second = await Trial.start(other, interview.replace(paragraph, ''));
      await trial.open();
      trial.select(paragraph);
      await run('cut');
      assert.deepEqual(await trial.whereabouts(), { ...words, qyes: 'lost', qworry: 'lost', qbeds: 'lost' });
      await second.open();
      second.caret('**R:** Tot slot', 'before');
      await paste(paragraph);
    });

    it('moves over with its quotations', async () => {
      assert.deepEqual(await second.whereabouts(), { ...moved, qend: words.qend });
      assert.deepEqual(await trial.whereabouts(), left);
    });

    it('moves back by undo of the texts in either order, and over again by redo', async () => {
      for (const order of [
        [trial, second],
        [second, trial],
      ]) {
        for (const one of order) {
          await one.open();
          await run('undo');
          await one.whereabouts();
        }
        assert.deepEqual(await second.whereabouts(), { qend: words.qend });
        assert.deepEqual(await trial.whereabouts(), words);
        for (const one of [trial, second]) {
          await one.open();
          await run('redo');
          await one.whereabouts();
        }
        assert.deepEqual(await second.whereabouts(), { ...moved, qend: words.qend });
        assert.deepEqual(await trial.whereabouts(), left);
      }
    });

    it('moves back when both are closed without saving', async () => {
      await second.whereabouts();
      await run('workbench.action.revertAndCloseActiveEditor');
      await trial.open();
      await run('workbench.action.revertAndCloseActiveEditor');
      await trial.open();
      await second.open();
      await waitFor(
        () => second.whereabouts(),
        (where) => Object.keys(where).length === 1,
      );
      assert.deepEqual(await trial.whereabouts(), words);
    });
  });
});
