import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Desk, folderWith, removeFolders } from './folder.ts';
import { settings, sidecarOf, transcript } from './samples.ts';

describe('a process that is killed while it saves', () => {
  afterEach(removeFolders);

  it('leaves a study that opens without a problem', async () => {
    const folder = await folderWith({
      'codeboom.json': settings,
      'a.md': transcript,
      'a.codes.json': sidecarOf({ q1: 'counted the beds' }),
    });
    const script = fileURLToPath(new URL('busyCoder.ts', import.meta.url));
    for (const milliseconds of [1, 7, 20, 45]) {
      const child = spawn(process.execPath, ['--no-warnings', script, folder], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const desk = await Desk.at(folder);
      assert.deepEqual([desk.ids(), desk.keys], [['q1'], []]);
    }
  });
});
