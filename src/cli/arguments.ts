import { parseArgs } from 'node:util';
import { type Arguments, type Command, Unusable } from './command.ts';
import type { Terminal } from './terminal.ts';

/** Reads what stands behind the name of a subcommand; whatever it does not know is refused. */
export function argumentsFor(command: Command, args: readonly string[]): Arguments {
  const { values, positionals } = parsed(command, args);
  for (const [name, { choices }] of Object.entries(command.options)) {
    const value = values[name];
    if (choices && typeof value === 'string' && !choices.includes(value)) {
      throw new Unusable('cli.badChoice', { option: `--${name}`, value, choices: choices.join(', ') });
    }
  }
  const needed = command.operands.filter(({ optional }) => !optional);
  const missing = needed[positionals.length];
  if (missing) throw new Unusable('cli.missingOperand', { operand: missing.name, usage: usageOf(command) });
  const extra = positionals[command.operands.length];
  if (extra !== undefined)
    throw new Unusable('cli.extraOperand', { operand: extra, usage: usageOf(command) });
  return {
    operands: positionals,
    flag: (name) => values[name] === true,
    value: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
  };
}

function parsed(command: Command, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type }]) => [name, { type }] as const),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const reason = error.message.split('. ', 1)[0] ?? '';
    throw new Unusable('cli.badArguments', { reason, usage: usageOf(command) });
  }
}

export function usageOf({ name, operands }: Command): string {
  const words = operands.map((operand) => (operand.optional ? `[${operand.name}]` : `<${operand.name}>`));
  return ['codeboom', name, ...words, '[options]'].join(' ');
}

/** The help of a subcommand. */
export function helpOf(command: Command, terminal: Terminal): string {
  const rows = Object.entries(command.options).map(([name, { placeholder, description }]) => [
    placeholder === undefined ? `--${name}` : `--${name} ${placeholder}`,
    terminal.sentence({ key: description, values: {} }),
  ]);
  rows.push(['--help', terminal.sentence({ key: 'cli.option.help', values: {} })]);
  const width = Math.max(...rows.map(([option = '']) => option.length)) + 2;
  return [
    usageOf(command),
    '',
    terminal.sentence({ key: command.summary, values: {} }),
    '',
    ...rows.map(([option = '', description]) => `  ${option.padEnd(width)}${description}`),
    '',
  ].join('\n');
}
