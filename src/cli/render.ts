import { type Chapter, renderAll } from './chapters.ts';
import { type Command, exitCodes, jsonOption, Unusable } from './command.ts';
import { findingsOf, lineOf, warnOfErrors } from './findings.ts';
import { type OpenStudy, openStudy } from './openStudy.ts';
import type { Terminal } from './terminal.ts';

/** `codeboom render`: brings the generated blocks and citations of the chapters up to date, or says which are not. */
export const render: Command = {
  name: 'render',
  operands: [{ name: 'study', optional: true }],
  summary: 'cli.render',
  options: { check: { type: 'boolean', description: 'cli.option.check' }, json: jsonOption },
  async run(given, terminal) {
    const open = await openStudy(given.operands[0] ?? '.');
    if (open.isIncomplete) {
      // Tables of half a study would look right and be wrong.
      await warnOfErrors(open, terminal);
      throw new Unusable('cli.incomplete');
    }
    const found = await renderAll(open);
    const isCheck = given.flag('check');
    const changed = found.chapters.filter(({ rendered }) => rendered.edits.length > 0);
    if (!isCheck) for (const chapter of changed) await write(open, chapter);

    // What is left to say after writing stands in the chapters as they are now.
    const { chapters, unreadable } = isCheck || changed.length === 0 ? found : await renderAll(open);
    const problems = [...unreadable, ...chapters.flatMap((chapter) => chapter.problems)];
    const findings = await findingsOf(problems, open.files, terminal);
    if (given.flag('json')) {
      terminal.print(
        `${JSON.stringify({ chapters: found.chapters.map(summaryOf), problems: findings }, null, 2)}\n`,
      );
    } else {
      for (const one of findings) terminal.print(lineOf({ ...one, file: open.shown(one.file) }));
      if (!isCheck) for (const chapter of changed) sayWritten(open, chapter, terminal);
      if (changed.length === 0 && findings.length === 0) terminal.say('cli.upToDate');
    }
    if (unreadable.length > 0) return exitCodes.unusable;
    return findings.length > 0 ? exitCodes.findings : exitCodes.clean;
  },
};

/** Writes a chapter, unless somebody else wrote it since it was read. */
async function write({ files, shown }: OpenStudy, { path, bytes, rendered }: Chapter): Promise<void> {
  const isAsRead = (now: Uint8Array | undefined) => now !== undefined && Buffer.compare(now, bytes) === 0;
  const isWritten = await files.write(path, Buffer.from(rendered.text), isAsRead);
  if (!isWritten) throw new Unusable('cli.changedMeanwhile', { file: shown(path) });
}

function sayWritten({ shown }: OpenStudy, { path, rendered }: Chapter, terminal: Terminal): void {
  const { blocks, citations } = rendered;
  terminal.say('cli.rendered', {
    file: shown(path),
    blocks: blocks.filter(({ status }) => status === 'stale' || status === 'neverRendered').length,
    citations: citations.filter(({ status }) => status === 'stale').length,
  });
}

/** How the chapter was found. */
function summaryOf({ path, rendered }: Chapter) {
  return {
    file: path,
    blocks: rendered.blocks.map(({ status }) => status),
    citations: rendered.citations.map(({ id, status }) => ({ id, status })),
  };
}
