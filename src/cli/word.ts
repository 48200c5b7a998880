import { readFile } from 'node:fs/promises';
import { type Command, exitCodes, outputOption, Unusable } from './command.ts';
import { warnOfErrors } from './findings.ts';
import { openStudy } from './openStudy.ts';
import { put } from './output.ts';

/** `codeboom word`: a chapter as a Word file, its tables up to date. The chapter itself is left as it is. */
export const word: Command = {
  name: 'word',
  operands: [{ name: 'chapter.md' }],
  summary: 'cli.word',
  options: { output: outputOption },
  async run(given, terminal) {
    const [path = ''] = given.operands;
    const open = await openStudy(path);
    if (open.isIncomplete) {
      await warnOfErrors(open, terminal);
      throw new Unusable('cli.incomplete');
    }
    const bytes = await readFile(path).catch(() => undefined);
    if (!bytes) throw new Unusable('cli.noSuchFile', { path });
    const { chapterToDocx } = await import('../core/chapters/word/export.ts');
    const exported = await chapterToDocx(open.study, new TextDecoder().decode(bytes));
    for (const { key, values } of exported.remarks)
      process.stderr.write(`${path}: ${terminal.sentence({ key, values })}\n`);
    await put(exported.bytes, given.value('output'), terminal);
    return exported.remarks.length > 0 ? exitCodes.findings : exitCodes.clean;
  },
};
