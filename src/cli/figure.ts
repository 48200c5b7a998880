import { type FigureKind, figureKinds, figureOf, usualFigure } from '../core/render/figures/figure.ts';
import { type Arguments, type Command, exitCodes, outputOption, Unusable } from './command.ts';
import { warnOfErrors } from './findings.ts';
import { put } from './output.ts';
import { languageOption, specOperands, specTable } from './specTable.ts';

/** `codeboom figure`: the table that a spec asks for, drawn as SVG. `codeboom table` gives the same in text. */
export const figure: Command = {
  name: 'figure',
  operands: specOperands,
  summary: 'cli.figure',
  options: {
    language: languageOption,
    kind: {
      type: 'string',
      placeholder: figureKinds.join('|'),
      choices: figureKinds,
      description: 'cli.option.kind',
    },
    output: outputOption,
  },
  async run(given, terminal) {
    const made = await specTable(given, terminal);
    if (!made) return exitCodes.unusable;
    const { open, study, table, kind } = made;
    const drawn = figureOf(table, kindOf(given, kind), kind, study.codebook);
    if (drawn === undefined) throw new Unusable('cli.cannotDraw', { table: kind });
    await put(drawn, given.value('output'), terminal);
    if (!open.isIncomplete) return exitCodes.clean;
    await warnOfErrors(open, terminal);
    return exitCodes.unusable;
  },
};

function kindOf(given: Arguments, tableKind: string): FigureKind {
  const kind = figureKinds.find((one) => one === given.value('kind')) ?? usualFigure(tableKind);
  if (!kind) throw new Unusable('cli.noFigure', { table: tableKind, kinds: figureKinds.join(', ') });
  return kind;
}
