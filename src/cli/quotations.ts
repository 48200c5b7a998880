import { checkQuery, queryIn } from '../core/query/check.ts';
import type { Query } from '../core/query/query.ts';
import type { Study } from '../core/study/study.ts';
import { type Arguments, type Command, formatOf, formatOptions, Unusable } from './command.ts';
import { openStudy } from './openStudy.ts';
import { printFound } from './printFound.ts';
import type { Terminal } from './terminal.ts';

/** `codeboom quotations`: the quotations that every given option fits; all of them without one. */
export const quotations: Command = {
  name: 'quotations',
  operands: [{ name: 'study', optional: true }],
  summary: 'cli.quotations',
  options: {
    code: { type: 'string', placeholder: 'code', description: 'cli.option.code' },
    case: { type: 'string', placeholder: 'case', description: 'cli.option.case' },
    document: { type: 'string', placeholder: 'document', description: 'cli.option.document' },
    query: { type: 'string', placeholder: 'query', description: 'cli.option.query' },
    ...formatOptions,
  },
  async run(given, terminal) {
    const open = await openStudy(given.operands[0] ?? '.');
    const query: Query = { kind: 'all', of: partsOf(given, open.study, terminal) };
    return printFound(open, query, formatOf(given), terminal);
  },
};

function partsOf(given: Arguments, study: Study, terminal: Terminal): readonly Query[] {
  const parts: Query[] = [];
  const add = (option: string, part: Query) => {
    const [error] = checkQuery(study, part);
    if (error) throw new Unusable('cli.badOption', { option, reason: terminal.sentence(error.message) });
    parts.push(part);
  };
  const at = { start: 0, end: 0 };
  const code = given.value('code');
  if (code !== undefined) add('--code', { kind: 'code', name: code, only: false, at });
  for (const field of ['case', 'document'] as const) {
    const value = given.value(field);
    if (value !== undefined) add(`--${field}`, { kind: 'field', field, value, pattern: false, at });
  }
  const text = given.value('query');
  if (text !== undefined) parts.push(readQuery(study, text, terminal));
  return parts;
}

/** Reads a query as it was typed. */
export function readQuery(study: Study, text: string, terminal: Terminal): Query {
  const parsed = queryIn(study, text);
  if ('query' in parsed) return parsed.query;
  const { message, at } = parsed.error;
  const reason = terminal.sentence(message);
  throw new Unusable('cli.badQuery', { reason, column: at.start + 1, query: text });
}
