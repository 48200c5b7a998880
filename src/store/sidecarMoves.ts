import type { SidecarFile } from '../core/formats/sidecar.ts';
import type { StudyDocument } from '../core/study/model.ts';
import { type Problem, problem } from '../core/study/problem.ts';
import { withRenamed } from '../core/study/renamed.ts';
import type { Study } from '../core/study/study.ts';
import type { Transcript } from '../core/text/transcript.ts';
import type { FoundText } from './adoption.ts';
import type { FileSystem } from './fileSystem.ts';
import type { KeptFile } from './keptFile.ts';
import type { Listing } from './listing.ts';
import { type Fresh, goneDocument, inDocument, movesBetween, nameOf, renameSidecars } from './moves.ts';
import type { Finder } from './quotationsOf.ts';

type SidecarFiles = Map<string, KeptFile<SidecarFile>>;

/** The sidecars of a study whose transcripts get other paths, from the moment that it is found until all is on disk. */
export class SidecarMoves {
  readonly #fs: FileSystem;
  readonly #files: SidecarFiles;
  readonly #sidecarAt: (document: string, coder: string) => KeptFile<SidecarFile>;
  /** Documents that were found under another path and wait to be adopted there. */
  #waiting: ReadonlyMap<string, string> = new Map();
  /** The documents among them whose sidecars are said to be of another transcript than they say themselves. */
  readonly #carried = new Set<string>();
  /** Sidecars that still have their old names, with those that take their place; once these are written they go. */
  readonly #leftBehind = new Map<KeptFile<SidecarFile>, KeptFile<SidecarFile> | undefined>();

  /**
   * @param files the sidecars of the study by their paths
   * @param sidecarAt the sidecar of a coder beside a document, made when there is none yet
   */
  constructor(
    fs: FileSystem,
    files: SidecarFiles,
    sidecarAt: (document: string, coder: string) => KeptFile<SidecarFile>,
  ) {
    this.#fs = fs;
    this.#files = files;
    this.#sidecarAt = sidecarAt;
  }

  /** From old to new paths. */
  get waiting(): ReadonlyMap<string, string> {
    return this.#waiting;
  }

  /** Whether a sidecar under its old name is no news, since it is known to be on its way. */
  isOnItsWay(path: string, document: string): boolean {
    return this.#waiting.has(document) || [...this.#leftBehind.keys()].some((file) => file.path === path);
  }

  /** Renames the sidecars of documents whose transcripts were renamed already. */
  async rename(moves: ReadonlyMap<string, string>): Promise<void> {
    for (const [from, to] of moves) {
      const own = this.#sidecarsOf(from);
      await renameSidecars(this.#fs, own, from, to);
      for (const file of own) if (await this.#fs.exists(file.path)) this.#leftBehind.set(file, undefined);
      this.#carried.add(from);
    }
    this.#waiting = new Map([...this.#waiting, ...moves]);
  }

  /**
   * Looks for transcripts that somebody renamed or moved, and renames sidecars that stayed behind.
   *
   * @param documents gives those of the study as they are when asked
   * @param mayRename false: they are written anew under their new names when something is saved, and nothing before that
   * @returns what the user should know of
   */
  async look(
    documents: () => ReadonlyMap<string, StudyDocument>,
    texts: ReadonlyMap<string, FoundText>,
    listing: Listing,
    finder: Finder,
    mayRename = true,
  ): Promise<readonly Problem[]> {
    const known = documents();
    const gone = [...known.values()].flatMap((document) => {
      if (listing.transcripts.has(document.path)) return [];
      const own = this.#sidecarsOf(document.path);
      if (own.length + document.quotations.length + document.sidecars.size === 0) return [];
      return [goneDocument(document, own, (path) => listing.sidecars.has(path))];
    });
    if (gone.length === 0) return [];
    const coded = new Set([...listing.sidecars.values()].map(({ document }) => document));
    const fresh = [...texts].flatMap(([document, transcript]): Fresh[] => {
      const isFresh = typeof transcript === 'object' && !known.get(document)?.transcript;
      return isFresh ? [{ document, transcript, hasSidecars: coded.has(document) }] : [];
    });
    const problems: Problem[] = [];
    for (const [from, to] of movesBetween(gone, fresh, finder)) {
      if (!coded.has(to)) {
        const own = this.#sidecarsOf(from);
        if (!mayRename) for (const file of own) this.#leftBehind.set(file, undefined);
        const isCarried = !mayRename || (await renameSidecars(this.#fs, own, from, to));
        // Whoever moves the transcript may be about to move its sidecars too, and be first.
        if (!isCarried && (await this.#isAnyLeft(own))) continue;
        if (isCarried) {
          this.#carried.add(from);
          problems.push(problem('information', to, 'sidecar.carriedAlong', { from, document: to }));
        }
      }
      // Another look may have found the same while this one was renaming, and what it found may have been adopted.
      if (documents().has(from)) this.#waiting = new Map([...this.#waiting, [from, to]]);
    }
    return problems;
  }

  /** As `look`, for a study that is being opened; there is nothing of it in memory yet, and nothing is written. */
  async lookAtOpen(
    transcripts: ReadonlyMap<string, Transcript>,
    listing: Listing,
    finder: Finder,
  ): Promise<readonly Problem[]> {
    const paths = [...this.#files.values()].flatMap(({ isOnDisk, base }) =>
      isOnDisk ? [base.document] : [],
    );
    const orphans = new Set(paths.filter((path) => !transcripts.has(path)));
    if (orphans.size === 0) return [];
    const documents = new Map(
      [...orphans].map((path) => [path, { path, sidecars: new Map(), quotations: [] }] as const),
    );
    return this.look(() => documents, transcripts, listing, finder, false);
  }

  /** What the sidecars of a study that is opened hold, those that are on their way under their new names. */
  asRead(): readonly Pick<KeptFile<SidecarFile>, 'path' | 'base' | 'isOnDisk'>[] {
    const read = [...this.#leftBehind].flatMap(([old, file]) =>
      file ? [{ path: old.path, base: inDocument(old.base, file.base.document), isOnDisk: true }] : [],
    );
    return [...this.#files.values(), ...read];
  }

  /** Nothing is pending under an old path after this: what was, is so under the new one. */
  adopt(study: Study): Study {
    const moves = this.#waiting;
    this.#waiting = new Map();
    for (const old of [...this.#files.values()]) {
      const { sidecar, document: from } = old.base;
      const to = moves.get(from);
      if (to === undefined) continue;
      this.#files.delete(old.path);
      const file = this.#sidecarAt(to, sidecar.coder);
      if (this.#leftBehind.has(old)) {
        this.#leftBehind.set(old, file);
        file.touch();
        continue;
      }
      file.takeOver(old, inDocument(old.base, to));
      // What is being written at this moment comes under the old name, though the file may have gone from there.
      if (old.isWriting) this.#leftBehind.set(old, file);
      // A sidecar says the name of its transcript; what somebody moved along with it is left as it is.
      if (this.#carried.has(from) && nameOf(from) !== nameOf(to)) file.touch();
    }
    this.#carried.clear();
    return withRenamed(study, moves);
  }

  /** Takes away sidecars under old names, once what was in them is on disk under the new ones. */
  async removeLeftBehind(): Promise<void> {
    for (const [old, file] of this.#leftBehind) {
      if (!file || file.isPending) continue;
      this.#leftBehind.delete(old);
      old.touch();
      await old.save(() => 'no file');
    }
  }

  async #isAnyLeft(files: readonly KeptFile<SidecarFile>[]): Promise<boolean> {
    const areLeft = await Promise.all(files.map(({ path }) => this.#fs.exists(path)));
    return areLeft.includes(true);
  }

  #sidecarsOf(document: string): readonly KeptFile<SidecarFile>[] {
    return [...this.#files.values()].filter(({ base }) => base.document === document);
  }
}
