import { moveDocumentReferences } from '../core/chapters/moveReferences.ts';
import { resealed } from '../core/chapters/resealed.ts';
import { registerPath } from '../core/privacy/leaks.ts';
import { type Pseudonymisation, pseudonymisation, pseudonymise } from '../core/privacy/pseudonymisation.ts';
import type { Operation } from '../core/study/operation.ts';
import type { Problem } from '../core/study/problem.ts';
import { settingsOf } from '../core/study/settings.ts';
import type { Study } from '../core/study/study.ts';
import { positionAt } from '../core/text/lines.ts';
import { transcriptOf } from '../core/text/transcript.ts';
import { readRegister } from '../store/registerFile.ts';
import { replaceFiles } from '../store/replaceFiles.ts';
import type { Adoption } from '../store/store.ts';
import { filesOfStudy } from '../store/textFiles.ts';
import { type Command, type ExitCode, exitCodes, jsonOption, Unusable } from './command.ts';
import { findingsOf, lineOf } from './findings.ts';
import { type OpenStudy, openStudy } from './openStudy.ts';
import type { Terminal } from './terminal.ts';

/** `codeboom pseudonymise`: puts the pseudonyms of the register in the place of the names, in every file of the study. */
export const pseudonymiseStudy: Command = {
  name: 'pseudonymise',
  operands: [{ name: 'study', optional: true }],
  summary: 'cli.pseudonymise',
  options: {
    'dry-run': { type: 'boolean', description: 'cli.option.dryRunNames' },
    json: jsonOption,
  },
  async run(given, terminal) {
    const open = await openStudy(given.operands[0] ?? '.');
    const register = await readRegister(open.files);
    if (!register) throw new Unusable('cli.noRegister', { file: open.shown(registerPath) });
    const isDry = given.flag('dry-run');
    const desk = new Desk(open);
    if (!isDry) await desk.adopt(await open.store.savePlaces(() => desk.study));
    const read = await filesOfStudy(open.files);
    const codes = new Set(open.study.codebook.codes.keys());
    const plan = register.value && pseudonymisation({ ...read, codes }, register.value);
    if (!plan || 'errors' in plan) return refuse(open, plan?.errors ?? register.problems, terminal);

    if (!isDry) {
      const moves = new Map(plan.fileNames.map(({ from, to }) => [from, to] as const));
      const links = moveDocumentReferences(desk.study, moves);
      await desk.make(pseudonymise(plan.files, plan.replacements, plan.fileNames, resealed, links), plan);
    }
    if (given.flag('json')) terminal.print(`${JSON.stringify(recordsOf(plan), null, 2)}\n`);
    else terminal.print(linesOf(plan, open));
    const files = new Set(plan.replacements.map(({ path }) => path)).size;
    terminal.say(isDry ? 'cli.namesFound' : 'cli.namesReplaced', {
      count: plan.replacements.length,
      files,
      renames: plan.fileNames.length,
    });
    return isDry && plan.replacements.length + plan.fileNames.length > 0
      ? exitCodes.findings
      : exitCodes.clean;
  },
};

async function refuse(
  { files, shown }: OpenStudy,
  problems: readonly Problem[],
  terminal: Terminal,
): Promise<ExitCode> {
  for (const finding of await findingsOf(problems, files, terminal))
    process.stderr.write(lineOf({ ...finding, file: shown(finding.file) }));
  return exitCodes.unusable;
}

/** What holds the study while its files are changed. */
class Desk {
  readonly #open: OpenStudy;
  study: Study;

  constructor(open: OpenStudy) {
    this.#open = open;
    this.study = open.study;
  }

  async adopt(found: Adoption | undefined): Promise<void> {
    const { store } = this.#open;
    for (let adoption = found; adoption; ) {
      this.study = adoption.adopt(this.study);
      adoption = await store.savePlaces(() => this.study);
    }
    await store.saved();
  }

  async make({ files: steps = [] }: Operation, { fileNames }: Pseudonymisation): Promise<void> {
    const { files, store, shown } = this.#open;
    const contents = steps.filter((step) => step.kind === 'content');
    const refused = await replaceFiles(files, contents);
    if (refused) throw new Unusable('files.changed', { files: refused.changed.map(shown).join(', ') });
    await this.adopt(
      await store.refresh(
        () => this.study,
        contents.map(({ path }) => path),
      ),
    );
    for (const { from, to } of fileNames) await files.rename(from, to);
    const { isTranscript } = settingsOf(this.study.settings);
    const moves = fileNames.filter(({ from, to }) => isTranscript(from) && isTranscript(to));
    await this.adopt(
      await store.rename(() => this.study, new Map(moves.map(({ from, to }) => [from, to] as const))),
    );
  }
}

/** Where each name stands, before it is replaced: lines and columns from 1. */
function placesOf({ files, replacements }: Pseudonymisation) {
  const texts = new Map(files.map(({ path, raw }) => [path, transcriptOf(raw)]));
  return replacements.map(({ path, start, found, pseudonym }) => {
    const text = texts.get(path);
    const { line, character } = text ? positionAt(text, start) : { line: 0, character: 0 };
    return { file: path, line: line + 1, column: character + 1, found, pseudonym };
  });
}

function recordsOf(plan: Pseudonymisation) {
  return { replacements: placesOf(plan), fileNames: plan.fileNames };
}

function linesOf(plan: Pseudonymisation, { shown }: OpenStudy): string {
  const places = placesOf(plan).map(
    ({ file, line, column, found, pseudonym }) =>
      `${shown(file)}:${line}:${column} ${found} → ${pseudonym}\n`,
  );
  return [...places, ...plan.fileNames.map(({ from, to }) => `${shown(from)} → ${shown(to)}\n`)].join('');
}
