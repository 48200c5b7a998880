import { argumentsFor, helpOf, usageOf } from './arguments.ts';
import { check } from './check.ts';
import { type Command, type ExitCode, exitCodes, Unusable } from './command.ts';
import { figure } from './figure.ts';
import { pseudonymiseStudy } from './pseudonymise.ts';
import { query } from './query.ts';
import { quotations } from './quotations.ts';
import { reanchor } from './reanchor.ts';
import { render } from './render.ts';
import { table } from './table.ts';
import { Terminal } from './terminal.ts';
import { word } from './word.ts';

const commands: readonly Command[] = [
  check,
  render,
  table,
  figure,
  word,
  quotations,
  query,
  reanchor,
  pseudonymiseStudy,
];

/** Runs the command line. Whatever goes wrong, the exit code is one of the three that scripts may rely on. */
async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.print(overview(terminal));
    return exitCodes.clean;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    if (name !== undefined) terminal.say('cli.unknownCommand', { name });
    process.stderr.write(overview(terminal));
    return exitCodes.unusable;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.print(helpOf(command, terminal));
    return exitCodes.clean;
  }
  return command.run(argumentsFor(command, rest), terminal);
}

function overview(terminal: Terminal): string {
  return commands
    .map((command) => {
      const summary = terminal.sentence({ key: command.summary, values: {} });
      return `${usageOf(command)}\n    ${summary}\n`;
    })
    .join('\n');
}

function explain(error: unknown, terminal: Terminal): void {
  if (error instanceof Unusable) terminal.say('cli.unusable', { reason: terminal.sentence(error.said) });
  else if (error instanceof Error && 'syscall' in error)
    terminal.say('cli.unusable', { reason: error.message });
  else process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
}

// A reader that has seen enough, such as \`head\`, is no failure.
process.stdout.on('error', (error) => {
  if (!('code' in error && error.code === 'EPIPE')) throw error;
  process.exit();
});

const terminal = new Terminal(process.env);
// The exit code is set, not exited with, so that what was printed into a pipe arrives.
main(process.argv.slice(2), terminal).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    explain(error, terminal);
    process.exitCode = exitCodes.unusable;
  },
);
