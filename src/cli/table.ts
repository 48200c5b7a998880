import { readFile } from 'node:fs/promises';
import type { Message, TextRange } from '../core/study/problem.ts';
import type { Study } from '../core/study/study.ts';
import { makeTable } from '../core/tables/makeTable.ts';
import { parseSpec } from '../core/tables/spec.ts';
import { transcriptOf } from '../core/text/transcript.ts';
import { type Command, exitCodes, formatOf, formatOptions, Unusable } from './command.ts';
import { findingOf, lineOf, warnOfErrors } from './findings.ts';
import { openStudy } from './openStudy.ts';
import { printTable } from './printTable.ts';
import type { Terminal } from './terminal.ts';

/** `codeboom table`: one table by a spec in YAML, from a file or the standard input. */
export const table: Command = {
  name: 'table',
  operands: [{ name: 'study' }, { name: 'spec.yaml|-' }],
  summary: 'cli.table',
  options: {
    language: {
      type: 'string',
      placeholder: 'nl|en',
      choices: ['nl', 'en'],
      description: 'cli.option.language',
    },
    ...formatOptions,
  },
  async run(given, terminal) {
    const [path = '.', specPath = '-'] = given.operands;
    const open = await openStudy(path);
    const study = inLanguage(open.study, given.value('language'));
    const text = transcriptOf(await specIn(specPath, terminal));
    const say = (severity: 'error' | 'warning' | 'information', message: Message, range?: TextRange) => {
      const problem = { severity, file: specPath, message, ...(range && { range }) };
      process.stderr.write(lineOf(findingOf(problem, text, terminal)));
    };

    const { spec, problems } = parseSpec(text.text, study);
    for (const { severity, message, range } of problems) say(severity, message, range);
    if (!spec) return exitCodes.unusable;
    const made = makeTable(study, spec);
    for (const { severity, message, range } of made.problems) say(severity, message, range);
    if (!made.table) return exitCodes.unusable;
    printTable(made.table, formatOf(given), terminal);
    if (!open.isIncomplete) return exitCodes.clean;
    await warnOfErrors(open, terminal);
    return exitCodes.unusable;
  },
};

function inLanguage(study: Study, language: string | undefined): Study {
  if (language !== 'nl' && language !== 'en') return study;
  return { ...study, settings: { ...study.settings, language } };
}

async function specIn(path: string, terminal: Terminal): Promise<string> {
  const bytes = await (path === '-' ? terminal.input() : readFile(path).catch(() => undefined));
  if (!bytes) throw new Unusable('cli.noSuchFile', { path });
  return new TextDecoder().decode(bytes);
}
