import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Changed } from '../../../src/core/study/apply.ts';
import { apply, nothingChanged } from '../../../src/core/study/apply.ts';
import type { Author } from '../../../src/core/study/author.ts';
import { codingChanges, operation } from '../../../src/core/study/coding.ts';
import type { Quotation } from '../../../src/core/study/model.ts';
import type { Operation } from '../../../src/core/study/operation.ts';
import type { Study } from '../../../src/core/study/study.ts';
import type { FileSystem } from '../../../src/store/fileSystem.ts';
import { NodeFileSystem } from '../../../src/store/node/nodeFileSystem.ts';
import { type Adoption, StudyStore } from '../../../src/store/store.ts';

const made: string[] = [];

/** A folder with files, which `removeFolders` takes away again. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'codeboom-test-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) await put(folder, path, content);
  return folder;
}

export async function removeFolders(): Promise<void> {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
}

export async function put(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

export function textIn(folder: string, path: string): Promise<string> {
  return readFile(join(folder, path), 'utf8');
}

/** Every file of a folder with its content, by path. */
export async function contentOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    paths.sort().map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const),
  );
  return Object.fromEntries(contents);
}

/** What holds a study open: a study in memory, its store, and a coder at work. */
export class Desk {
  readonly store: StudyStore;
  readonly author: Author;
  study: Study;

  constructor(store: StudyStore, study: Study, coder: string, name: string) {
    let count = 0;
    this.store = store;
    this.study = study;
    this.author = { coder, now: '2024-05-01T10:00:00Z', newId: () => `q${name}${++count}` };
  }

  /** @param isMoving see `StudyStore.open` */
  static async at(
    folder: string | FileSystem,
    name = 'a',
    coder = '',
    isMoving?: (document: string) => boolean,
  ): Promise<Desk> {
    const files = typeof folder === 'string' ? new NodeFileSystem(folder) : folder;
    const { store, study } = await StudyStore.open(files, isMoving);
    return new Desk(store, study, coder, name);
  }

  get keys(): readonly string[] {
    return this.store.problems.map(({ message }) => message.key);
  }

  /** Changes the study in memory only. */
  change(change: Operation): Changed {
    const applied = apply(this.study, change);
    this.study = applied.study;
    return applied.changed;
  }

  async do(change: Operation): Promise<void> {
    const changed = this.change(change);
    await this.#save(changed);
    await this.store.saved();
  }

  async refresh(...paths: readonly string[]): Promise<Adoption | undefined> {
    const adoption = await this.store.refresh(() => this.study, paths);
    this.adopt(adoption);
    await this.store.saved();
    return adoption;
  }

  /** As the extension does: what was merged is saved, and what comes back from that is adopted in turn. */
  adopt(adoption: Adoption | undefined): void {
    if (!adoption) return;
    this.study = adoption.adopt(this.study);
    void this.#save(nothingChanged);
  }

  async #save(changed: Changed): Promise<void> {
    this.adopt(await this.store.save(() => this.study, changed));
  }

  quotations(path = 'a.md'): readonly Quotation[] {
    return this.study.documents.get(path)?.quotations ?? [];
  }

  ids(path = 'a.md'): readonly string[] {
    return this.quotations(path).map(({ id }) => id);
  }

  /** Codes the first place of some words. */
  code(words: string, codes: readonly string[], path = 'a.md'): Operation {
    const document = this.study.documents.get(path);
    const start = document?.transcript?.text.indexOf(words) ?? -1;
    if (!document || start < 0) throw new Error(`No “${words}” in ${path}`);
    const range = { start, end: start + words.length };
    return operation('done.applyCodes', {}, codingChanges(document, [range], { add: codes }, this.author));
  }
}
