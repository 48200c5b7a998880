import assert from 'node:assert/strict';
import { newCode } from '../../../src/core/study/codebook/create.ts';
import { operation } from '../../../src/core/study/coding.ts';
import { inverse, type Operation } from '../../../src/core/study/operation.ts';
import { recorded } from '../../../src/core/study/recorded.ts';
import { relate } from '../../../src/core/study/relations.ts';
import { setSummary } from '../../../src/core/study/summaries.ts';
import { filesBefore } from '../../../src/store/backupFiles.ts';
import { restorable } from '../../../src/store/restore.ts';
import { contentOf, Desk, folderWith, put, removeFolders, textIn } from './folder.ts';

afterEach(removeFolders);

const codebook = `{
  "version": 1,
  "codes": [
    {"id": "a", "name": "Openness", "level": "code"},
    {"id": "b", "name": "Trust", "level": "theme"}
  ]
}
`;
const files = {
  'codeboom.json': '{\n  "version": 1\n}\n',
  'codebook.json': codebook,
  'a.md': 'We trusted.\n',
};

/** Makes a code, with the line of history that says so. */
function making(desk: Desk, name: string, now = desk.author.now): Operation {
  const author = { ...desk.author, now };
  const { code, change } = newCode(desk.study.codebook, { name }, author);
  const names = { [code.id]: name };
  const entry = { op: 'create', codes: [code.id], names } as const;
  const line = recorded(desk.study.history, desk.study.codebook, entry, author);
  return operation('done.newCode', { code: name }, [change, line]);
}

function relating(desk: Desk, type: string): Operation {
  const made = relate(desk.study, { from: 'code:a', to: 'code:b', type }, desk.author);
  assert.ok('changes' in made);
  return made;
}

const line = (name: string, at = '2024-05-01T10:00:00Z') =>
  `{"at": "${at}", "op": "create", "codes": ["${name.toLowerCase()}"], "names": {"${name.toLowerCase()}": "${name}"}}\n`;

describe('the history and the relations of a study on disk', () => {
  it('are written a record a line, and are gone again when what made them is undone', async () => {
    const folder = await folderWith({ ...files, '.gitattributes': '* text=auto' });
    const desk = await Desk.at(folder);
    const before = await contentOf(folder);
    const [make, relation] = [making(desk, 'Worry'), relating(desk, 'is a')];
    await desk.do(make);
    await desk.do(relation);
    assert.equal(await textIn(folder, 'history.jsonl'), line('Worry'));
    assert.equal(
      await textIn(folder, 'relations.json'),
      `{\n  "version": 1,\n  "relations": [\n    {"id": "qa1", "from": "code:a", "to": "code:b", "type": "is a", "created": "2024-05-01T10:00:00Z"}\n  ]\n}\n`,
    );
    const attributes = '* text=auto\nhistory.jsonl merge=union\n';
    assert.equal(await textIn(folder, '.gitattributes'), attributes);

    const again = await Desk.at(folder);
    assert.deepEqual(again.study.history.entries, desk.study.history.entries);
    assert.deepEqual(again.study.relations.relations, desk.study.relations.relations);
    await again.do(inverse(relation));
    await again.do(inverse(make));
    const left = await contentOf(folder);
    assert.deepEqual(left['history.jsonl'], '');
    assert.deepEqual(left['codebook.json'], before['codebook.json']);

    await desk.refresh('history.jsonl', 'relations.json', 'codebook.json');
    assert.equal(desk.study.history.entries.size + desk.study.relations.relations.size, 0);
  });

  it('leave no files behind when undone by whoever made them', async () => {
    const folder = await folderWith({ ...files, '.gitattributes': 'history.jsonl -merge\n' });
    const desk = await Desk.at(folder);
    const before = await contentOf(folder);
    const steps = [making(desk, 'Worry'), relating(desk, 'is a')];
    for (const step of steps) await desk.do(step);
    for (const step of steps.toReversed()) await desk.do(inverse(step));
    assert.deepEqual(await contentOf(folder), before);
  });

  it('go with the codebook and the attributes of git where there were none', async () => {
    const folder = await folderWith({ 'codeboom.json': files['codeboom.json'], 'a.md': files['a.md'] });
    const desk = await Desk.at(folder);
    const before = await contentOf(folder);
    const make = making(desk, 'Worry');
    for (const round of ['once', 'again']) {
      await desk.do(make);
      const made = ['.gitattributes', 'a.md', 'codebook.json', 'codeboom.json', 'history.jsonl'];
      assert.deepEqual(Object.keys(await contentOf(folder)), made, round);
      await desk.do(inverse(make));
      assert.deepEqual(await contentOf(folder), before, round);
    }
  });

  it('leave a codebook and attributes where somebody else wrote in them since', async () => {
    const folder = await folderWith({ 'codeboom.json': files['codeboom.json'], 'a.md': files['a.md'] });
    const [one, two] = [await Desk.at(folder, 'x'), await Desk.at(folder, 'y')];
    const make = making(one, 'Worry');
    await one.do(make);
    await two.refresh('codebook.json', 'history.jsonl');
    const other = making(two, 'Trust');
    await two.do(other);
    await put(folder, '.gitattributes', 'history.jsonl merge=union\n*.md text\n');
    await one.refresh('codebook.json', 'history.jsonl');
    await one.do(inverse(make));
    assert.match(await textIn(folder, 'codebook.json'), /"codes": \[\n {4}\{"id": "trust"/);
    await one.do(inverse(other));
    assert.equal(await textIn(folder, 'codebook.json'), '{\n  "version": 1,\n  "codes": []\n}\n');
    assert.equal(await textIn(folder, '.gitattributes'), 'history.jsonl merge=union\n*.md text\n');
  });

  it('hold what two coders did at the same time, in the order of time', async () => {
    const folder = await folderWith({ ...files, 'history.jsonl': `{"at": "torn\n${line('First', '2024')}` });
    const [one, two] = [await Desk.at(folder, 'x'), await Desk.at(folder, 'y')];
    assert.deepEqual(one.keys, ['history.notJson']);
    await one.do(making(one, 'Late', '2024-05-03T10:00:00Z'));
    await one.do(relating(one, 'is a'));
    await two.do(making(two, 'Early', '2024-05-02T10:00:00Z'));
    await two.do(relating(two, 'is part of'));
    assert.equal(
      await textIn(folder, 'history.jsonl'),
      `${line('First', '2024')}${line('Early', '2024-05-02T10:00:00Z')}${line('Late', '2024-05-03T10:00:00Z')}{"at": "torn\n`,
    );
    await one.refresh('history.jsonl', 'relations.json');
    assert.deepEqual(one.study.history, two.study.history);
    assert.equal(one.study.relations.relations.size, 2);
  });

  it('wait where git left both sides of a merge, and are written once that is settled', async () => {
    const torn = `<<<<<<< HEAD\n${line('One')}=======\n${line('Two')}>>>>>>> other\n`;
    const folder = await folderWith({ ...files, 'history.jsonl': torn });
    const desk = await Desk.at(folder);
    assert.deepEqual(desk.keys, ['file.mergeConflict']);
    await desk.do(making(desk, 'Worry'));
    assert.equal(await textIn(folder, 'history.jsonl'), torn);
    await put(folder, 'history.jsonl', line('One') + line('Two'));
    await desk.refresh('history.jsonl');
    assert.equal(await textIn(folder, 'history.jsonl'), line('One') + line('Two') + line('Worry'));
    assert.deepEqual(desk.keys, []);
  });

  it('keep the line ends and the last line of the attributes of git', async () => {
    const folder = await folderWith({ ...files, '.gitattributes': '*.md text\r\n' });
    const desk = await Desk.at(folder);
    await desk.do(making(desk, 'Worry'));
    assert.equal(await textIn(folder, '.gitattributes'), '*.md text\r\nhistory.jsonl merge=union\r\n');
  });
});

describe('summaries on disk', () => {
  const place = { case: 'Alpha', code: 'a' };

  it('are written a summary a line, merged with those of others, and gone again when undone', async () => {
    const folder = await folderWith(files);
    const [one, other] = [await Desk.at(folder), await Desk.at(folder)];
    const summarise = setSummary(one.study, place, ' They are open.\n');
    await one.do(summarise);
    assert.equal(
      await textIn(folder, 'summaries.json'),
      '{\n  "version": 1,\n  "summaries": [\n    {"case": "Alpha", "code": "a", "text": "They are open."}\n  ]\n}\n',
    );
    await other.do(setSummary(other.study, { case: 'Beta', code: 'a' }, 'Closed.'));
    await one.refresh('summaries.json');
    assert.deepEqual([...one.study.summaries.summaries.keys()].toSorted(), ['a:Alpha', 'a:Beta']);
    assert.deepEqual((await Desk.at(folder)).study.summaries.summaries, one.study.summaries.summaries);
  });

  it('leave no file behind when undone', async () => {
    const folder = await folderWith(files);
    const desk = await Desk.at(folder);
    const summarise = setSummary(desk.study, place, 'They are open.');
    await desk.do(summarise);
    await desk.do(inverse(summarise));
    assert.ok(!('summaries.json' in (await contentOf(folder))));
  });
});

describe('a backup', () => {
  it('brings back code sets, relations and summaries', async () => {
    const desk = await Desk.at(await folderWith(files));
    const set = { id: 's', name: 'S', codes: ['a'] };
    await desk.do(operation('', {}, [{ record: 'codeSet', id: 's', before: null, after: set }]));
    await desk.do(relating(desk, 'is a'));
    await desk.do(setSummary(desk.study, { case: 'Alpha', code: 'a' }, 'Open.'));
    const before = desk.study;
    const [relation] = before.relations.relations.values();
    assert.ok(relation);
    const away = operation('', {}, [
      { record: 'codeSet', id: 's', before: set, after: null },
      { record: 'relation', id: relation.id, before: relation, after: null },
      ...setSummary(before, { case: 'Alpha', code: 'a' }, '').changes,
    ]);
    const kept = filesBefore(before, desk.change(away));
    assert.deepEqual(Object.keys(kept), ['codebook.json', 'relations.json', 'summaries.json']);
    const restored = restorable(desk.study, kept, desk.store.finder);
    assert.deepEqual(
      restored.map(({ path, back, changed, away }) => [path, back, changed, away]),
      [
        ['codebook.json', 1, 0, 0],
        ['relations.json', 1, 0, 0],
        ['summaries.json', 1, 0, 0],
      ],
    );
    desk.change(
      operation(
        '',
        {},
        restored.flatMap(({ changes }) => changes),
      ),
    );
    assert.deepEqual(desk.study.codebook.sets, before.codebook.sets);
    assert.deepEqual(desk.study.relations.relations, before.relations.relations);
    assert.deepEqual(desk.study.summaries.summaries, before.summaries.summaries);
    const now = restorable(desk.study, kept, desk.store.finder);
    assert.deepEqual(
      now.flatMap(({ changes }) => changes),
      [],
    );
  });
});

describe('memos on disk', () => {
  const memo = (title: string) => `---\ntitle: ${title}\nlinks: [code:a]\n---\nSee [[Trust]].\n`;
  const titles = ({ study }: Desk) => [...study.memos].map(([path, { title }]) => `${path}: ${title}`);

  it('are those in memos, wherever in it, and none that is a transcript', async () => {
    const folder = await folderWith({
      ...files,
      'codeboom.json': '{"version": 1, "transcripts": ["*.md", "memos/notes/*.md"]}',
      'memos/b.md': memo('B'),
      'memos/of/a.md': memo('A'),
      'memos/notes/talk.md': 'I: Hello.\n',
      'memos/x.txt': 'no memo',
      'inner/codeboom.json': '{}',
      'inner/memos/c.md': memo('C'),
    });
    assert.deepEqual(titles(await Desk.at(folder)), ['memos/b.md: B', 'memos/of/a.md: A']);
  });

  it('are followed when they come, change, move and go, and are never written', async () => {
    const folder = await folderWith(files);
    const desk = await Desk.at(folder);
    await put(folder, 'memos/b.md', memo('B'));
    const came = await desk.refresh('memos/b.md');
    assert.equal(came?.changed.memos, true);
    assert.equal(came.changed.codes, false);
    assert.deepEqual(titles(desk), ['memos/b.md: B']);
    assert.equal(await desk.refresh('memos/b.md'), undefined);
    await put(folder, 'memos/a.md', memo('A'));
    await put(folder, 'memos/b.md', memo('B again').replaceAll('\n', '\r\n'));
    await desk.refresh('memos');
    await desk.refresh('memos/b.md');
    assert.deepEqual(titles(desk), ['memos/a.md: A', 'memos/b.md: B again']);
    await put(folder, 'memos/a.md', Uint8Array.of(0xff, 0xfe, 0));
    await desk.refresh('memos/a.md');
    assert.deepEqual(desk.keys, ['file.notUtf8']);
    await removeFolders();
    await desk.refresh('memos/a.md', 'memos/b.md');
    assert.deepEqual(titles(desk), []);
  });
});
