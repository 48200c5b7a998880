import assert from 'node:assert/strict';
import { NodeFileSystem } from '../../../src/store/node/nodeFileSystem.ts';
import { changeRegister, readRegister } from '../../../src/store/registerFile.ts';
import { contentOf, folderWith, removeFolders, textIn } from './folder.ts';

const add = (name: string) => (register: { readonly pseudonyms: readonly object[] }) => ({
  ...register,
  pseudonyms: [...register.pseudonyms, { name, pseudonym: `Not ${name.length}`, kind: 'person' }] as never,
});

describe('the register of pseudonyms on disk', () => {
  afterEach(removeFolders);

  for (const [before, after] of [
    [undefined, 'pseudonyms.json\n'],
    ['build', 'build\npseudonyms.json\n'],
    ['build\r\n', 'build\r\npseudonyms.json\r\n'],
    ['/pseudonyms.json\nbuild\n', '/pseudonyms.json\nbuild\n'],
    ['# pseudonyms.json is kept\n', '# pseudonyms.json is kept\npseudonyms.json\n'],
  ] as const)
    it(`is ignored by git once it is there: ${JSON.stringify(before)}`, async () => {
      const folder = await folderWith(before === undefined ? {} : { '.gitignore': before });
      assert.ok(await changeRegister(new NodeFileSystem(folder), add('Jan')));
      assert.equal(await textIn(folder, '.gitignore'), after);
    });

  it('is added to as it is on disk, and leaves the ignore file to the user from then on', async () => {
    const folder = await folderWith({
      'pseudonyms.json':
        '{"version": 1, "own": 1, "pseudonyms": [{"name": "Piet", "pseudonym": "Bo", "kind": "person"}, 7]}',
    });
    const fs = new NodeFileSystem(folder);
    assert.ok(await changeRegister(fs, add('Jan')));
    const read = await readRegister(fs);
    assert.deepEqual(
      read?.value?.pseudonyms.map(({ name }) => name),
      ['Jan', 'Piet'],
    );
    assert.deepEqual(Object.keys(await contentOf(folder)), ['pseudonyms.json']);
    assert.match(await textIn(folder, 'pseudonyms.json'), /"own": 1/);
  });

  it('is left alone when it cannot be read, or a newer version wrote it', async () => {
    for (const text of ['{"pseudonyms": [', '{"version": 2, "pseudonyms": []}']) {
      const folder = await folderWith({ 'pseudonyms.json': text });
      assert.equal(await changeRegister(new NodeFileSystem(folder), add('Jan')), false);
      assert.equal(await textIn(folder, 'pseudonyms.json'), text);
    }
  });

  it('is not written where git cannot be told to ignore it', async () => {
    const folder = await folderWith({ '.gitignore/a': '' });
    await assert.rejects(changeRegister(new NodeFileSystem(folder), add('Jan')));
    assert.deepEqual(Object.keys(await contentOf(folder)), ['.gitignore/a']);
  });
});
