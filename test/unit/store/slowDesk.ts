import assert from 'node:assert/strict';
import { setComment, toggleStar } from '../../../src/core/study/coding.ts';
import type { Quotation } from '../../../src/core/study/model.ts';
import type { Operation } from '../../../src/core/study/operation.ts';
import { Desk } from './folder.ts';
import { codebook, settings, sidecarOf, transcript } from './samples.ts';
import { SlowFiles, turns } from './slowFiles.ts';

/** The quotations that the transcript of a slow desk has. */
export const words = {
  q1: 'We trusted each other from the first day',
  q2: 'counted the beds',
  q3: 'counted the days',
} as const;

/**
 * A coder at work on one transcript while it is renamed, with files that are slow. As in the extension, every change of a
 * file is heard of a little later, and nothing is read while VS Code is renaming.
 */
export class SlowDesk {
  readonly files: SlowFiles;
  readonly #pause: () => number;
  readonly #changed = new Set<string>();
  #desk: Desk | undefined;
  #isReadingSoon = false;
  #isRenaming = false;
  readonly #work: Promise<unknown>[] = [];

  /** @param pause the event loop's turns that the next thing takes */
  constructor(pause: () => number) {
    this.#pause = pause;
    const files = {
      'codeboom.json': settings,
      'codebook.json': codebook,
      'a.md': transcript,
      'a.codes.json': sidecarOf(words),
    };
    this.files = new SlowFiles(files, pause, (path) => this.#note(path));
  }

  async open(): Promise<void> {
    this.#desk = await Desk.at(this.files, 'a', '', () => this.#isRenaming);
  }

  get desk(): Desk {
    assert.ok(this.#desk);
    return this.#desk;
  }

  /** Where the transcript is on disk. */
  get path(): string {
    const path = this.files.paths.find((file) => file.endsWith('.md'));
    assert.ok(path);
    return path;
  }

  get sidecar(): string {
    return sidecarBeside(this.path);
  }

  comment(id: string, comment: string): boolean {
    return this.#change(id, (quotation) => setComment(quotation, comment, this.desk.author));
  }

  toggleStar(id: string): boolean {
    return this.#change(id, (quotation) => toggleStar([quotation], this.desk.author));
  }

  /** @returns whether a transcript with the quotation can be seen at this moment */
  #change(id: string, operationOn: (quotation: Quotation) => Operation): boolean {
    const documents = [...this.desk.study.documents.values()].filter((document) => document.transcript);
    const found = documents.flatMap(({ quotations }) => quotations).find((quotation) => quotation.id === id);
    if (!found) return false;
    const changed = this.desk.change(operationOn(found));
    this.#work.push(this.#save(changed));
    return true;
  }

  async #save(changed: ReturnType<Desk['change']>): Promise<void> {
    this.desk.adopt(await this.desk.store.save(() => this.desk.study, changed));
  }

  /** Somebody else adds to a quotation in the sidecar. Says whether there was a sidecar to add to. */
  addElsewhere(id: string, key: string): boolean {
    const text = this.files.text(this.sidecar);
    if (text === undefined) return false;
    this.files.put(this.sidecar, text.replace(`{"id": "${id}", `, `{"id": "${id}", "${key}": true, `));
    return true;
  }

  /** Renames the transcript as VS Code does: it waits for what is to be written, and the sidecar goes first. */
  async rename(to: string): Promise<void> {
    const from = this.path;
    this.#isRenaming = true;
    await this.desk.store.saved();
    await this.files.rename(sidecarBeside(from), sidecarBeside(to)).catch(() => {});
    await this.files.rename(from, to);
    const adoption = await this.desk.store.rename(() => this.desk.study, new Map([[from, to]]));
    this.#isRenaming = false;
    this.desk.adopt(adoption);
  }

  /** Moves the transcript as another program does. */
  async move(to: string, isSidecarMoved: boolean): Promise<void> {
    const from = this.path;
    await this.files.rename(from, to);
    if (isSidecarMoved) await this.files.rename(sidecarBeside(from), sidecarBeside(to)).catch(() => {});
  }

  #note(path: string): void {
    this.#changed.add(path);
    if (this.#isReadingSoon) return;
    this.#isReadingSoon = true;
    this.#work.push(this.#readSoon());
  }

  async #readSoon(): Promise<void> {
    do await turns(1 + this.#pause());
    while (this.#isRenaming);
    this.#isReadingSoon = false;
    const paths = [...this.#changed];
    this.#changed.clear();
    this.desk.adopt(await this.desk.store.refresh(() => this.desk.study, paths));
  }

  /** Waits until nothing is under way. */
  async rest(): Promise<void> {
    do {
      await Promise.all(this.#work.splice(0));
      await this.desk.store.saved();
    } while (this.#work.length > 0);
    assert.equal(this.files.outstanding, 0);
  }
}

function sidecarBeside(transcript: string): string {
  return transcript.replace('.md', '.codes.json');
}
