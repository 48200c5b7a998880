import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { SidecarFile } from '../core/formats/sidecar.ts';
import { problemsOfSmartCodes } from '../core/query/smartCodes.ts';
import { problemsOf } from '../core/study/check.ts';
import type { Problem } from '../core/study/problem.ts';
import { settingsOf } from '../core/study/settings.ts';
import type { Study } from '../core/study/study.ts';
import type { FileSystem } from '../store/fileSystem.ts';
import { NodeFileSystem } from '../store/node/nodeFileSystem.ts';
import { StudyStore } from '../store/store.ts';
import { Unusable } from './command.ts';

/** A study on disk. */
export interface OpenStudy {
  /** Absolute path of its folder. */
  readonly root: string;
  readonly files: FileSystem;
  readonly store: StudyStore;
  /** What the sidecars on disk say; in the study their quotations have been found again. */
  readonly sidecars: readonly SidecarFile[];
  readonly study: Study;
  /** What is wrong in the files of the study, and in what they say together; chapters aside. */
  readonly problems: readonly Problem[];
  /** Whether a file could not be read, so that something of the study is missing here. */
  readonly isIncomplete: boolean;
  /** A study-relative path as the user would type it here. */
  shown(path: string): string;
}

/** Opens the study that a folder or file belongs to: that of the nearest codeboom.json, there or above. */
export async function openStudy(path: string): Promise<OpenStudy> {
  const root = await rootOf(resolve(path));
  const files = new NodeFileSystem(root);
  const { store, study, sidecars } = await StudyStore.open(files);
  return {
    root,
    files,
    store,
    sidecars,
    study,
    problems: [...store.problems, ...problemsOf(study), ...problemsOfSmartCodes(study)],
    isIncomplete: store.problems.some(({ severity }) => severity === 'error'),
    shown: (file) => relative(process.cwd(), join(root, file)).replaceAll('\\', '/'),
  };
}

/** The paths of the living chapters, in order. */
export async function chaptersOf({ files, study }: OpenStudy): Promise<readonly string[]> {
  const { isChapter } = settingsOf(study.settings);
  return (await files.list()).filter(isChapter).toSorted();
}

async function rootOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Unusable('cli.noSuchFile', { path });
  for (let folder = found.isDirectory() ? path : dirname(path); ; folder = dirname(folder)) {
    const settings = await stat(join(folder, 'codeboom.json')).catch(() => undefined);
    if (settings?.isFile()) return folder;
    if (folder === dirname(folder)) throw new Unusable('cli.noStudy', { path });
  }
}
