/**
 * `npm test`: everything, in order, with one count at the end. `npm test -- unit ui` runs only the suites named.
 * The last line is always `N passed, N failed`; the exit code is 0 only if nothing failed.
 */
import { stripVTControlCharacters } from 'node:util';
import { projectDirectory } from './host/paths.ts';
import { runProcess } from './host/processes.ts';

interface Suite {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** A check passes or fails as a whole; a suite of tests says how many did. */
  readonly kind: 'check' | 'tests';
  /**
   * It drives a real VS Code, on a machine that may be busy with other things: when something fails, it runs once more
   * from scratch, both runs are in the output, and the second counts. What is really wrong fails twice.
   */
  readonly isOnScreen?: boolean;
}

const suites: readonly Suite[] = [
  { name: 'types', command: ['npm', 'run', '--silent', 'check:types'], kind: 'check' },
  { name: 'lint', command: ['npm', 'run', '--silent', 'check:lint'], kind: 'check' },
  { name: 'unused', command: ['npm', 'run', '--silent', 'check:unused'], kind: 'check' },
  { name: 'unit', command: ['mocha', '--forbid-only', 'test/unit/**/*.test.ts'], kind: 'tests' },
  { name: 'faults', command: ['mocha', '--forbid-only', 'test/faults/*.test.ts'], kind: 'tests' },
  { name: 'host', command: ['node', 'test/host/run.ts'], kind: 'tests', isOnScreen: true },
  {
    name: 'ui',
    command: ['npm', 'run', '--silent', 'test:ui', '--', '--forbid-only'],
    kind: 'tests',
    isOnScreen: true,
  },
];

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const timeout = 15 * 60_000;
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no suite ${unknown.join(', ')}; there are ${suites.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const total = { passed: 0, failed: 0 };
for (const suite of suites) {
  if (wanted.length > 0 && !wanted.includes(suite.name)) continue;
  let count = await run(suite);
  if (suite.isOnScreen && count.failed > 0) {
    console.log(`${suite.name}: once more, to tell what is wrong from what was slow`);
    count = await run(suite);
  }
  const { passed, failed } = count;
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

async function run({ name, command: [program, ...args], kind }: Suite): Promise<Count> {
  console.log(`\n=== ${name} ===`);
  const started = performance.now();
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const { code, output } = await runProcess(program, args, {
    cwd: projectDirectory,
    env,
    show: true,
    timeout,
  });
  const count = kind === 'check' ? countOf(code === 0) : countTests(output, code);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `--- ${name}: ${count.passed} passed, ${count.failed} failed in ${seconds} s (exit code ${code})`,
  );
  return count;
}

function countOf(passed: boolean): Count {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Adds up mocha's summaries. A suite that ends badly without naming a failure, or runs no test, crashed: one failure. */
function countTests(output: string, code: number): Count {
  const lines = stripVTControlCharacters(output);
  const sum = (pattern: RegExp) =>
    [...lines.matchAll(pattern)].reduce((all, match) => all + Number(match[1]), 0);
  const passed = sum(/^\s*(\d+) passing\b/gm);
  const failed = sum(/^\s*(\d+) failing\b/gm);
  const crashed = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: crashed ? 1 : failed };
}
