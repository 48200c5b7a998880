import type { SidecarFile } from '../core/formats/sidecar.ts';
import type { Sidecar, StudyDocument } from '../core/study/model.ts';
import { type Problem, problem } from '../core/study/problem.ts';
import { withQuotations } from '../core/study/study.ts';
import type { Transcript } from '../core/text/transcript.ts';
import type { KeptFile } from './keptFile.ts';
import { type Finder, placedIn, withOwnIds } from './quotationsOf.ts';

/** A sidecar as it was read. */
type ReadSidecar = Pick<KeptFile<SidecarFile>, 'path' | 'base' | 'isOnDisk'>;

/** The documents of a study that is opened, and how they came about. */
interface Opened {
  readonly documents: ReadonlyMap<string, StudyDocument>;
  /** What is in the files: quotations at the places that their sidecars say. */
  readonly sidecars: readonly SidecarFile[];
  readonly problems: readonly Problem[];
}

/**
 * The documents of a study that is opened: a transcript with what its sidecars hold; or sidecars alone, whose transcript is
 * gone.
 */
export function documentsOf(
  transcripts: ReadonlyMap<string, Transcript>,
  sidecars: Iterable<ReadSidecar>,
  finder: Finder,
): Opened {
  const onDisk = [...sidecars].filter((file) => file.isOnDisk);
  const byDocument = new Map<string, ReadSidecar[]>();
  for (const file of onDisk) {
    const { document } = file.base;
    byDocument.set(document, [...(byDocument.get(document) ?? []), file]);
  }
  const isAnyShared = haveSharedIds(onDisk);
  const documents = new Map<string, StudyDocument>();
  const asRead: SidecarFile[] = [];
  const problems: Problem[] = [];
  const taken = new Map<string, string>();
  for (const path of [...new Set([...transcripts.keys(), ...byDocument.keys()])].sort()) {
    const transcript = transcripts.get(path);
    const files = byDocument.get(path) ?? [];
    const quotations = files.map((file) => {
      const own = isAnyShared ? withOwnIds(file.base, (id) => taken.has(id)) : file.base;
      if (own !== file.base) problems.push(copied(file, taken));
      if (isAnyShared) for (const { id } of own.quotations) taken.set(id, file.path);
      asRead.push(own);
      return placedIn(own, transcript, finder);
    });
    const coded = files.map(({ base }): [string, Sidecar] => [base.sidecar.coder, base.sidecar]);
    const document = { path, ...(transcript && { transcript }), sidecars: new Map(coded), quotations: [] };
    const [only = []] = quotations;
    documents.set(
      path,
      files.length > 1 || only !== files[0]?.base.quotations
        ? withQuotations(document, quotations.flat())
        : { ...document, quotations: only },
    );
  }
  return { documents, sidecars: asRead, problems };
}

/** Whether an id is in more than one file. It hardly ever is, and to see just that is far quicker than to note whose each id is. */
function haveSharedIds(files: readonly ReadSidecar[]): boolean {
  const ids = new Set<string>();
  let count = 0;
  for (const { base } of files) {
    count += base.quotations.length;
    for (const { id } of base.quotations) ids.add(id);
  }
  return ids.size < count;
}

/** The problem of a sidecar that has ids of another: it is a copy, most likely. */
function copied(file: ReadSidecar, taken: ReadonlyMap<string, string>): Problem {
  const others = file.base.quotations.flatMap(({ id }) => taken.get(id) ?? []);
  const values = { file: file.path, count: others.length, other: others[0] ?? '' };
  return problem('warning', file.path, 'sidecar.idsElsewhere', values);
}
