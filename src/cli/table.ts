import { fit, fitsBetterTransposed } from '../core/render/columnWidths.ts';
import { isPaged, renderTable, renderTableFile } from '../core/render/formats.ts';
import { turned } from '../core/render/turned.ts';
import type { Table } from '../core/tables/table.ts';
import { type Command, exitCodes, formatOf, formatOptions, outputOption, Unusable } from './command.ts';
import { warnOfErrors } from './findings.ts';
import { put } from './output.ts';
import { languageOption, specOperands, specTable } from './specTable.ts';
import type { Terminal } from './terminal.ts';

/** `codeboom table`: one table by a spec in YAML, from a file or the standard input. */
export const table: Command = {
  name: 'table',
  operands: specOperands,
  summary: 'cli.table',
  options: {
    language: languageOption,
    ...formatOptions,
    output: outputOption,
    transpose: { type: 'boolean', description: 'cli.option.transpose' },
  },
  async run(given, terminal) {
    const made = await specTable(given, terminal);
    if (!made) return exitCodes.unusable;
    const shown = given.flag('transpose') ? asked(made.table) : made.table;
    const format = formatOf(given);
    if (isPaged(format)) sayWhetherItFits(shown, terminal);
    const path = given.value('output');
    await put(await (path === undefined ? renderTable : renderTableFile)(shown, format), path, terminal);
    if (!made.open.isIncomplete) return exitCodes.clean;
    await warnOfErrors(made.open, terminal);
    return exitCodes.unusable;
  },
};

function asked(table: Table): Table {
  const found = turned(table);
  if (!found) throw new Unusable('cli.cannotTranspose');
  return found;
}

function sayWhetherItFits(table: Table, terminal: Terminal): void {
  const place = fit(table);
  if (place === 'upright') return;
  terminal.say(place === 'onItsSide' ? 'format.onItsSide' : 'format.tooWide', {
    table: table.caption ?? '–',
  });
  if (fitsBetterTransposed(table)) terminal.say('cli.transposeHelps');
}
