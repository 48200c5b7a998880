import { evaluate } from '../core/query/evaluate.ts';
import type { Query } from '../core/query/query.ts';
import { unlessStopped } from '../core/query/stopped.ts';
import type { TableFormat } from '../core/render/formats.ts';
import { type ExitCode, exitCodes, Unusable } from './command.ts';
import { warnOfErrors } from './findings.ts';
import type { OpenStudy } from './openStudy.ts';
import { printQuotations } from './quotationList.ts';
import type { Terminal } from './terminal.ts';

/** Prints what a query finds. When part of the study cannot be read it still does, and says so by the exit code. */
export async function printFound(
  open: OpenStudy,
  query: Query,
  format: TableFormat,
  terminal: Terminal,
): Promise<ExitCode> {
  const found = unlessStopped(() => ({ quotations: evaluate(open.study, query) }));
  if ('error' in found) throw new Unusable('cli.stopped', { reason: terminal.sentence(found.error.message) });
  await printQuotations(open.study, found.quotations, format, terminal);
  if (!open.isIncomplete) return exitCodes.clean;
  await warnOfErrors(open, terminal);
  return exitCodes.unusable;
}
