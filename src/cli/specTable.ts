import { readFile } from 'node:fs/promises';
import type { Message, TextRange } from '../core/study/problem.ts';
import type { Study } from '../core/study/study.ts';
import { makeTable } from '../core/tables/makeTable.ts';
import { parseSpec } from '../core/tables/spec.ts';
import type { TableKind } from '../core/tables/specKeys.ts';
import type { Table } from '../core/tables/table.ts';
import { transcriptOf } from '../core/text/transcript.ts';
import { type Arguments, type Option, Unusable } from './command.ts';
import { findingOf, lineOf } from './findings.ts';
import { type OpenStudy, openStudy } from './openStudy.ts';
import type { Terminal } from './terminal.ts';

/** What a subcommand takes that makes a table by a spec: a study, and a spec from a file or the standard input. */
export const specOperands = [{ name: 'study' }, { name: 'spec.yaml|-' }] as const;

export const languageOption: Option = {
  type: 'string',
  placeholder: 'nl|en',
  choices: ['nl', 'en'],
  description: 'cli.option.language',
};

export interface SpecTable {
  readonly open: OpenStudy;
  readonly study: Study;
  readonly kind: TableKind;
  readonly table: Table;
}

/** Makes the table that the arguments ask for, and says what is wrong with its spec; undefined when it cannot be made. */
export async function specTable(given: Arguments, terminal: Terminal): Promise<SpecTable | undefined> {
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
  if (!spec) return undefined;
  const made = makeTable(study, spec);
  for (const { severity, message, range } of made.problems) say(severity, message, range);
  return made.table && { open, study, kind: spec.table, table: made.table };
}

function inLanguage(study: Study, language: string | undefined): Study {
  if (language !== 'nl' && language !== 'en') return study;
  return { ...study, settings: { ...study.settings, language } };
}

async function specIn(path: string, terminal: Terminal): Promise<string> {
  const bytes = await (path === '-' ? terminal.input() : readFile(path).catch(() => undefined));
  if (!bytes) throw new Unusable('cli.noSuchFile', { path });
  return new TextDecoder().decode(bytes);
}
