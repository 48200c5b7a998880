import { type Command, exitCodes, formatOf, formatOptions } from './command.ts';
import { openStudy } from './openStudy.ts';
import { printFound } from './printFound.ts';
import { readQuery } from './quotations.ts';

/** `codeboom query`: what a query finds, or a saved one by its name; without one, the saved queries. */
export const query: Command = {
  name: 'query',
  operands: [{ name: 'study' }, { name: 'query', optional: true }],
  summary: 'cli.query',
  options: formatOptions,
  async run(given, terminal) {
    const [path = '.', text] = given.operands;
    const open = await openStudy(path);
    const saved = open.study.settings.queries ?? {};
    if (text === undefined) {
      if (formatOf(given) === 'json') terminal.print(`${JSON.stringify({ queries: saved }, null, 2)}\n`);
      else for (const [name, written] of Object.entries(saved)) terminal.print(`${name}: ${written}\n`);
      return exitCodes.clean;
    }
    const written = Object.hasOwn(saved, text) ? (saved[text] ?? text) : text;
    return printFound(open, readQuery(open.study, written, terminal), formatOf(given), terminal);
  },
};
