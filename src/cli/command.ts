import { type TableFormat, tableFormatNames } from '../core/render/formats.ts';
import type { Message } from '../core/study/problem.ts';
import type { MessageKey } from '../messages/english.ts';
import type { Terminal } from './terminal.ts';

/** Nothing to say; something found that the user should look at; wrong usage, or input that cannot be read. */
export const exitCodes = { clean: 0, findings: 1, unusable: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface Option {
  readonly type: 'boolean' | 'string';
  readonly description: MessageKey;
  /** What stands for the value in the help; of a string only. */
  readonly placeholder?: string;
  /** The values that there are, when not any will do. */
  readonly choices?: readonly string[];
}

/** The arguments of a subcommand, as they were given and checked against its options. */
export interface Arguments {
  readonly operands: readonly string[];
  /** A flag is given or not; the value of a string option is absent without it. */
  flag(name: string): boolean;
  value(name: string): string | undefined;
}

export interface Command {
  readonly name: string;
  readonly operands: readonly Operand[];
  readonly summary: MessageKey;
  readonly options: Readonly<Record<string, Option>>;
  run(given: Arguments, terminal: Terminal): Promise<ExitCode>;
}

interface Operand {
  readonly name: string;
  readonly optional?: true;
}

/** Thrown where a subcommand cannot go on, and said by the entry; the exit code is 2. */
export class Unusable extends Error {
  readonly said: Message;
  constructor(key: MessageKey, values: Message['values'] = {}) {
    super(key);
    this.said = { key, values };
  }
}

export const jsonOption: Option = { type: 'boolean', description: 'cli.option.json' };

/** The options of a subcommand that prints data; `--json` is short for `--format json`. */
export const formatOptions: Readonly<Record<string, Option>> = {
  format: {
    type: 'string',
    placeholder: tableFormatNames.join('|'),
    choices: tableFormatNames,
    description: 'cli.option.format',
  },
  json: jsonOption,
};

export const outputOption: Option = {
  type: 'string',
  placeholder: 'file',
  description: 'cli.option.output',
};

export function formatOf(given: Arguments): TableFormat {
  if (given.flag('json')) return 'json';
  return tableFormatNames.find((format) => format === given.value('format')) ?? 'markdown';
}
