import type { SidecarFile } from '../core/formats/sidecar.ts';
import type { StudyDocument } from '../core/study/model.ts';
import { sidecarPathOf } from '../core/study/sidecarPath.ts';
import type { Transcript } from '../core/text/transcript.ts';
import type { FileSystem } from './fileSystem.ts';
import type { KeptFile } from './keptFile.ts';
import { type Finder, isOfText } from './quotationsOf.ts';

/** A document whose transcript is gone: its sidecars as they were known, and those of them that are on disk. */
export interface Gone {
  readonly document: string;
  readonly transcript?: Transcript;
  readonly sidecars: readonly SidecarFile[];
  readonly onDisk: ReadonlySet<string>;
}

/** A transcript under a path that is new, and whether there are sidecars beside it. */
export interface Fresh {
  readonly document: string;
  readonly transcript: Transcript;
  readonly hasSidecars: boolean;
}

/**
 * The transcripts that were renamed or moved by somebody else: gone under one path, and there with the very same text
 * under another. Either the sidecars stayed behind, or they went along too. Where a text is found twice, nothing is guessed but
 * what the names say.
 *
 * @returns from old to new paths
 */
export function movesBetween(
  gone: readonly Gone[],
  fresh: readonly Fresh[],
  finder: Finder,
): ReadonlyMap<string, string> {
  const moves = new Map<string, string>();
  const taken = new Set<string>();
  for (const old of gone) {
    const candidates = fresh.filter(
      ({ document, transcript, hasSidecars }) =>
        !taken.has(document) &&
        transcript.text.trim() !== '' &&
        hasSidecars === (old.onDisk.size === 0) &&
        isText(old, transcript, finder),
    );
    const sameName = candidates.filter(({ document }) => nameOf(document) === nameOf(old.document));
    const [only, second] = sameName.length > 0 ? sameName : candidates;
    if (!only || second) continue;
    moves.set(old.document, only.document);
    taken.add(only.document);
  }
  return moves;
}

function isText({ transcript, sidecars }: Gone, found: Transcript, finder: Finder): boolean {
  return (
    transcript?.text === found.text || sidecars.some(({ sidecar }) => isOfText(sidecar.text, found, finder))
  );
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Renames the sidecars of a document: all that are still there, or none. */
export async function renameSidecars(
  fs: FileSystem,
  sidecars: readonly KeptFile<SidecarFile>[],
  from: string,
  to: string,
): Promise<boolean> {
  const done: (readonly [string, string])[] = [];
  try {
    for (const { path, base } of sidecars) {
      if (base.document !== from || !(await fs.exists(path))) continue;
      const target = sidecarPathOf(to, base.sidecar.coder);
      await fs.rename(path, target);
      done.push([path, target]);
    }
    return true;
  } catch {
    for (const [path, target] of done) await fs.rename(target, path).catch(() => {});
    return false;
  }
}

/** The content of a sidecar under the name that its document has after a move. */
export function inDocument(file: SidecarFile, document: string): SidecarFile {
  return {
    ...file,
    document,
    quotations: file.quotations.map((quotation) => ({ ...quotation, document })),
  };
}

/** A document without its transcript, as the store knew it. */
export function goneDocument(
  document: StudyDocument,
  files: readonly KeptFile<SidecarFile>[],
  isListed: (path: string) => boolean,
): Gone {
  return {
    document: document.path,
    ...(document.transcript && { transcript: document.transcript }),
    sidecars: files.map(({ base }) => base),
    onDisk: new Set(files.flatMap(({ path }) => (isListed(path) ? [path] : []))),
  };
}
