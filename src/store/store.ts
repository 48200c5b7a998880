import { hasHistory } from '../core/formats/history.ts';
import { type SidecarFile, sidecarFileOf } from '../core/formats/sidecar.ts';
import { type Changed, nothingChanged } from '../core/study/apply.ts';
import { derived } from '../core/study/derived.ts';
import type { StudyDocument } from '../core/study/model.ts';
import type { Problem } from '../core/study/problem.ts';
import { settingsOf } from '../core/study/settings.ts';
import { sidecarPathOf } from '../core/study/sidecarPath.ts';
import { emptyStudy, type Study, withDocument, withDocuments, withQuotations } from '../core/study/study.ts';
import { type Transcript, transcriptOf } from '../core/text/transcript.ts';
import { adoptFiles, adoptSidecar, adoptTexts, type FoundText } from './adoption.ts';
import { concurrently } from './concurrently.ts';
import { documentsOf } from './documents.ts';
import type { FileSystem } from './fileSystem.ts';
import type { Content, KeptFile } from './keptFile.ts';
import { listingOf, touchedBy, withListed } from './listing.ts';
import { MemoFiles } from './memoFiles.ts';
import { asIn, type Finder, isOfText } from './quotationsOf.ts';
import { readTranscript } from './readTranscript.ts';
import { recover } from './recover.ts';
import { SidecarMoves } from './sidecarMoves.ts';
import {
  basesOf,
  foundIn,
  type StudyFiles,
  saveFiles,
  sidecarIn,
  studyFilesIn,
  touchFiles,
} from './studyFiles.ts';
import { UnionMerge } from './unionMerge.ts';

/** What was found on disk that the study in memory does not have yet. */
export interface Adoption {
  /** Which parts of the study may be different after adopting. */
  readonly changed: Changed;
  /** Paths of the documents whose text changed, that are new, or that are gone. */
  readonly transcripts: ReadonlySet<string>;
  /** From old to new paths: documents that are the same under another path. */
  readonly moves: ReadonlyMap<string, string>;
  /**
   * Merges it into the study as it is at this moment; what comes out is the study from then on. Until then files that
   * changed on disk are not written; a `save` after it writes what was merged.
   */
  adopt(study: Study): Study;
}

export interface OpenedStudy {
  readonly store: StudyStore;
  readonly study: Study;
  /** What the sidecars on disk say; in the study their quotations have been found again. */
  readonly sidecars: readonly SidecarFile[];
}

/**
 * A study on disk: opens it, writes what changed in memory, and finds what others changed. Nothing on disk is replaced that
 * was not read before, and nothing that others changed takes the place of changes made here: both are merged.
 */
export class StudyStore {
  readonly #fs: FileSystem;
  readonly #isMoving: (document: string) => boolean;
  readonly #files: StudyFiles;
  readonly #memos: MemoFiles;
  readonly #unionMerge: UnionMerge;
  readonly #sidecars = new Map<string, KeptFile<SidecarFile>>();
  /** Texts found on disk that wait to be adopted. */
  readonly #texts = new Map<string, FoundText>();
  /** Problems of transcripts that are not part of the study, since they are not readable. */
  readonly #unreadable = new Map<string, Problem>();
  readonly #moves: SidecarMoves;
  readonly #finder: Finder;
  #listingProblems: readonly Problem[] = [];
  /** What was found once and the user should know of, though it is settled. */
  #settled: readonly Problem[] = [];
  #isInner: (path: string) => boolean = () => false;
  #study: () => Study = () => emptyStudy;
  #liveText: (path: string) => string | undefined = () => undefined;
  readonly #work = new Set<Promise<unknown>>();

  private constructor(fs: FileSystem, isMoving: (document: string) => boolean) {
    this.#fs = fs;
    this.#isMoving = isMoving;
    this.#files = studyFilesIn(fs);
    this.#memos = new MemoFiles(fs);
    this.#unionMerge = new UnionMerge(fs);
    this.#moves = new SidecarMoves(fs, this.#sidecars, (document, coder) =>
      this.#sidecarAt(sidecarPathOf(document, coder), document, coder),
    );
    this.#finder = {
      sha256: derived(({ text }: Transcript) => fs.sha256(text)),
      now: () => new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    };
  }

  /**
   * Opens the study in a folder. Whatever is wrong in it becomes a problem; the rest is usable.
   *
   * @param isMoving whether a document is about to get another path: `rename` follows, and until then a sidecar that is not
   * there is no news
   */
  static async open(
    fs: FileSystem,
    isMoving: (document: string) => boolean = () => false,
  ): Promise<OpenedStudy> {
    const store = new StudyStore(fs, isMoving);
    const { study, sidecars } = await store.#open();
    store.#study = () => study;
    return { store, study, sidecars };
  }

  /** How quotations are found again in this study. */
  get finder(): Finder {
    return this.#finder;
  }

  /** What is wrong with the files, and what merging them could not settle. */
  get problems(): readonly Problem[] {
    return [
      ...this.#allFiles().flatMap((file) => file.problems),
      ...this.#unreadable.values(),
      ...this.#memos.problems,
      ...this.#listingProblems,
      ...this.#settled,
    ];
  }

  /** Whether something in memory is not on disk. */
  get isPending(): boolean {
    return this.#allFiles().some((file) => file.isPending);
  }

  #allFiles(): readonly KeptFile<unknown>[] {
    return [...Object.values(this.#files), ...this.#sidecars.values()];
  }

  /**
   * Writes the files that a change touched, and those that could not be written before. Calls in quick succession are
   * written once, as the study is at that moment.
   *
   * @param study gives the study as it is when asked
   * @returns what somebody else wrote in the meantime, to be adopted; the files concerned are written after that
   */
  async save(study: () => Study, changed: Changed): Promise<Adoption | undefined> {
    this.#study = study;
    touchFiles(this.#files, changed);
    for (const [document, coders] of changed.quotations) {
      for (const coder of coders) this.#sidecarAt(sidecarPathOf(document, coder), document, coder).touch();
    }
    await this.#tracked(this.#writePending());
    return this.#adoption();
  }

  /** Writes the sidecars that are of another text than their transcript has now: what they hold is found in it already. */
  async savePlaces(study: () => Study): Promise<Adoption | undefined> {
    const { documents } = study();
    for (const file of this.#sidecars.values()) {
      const transcript = documents.get(file.base.document)?.transcript;
      const { sidecar, quotations } = file.base;
      if (transcript && quotations.length > 0 && !isOfText(sidecar.text, transcript, this.#finder))
        file.touch();
    }
    return this.save(study, nothingChanged);
  }

  /**
   * Looks at files that changed on disk; own writes are recognised by what they wrote.
   *
   * @param paths of files or folders, study-relative; those that are no part of a study are passed over
   * @param liveText the text of a transcript that is open in an editor: it, not the file, is what counts
   */
  async refresh(
    study: () => Study,
    paths: readonly string[],
    liveText: (path: string) => string | undefined = () => undefined,
  ): Promise<Adoption | undefined> {
    this.#study = study;
    this.#liveText = liveText;
    await this.#tracked(this.#look(paths));
    // A file that was mended may have changes waiting for it.
    await this.#tracked(this.#writePending());
    return this.#adoption();
  }

  /**
   * Carries documents along whose transcripts were renamed: sidecars that stayed behind are renamed too.
   *
   * @param moves from old to new paths
   */
  async rename(study: () => Study, moves: ReadonlyMap<string, string>): Promise<Adoption | undefined> {
    this.#study = study;
    await this.#tracked(this.#moves.rename(moves));
    return this.#adoption();
  }

  /** Waits until all that was to be saved is on disk; what cannot be is named in `problems`. */
  async saved(): Promise<void> {
    while (this.#work.size > 0) {
      await Promise.allSettled(this.#work);
      // Whoever waits for the same work adopts what was found and so makes more.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /**
   * A document with its quotations where their sidecars have them, if these are of its very text: when an edit was taken back
   * without being saved. The same object when nothing is different.
   */
  asSaved(document: StudyDocument): StudyDocument {
    const { path, transcript } = document;
    if (!transcript) return document;
    let { quotations } = document;
    for (const file of this.#sidecars.values())
      if (file.base.document === path && !file.isPending && !file.found)
        quotations = asIn(file.base, quotations, transcript, this.#finder);
    const isSame = quotations.every((quotation, index) => quotation === document.quotations[index]);
    return isSame ? document : withQuotations(document, quotations);
  }

  async #open(): Promise<Pick<OpenedStudy, 'study' | 'sidecars'>> {
    const { files, problems } = await recover(this.#fs, await this.#fs.list(), Date.now());
    await Promise.all(Object.values(this.#files).map(opened));
    const bases = basesOf(this.#files);
    const settings = settingsOf(bases.settings);
    const listing = listingOf(files, settings);
    this.#isInner = listing.isInner;
    this.#listingProblems = listing.problems;
    const memos = this.#memos.look(listing.memos, () => emptyStudy, settings);
    const transcripts = new Map<string, Transcript>();
    await concurrently([...listing.transcripts], async (path) => {
      const text = await this.#read(path);
      if (typeof text === 'object') transcripts.set(path, text);
    });
    await concurrently([...listing.sidecars], async ([path, { document, coder }]) => {
      if (!this.#unreadable.has(document)) await opened(this.#sidecarAt(path, document, coder));
    });
    const moved = await this.#moves.lookAtOpen(transcripts, listing, this.#finder);
    this.#moves.adopt(emptyStudy);
    const found = documentsOf(transcripts, this.#moves.asRead(), this.#finder);
    this.#settled = [...problems, ...moved, ...found.problems];
    await memos;
    const base = this.#memos.adopt({ ...emptyStudy, ...bases });
    return { study: withDocuments(base, found.documents), sidecars: found.sidecars };
  }

  /** The text of a transcript on disk; undefined, with a problem, when it is not readable. */
  async #read(path: string): Promise<Transcript | 'gone' | undefined> {
    const found = await readTranscript(this.#fs, path);
    this.#unreadable.delete(path);
    if (found === 'gone' || 'text' in found) return found;
    this.#unreadable.set(path, found.problem);
    return undefined;
  }

  async #look(paths: readonly string[]): Promise<void> {
    await this.#lookOnce(paths, false);
    await this.#lookForMissing();
  }

  /**
   * A sidecar that is not there was moved along with its transcript, or else deleted: the folder says which. Until it was
   * asked, what the sidecar held stays in memory.
   */
  async #lookForMissing(): Promise<void> {
    const missing = [
      ...Object.values(this.#files).flatMap((file) => (file.isMissing ? [file.path] : [])),
      ...[...this.#sidecars.values()].flatMap(({ isMissing, path, base }) =>
        isMissing && !this.#isMoving(base.document) ? [path, base.document] : [],
      ),
    ];
    if (missing.length > 0) await this.#lookOnce(missing, true);
  }

  /** @param isSure whether a file that is missing counts as deleted, unless it is on its way to another path */
  async #lookOnce(paths: readonly string[], isSure: boolean): Promise<void> {
    for (const file of Object.values(this.#files)) if (paths.includes(file.path)) await file.look();
    const { found } = this.#files.settings;
    const { documents, memos, topicGuide, settings } = this.#study();
    const kinds = settingsOf(found?.value ?? settings);
    const { isTranscript } = kinds;
    const own = new Map([...memos, ...(topicGuide ? [[topicGuide.path, topicGuide] as const] : [])]);
    const known = { documents, memos: own, sidecars: this.#sidecars, isInner: this.#isInner };
    const touched = touchedBy(paths, known, kinds);
    const listing =
      found || touched.isListingNeeded || isSure ? listingOf(await this.#fs.list(), kinds) : undefined;
    if (listing) {
      this.#isInner = listing.isInner;
      this.#listingProblems = listing.problems;
    }
    const { transcripts, sidecars, ...more } = listing ? withListed(touched, listing, known) : touched;
    await this.#memos.look(more.memos, () => this.#study(), kinds);
    const texts = new Map<string, FoundText>();
    await concurrently([...transcripts], async (path) => {
      const text = isTranscript(path) ? await this.#textOf(path) : 'no transcript';
      // What is not readable leaves the document as it is in memory.
      if (text !== undefined) texts.set(path, text);
    });
    if (listing) {
      const found = new Map([...this.#texts, ...texts]);
      const moved = await this.#moves.look(() => this.#study().documents, found, listing, this.#finder);
      this.#settled = [...this.#settled, ...moved];
    }
    // Not before it is known which of them are the same under another path: whoever saves at this moment adopts them.
    for (const [path, text] of texts) this.#noteText(path, text);
    await concurrently([...sidecars], async ([path, { document, coder }]) => {
      if (this.#unreadable.has(document) && !this.#sidecars.has(path)) return;
      if (this.#moves.isOnItsWay(path, document)) return;
      const file = this.#sidecarAt(path, document, coder);
      await (isSure ? file.look() : file.lookUnlessMissing());
    });
  }

  async #textOf(path: string): Promise<FoundText | undefined> {
    const live = this.#liveText(path);
    return live === undefined ? this.#read(path) : transcriptOf(live);
  }

  #noteText(path: string, found: FoundText): void {
    const text = this.#study().documents.get(path)?.transcript?.text;
    if (typeof found === 'object' && found.text === text) this.#texts.delete(path);
    else this.#texts.set(path, found);
  }

  #adoption(): Adoption | undefined {
    const inFiles = foundIn(this.#files);
    const found = [...this.#sidecars.values()].flatMap((file) => (file.found ? [file.base] : []));
    const isWaiting = Object.values(inFiles).some((isFound) => isFound) || this.#memos.isWaiting;
    if (!isWaiting && found.length === 0 && this.#texts.size + this.#moves.waiting.size === 0)
      return undefined;
    const { documents } = this.#study();
    const quotations = new Map<string, Set<string>>();
    const touch = (path: string, coder: string) =>
      quotations.set(path, (quotations.get(path) ?? new Set()).add(coder));
    for (const { document, sidecar } of found) touch(document, sidecar.coder);
    for (const path of this.#texts.keys())
      for (const { coder } of documents.get(path)?.quotations ?? []) touch(path, coder);
    for (const [from, to] of this.#moves.waiting)
      for (const { coder } of documents.get(from)?.quotations ?? []) touch(to, coder);
    const comingOrGoing = found.flatMap(({ document }) =>
      documents.get(document)?.transcript ? [] : [document],
    );
    return {
      changed: { quotations, ...inFiles, memos: this.#memos.isWaiting },
      transcripts: new Set([...this.#texts.keys(), ...comingOrGoing, ...[...this.#moves.waiting].flat()]),
      moves: this.#moves.waiting,
      adopt: (study) => this.#adopt(study),
    };
  }

  #adopt(before: Study): Study {
    for (const from of this.#moves.waiting.keys()) this.#texts.delete(from);
    const study = this.#moves.adopt(before);
    const texts = new Map(
      [...this.#texts].filter(([path, text]) => text !== 'no transcript' || this.#forget(path)),
    );
    this.#texts.clear();
    const inFiles = adoptFiles(this.#memos.adopt(study), this.#files);
    const onDisk = (document: string) =>
      [...this.#sidecars.values()].flatMap(({ base }) => (base.document === document ? [base] : []));
    const problems = [...inFiles.problems];
    let adopted = this.#asSaved(adoptTexts(inFiles.study, texts, onDisk, this.#finder), texts.keys());
    for (const file of this.#sidecars.values()) {
      const before = study.documents.get(file.base.document)?.transcript;
      const result = adoptSidecar(adopted, file, this.#finder, before);
      adopted = result.study;
      problems.push(...result.problems);
    }
    this.#settled = [...this.#settled, ...problems];
    return adopted;
  }

  #asSaved(study: Study, paths: Iterable<string>): Study {
    const saved = [...paths].flatMap((path) => study.documents.get(path) ?? []);
    return saved.reduce((all, document) => {
      const next = this.asSaved(document);
      return next === document ? all : withDocument(all, next);
    }, study);
  }

  /** Lets go of the sidecars of a document that is no longer of the study; false when they have changes to be written. */
  #forget(document: string): boolean {
    const files = [...this.#sidecars.values()].filter(({ base }) => base.document === document);
    if (files.some(({ isPending }) => isPending)) return false;
    for (const { path } of files) this.#sidecars.delete(path);
    return true;
  }

  async #writePending(): Promise<void> {
    if (this.#files.history.isPending && hasHistory(this.#study().history)) await this.#unionMerge.ensure();
    await Promise.all([
      saveFiles(this.#files, () => this.#study()),
      ...[...this.#sidecars.values()].map((file) => file.save(() => this.#content(file.base))),
    ]);
    if (!this.#files.history.isPending && !this.#files.history.isOnDisk) await this.#unionMerge.takeBack();
    await this.#moves.removeLeftBehind();
    await this.#lookForMissing();
  }

  #content({ document: path, sidecar }: SidecarFile): Content<SidecarFile> {
    const document = this.#study().documents.get(path);
    if (!document) return 'no matter';
    const value = sidecarFileOf(document, sidecar.coder);
    return value ? { value } : 'no file';
  }

  #sidecarAt(path: string, document: string, coder: string): KeptFile<SidecarFile> {
    const known = this.#sidecars.get(path);
    if (known) return known;
    const file = sidecarIn(this.#fs, path, document, coder);
    this.#sidecars.set(path, file);
    return file;
  }

  async #tracked(work: Promise<void>): Promise<void> {
    this.#work.add(work);
    try {
      await work;
    } finally {
      this.#work.delete(work);
    }
  }
}

/** Reads a file for the first time: there is nothing in memory that it could differ from. */
async function opened(file: KeptFile<unknown>): Promise<void> {
  await file.look();
  file.adopted();
}
