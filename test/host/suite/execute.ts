/** Runs the suites inside the extension host and leaves the outcome beside the opened folder. */
import * as vscode from 'vscode';
import type { Outcome } from '../outcome.ts';

/** What VS Code calls, as `run` of the bundle. Rejects if a test failed. */
export async function run(): Promise<void> {
  const outcome = await runSuites();
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The suites need an open folder.');
  const file = vscode.Uri.joinPath(folder.uri, '..', 'outcome.json');
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(outcome)));
  if (outcome.failures.length > 0) throw new Error(`${outcome.failures.length} tests failed`);
}

function runSuites(): Promise<Outcome> {
  const host = 'process' in globalThis && globalThis.process?.versions?.node ? 'node' : 'web';
  let passed = 0;
  const failures: string[] = [];
  return new Promise((resolve) => {
    mocha.reporter(
      class extends Mocha.reporters.Base {
        constructor(runner: Mocha.Runner) {
          super(runner);
          runner.on('pass', (test) => {
            passed += 1;
            console.log(`  ✓ ${test.fullTitle()}`);
          });
          runner.on('pending', (test) => console.log(`  - ${test.fullTitle()}`));
          runner.on('fail', (test, error) => {
            failures.push(test.fullTitle());
            console.log(`  ✗ ${test.fullTitle()}\n${error.stack ?? error}`);
          });
          runner.on('end', () => resolve({ host, passed, failures }));
        }
      },
    );
    // Not mocha.run(): that reads the address of a page, which an extension host does not have.
    Mocha.prototype.run.call(mocha);
  });
}
