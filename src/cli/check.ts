import { lintQuotations } from '../core/chapters/quoted/lintQuotations.ts';
import { quotationProblems } from '../core/chapters/quoted/quotationProblems.ts';
import type { Problem } from '../core/study/problem.ts';
import { LeakCheck } from '../store/leakCheck.ts';
import { type Chapter, renderAll } from './chapters.ts';
import { type Command, exitCodes, jsonOption } from './command.ts';
import { findingsOf, lineOf } from './findings.ts';
import { type OpenStudy, openStudy } from './openStudy.ts';
import { isRegisterTracked } from './trackedRegister.ts';

/** `codeboom check`: every problem of a study and its chapters, and every real name that is left in them. Information alone is no finding. */
export const check: Command = {
  name: 'check',
  operands: [{ name: 'study', optional: true }],
  summary: 'cli.check',
  options: { json: jsonOption },
  async run(given, terminal) {
    const open = await openStudy(given.operands[0] ?? '.');
    const { chapters, unreadable } = await renderAll(open);
    const problems = [
      ...open.problems,
      ...unreadable,
      ...chapters.flatMap((chapter) => chapter.problems),
      ...chapters.flatMap((chapter) => misquotationsIn(open, chapter)),
      ...(await new LeakCheck(open.files, () => isRegisterTracked(open.root)).problems()),
    ];
    const findings = await findingsOf(problems, open.files, terminal);
    if (given.flag('json')) terminal.print(`${JSON.stringify({ problems: findings }, null, 2)}\n`);
    else for (const one of findings) terminal.print(lineOf({ ...one, file: open.shown(one.file) }));

    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const warnings = findings.filter(({ severity }) => severity === 'warning').length;
    terminal.say('cli.checked', { errors, warnings });
    return errors + warnings > 0 ? exitCodes.findings : exitCodes.clean;
  },
};

/** What a chapter prints as somebody's words and is not, whether it was made with Codeboom or by hand. */
function misquotationsIn({ study }: OpenStudy, { path, text }: Chapter): readonly Problem[] {
  return lintQuotations(study, text)
    .flatMap((passage) => quotationProblems(study, passage))
    .map((found) => ({ ...found, file: path }));
}
