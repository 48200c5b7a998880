import { evaluate } from '../core/query/evaluate.ts';
import type { Query } from '../core/query/query.ts';
import type { TableFormat } from '../core/render/formats.ts';
import { type ExitCode, exitCodes } from './command.ts';
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
  await printQuotations(open.study, evaluate(open.study, query), format, terminal);
  if (!open.isIncomplete) return exitCodes.clean;
  await warnOfErrors(open, terminal);
  return exitCodes.unusable;
}
