import { conflictCopyOf } from '../core/study/conflictCopy.ts';
import type { StudyDocument } from '../core/study/model.ts';
import { type Problem, problem } from '../core/study/problem.ts';
import type { FullSettings } from '../core/study/settings.ts';
import { readSidecarPath, type SidecarPath } from '../core/study/sidecarPath.ts';
import { readTemporaryPath } from './fileSystem.ts';

/** Transcripts, memos and sidecars by their paths. */
export interface Paths {
  readonly transcripts: ReadonlySet<string>;
  /** The topic guide is read as these are, and is among them. */
  readonly memos: ReadonlySet<string>;
  readonly sidecars: ReadonlyMap<string, SidecarPath>;
}

/** The files in a study's folder that make it up, sorted by path. */
export interface Listing extends Paths {
  /** Whether a path is in a study of its own below this one. */
  readonly isInner: (path: string) => boolean;
  readonly problems: readonly Problem[];
}

/** What the settings say that a path is. */
type Kinds = Pick<FullSettings, 'isTranscript' | 'isMemo' | 'isTopicGuide'>;

/** What a store holds already. */
export interface Known {
  readonly memos: ReadonlyMap<string, unknown>;
  readonly documents: ReadonlyMap<string, StudyDocument>;
  readonly sidecars: { has(path: string): boolean; keys(): Iterable<string> };
  readonly isInner: (path: string) => boolean;
}

/** Sorts out the files of a study's folder. */
export function listingOf(files: readonly string[], { isTranscript, isMemo, isTopicGuide }: Kinds): Listing {
  const inner = files.flatMap((path) =>
    path.endsWith('/codeboom.json') ? [path.slice(0, -'codeboom.json'.length)] : [],
  );
  const isInner = (path: string) => inner.some((folder) => path.startsWith(folder));
  const own = files.filter((path) => !isInner(path) && !readTemporaryPath(path)).sort();
  const existing = new Set(own);
  const transcripts = new Set(own.filter(isTranscript));
  const sidecars = new Map<string, SidecarPath>();
  const problems: Problem[] = [];
  for (const path of own) {
    const original = conflictCopyOf(path);
    if (original !== undefined)
      problems.push(problem('warning', path, 'file.conflictCopy', { file: path, original }));
    const sidecar = readSidecarPath(path, (file) => existing.has(file));
    if (!sidecar) continue;
    const { document } = sidecar;
    if (existing.has(document) && !transcripts.has(document))
      problems.push(problem('warning', path, 'sidecar.notTranscript', { file: path, document }));
    else sidecars.set(path, sidecar);
  }
  const memos = new Set(own.filter((path) => isMemo(path) || isTopicGuide(path)));
  return { transcripts, memos, sidecars, isInner, problems };
}

/**
 * The transcripts and sidecars that changes on disk are about. A path may be that of a folder: when one is moved or deleted,
 * a host tells of nothing in it.
 *
 * @returns with `isListingNeeded`, when there may be files that the store does not know yet
 */
export function touchedBy(
  paths: readonly string[],
  known: Known,
  { isTranscript, isMemo, isTopicGuide }: Kinds,
): Paths & { readonly isListingNeeded: boolean } {
  const transcripts = new Set<string>();
  const memos = new Set<string>();
  const sidecars = new Map<string, SidecarPath>();
  const isDocument = (path: string) => known.documents.has(path);
  let isListingNeeded = false;
  const add = (path: string): boolean => {
    const sidecar = readSidecarPath(path, isDocument);
    if (sidecar && (isDocument(sidecar.document) || known.sidecars.has(path))) sidecars.set(path, sidecar);
    else if (isDocument(path)) transcripts.add(path);
    else if (isMemo(path) || isTopicGuide(path) || known.memos.has(path)) memos.add(path);
    else if (sidecar || isTranscript(path) || path.endsWith('/codeboom.json') || conflictCopyOf(path))
      isListingNeeded = true;
    else return false;
    return true;
  };
  for (const path of paths) {
    if (known.isInner(path) || readTemporaryPath(path) || add(path)) continue;
    for (const inside of [...known.documents.keys(), ...known.sidecars.keys(), ...known.memos.keys()])
      if (inside.startsWith(`${path}/`)) add(inside);
    if (!path.slice(path.lastIndexOf('/') + 1).includes('.')) isListingNeeded = true;
  }
  return { transcripts, memos, sidecars, isListingNeeded };
}

/** What a listing has that the store does not know, what it lacks that the store knows, and what was touched. */
export function withListed(touched: Paths, listing: Listing, known: Known): Paths {
  const transcripts = new Set(touched.transcripts);
  const memos = new Set(touched.memos);
  for (const path of listing.memos) if (!known.memos.has(path)) memos.add(path);
  for (const path of known.memos.keys()) if (!listing.memos.has(path)) memos.add(path);
  const sidecars = new Map(touched.sidecars);
  for (const path of listing.transcripts) if (!known.documents.get(path)?.transcript) transcripts.add(path);
  for (const { path, transcript } of known.documents.values())
    if (transcript && !listing.transcripts.has(path)) transcripts.add(path);
  for (const [path, sidecar] of listing.sidecars) if (!known.sidecars.has(path)) sidecars.set(path, sidecar);
  const isDocument = (path: string) => known.documents.has(path);
  for (const path of known.sidecars.keys()) {
    const sidecar = listing.sidecars.has(path) ? undefined : readSidecarPath(path, isDocument);
    if (sidecar) sidecars.set(path, sidecar);
  }
  return { transcripts, memos, sidecars };
}
