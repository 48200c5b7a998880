const ofSidecar = /^(.*[^/]\.codes(?:\.[A-Za-z0-9_-]{1,64})?)(?:\.sync-conflict-[^/]*|[ (][^/]*)(\.json)$/;
/** As OneDrive does it; behind the name of a coder this could be part of the name. */
const ofUnnamed = /^(.*[^/]\.codes)[-_~][^/]*(\.json)$/;
const ofStudyFile =
  /^(codebook|codeboom|cases|relations|summaries|history)(?:\.sync-conflict-[^/]*| ?\([^/]*\)| \d+|[^/]*conflict[^/]*)(\.jsonl?|\.csv)$/;

/**
 * The file that a path is a conflict copy of: Dropbox, Syncthing, OneDrive, iCloud, Nextcloud and Google Drive put what
 * somebody else wrote at the same time beside a file, each under a name of its own making. Undefined for any other path.
 */
export function conflictCopyOf(path: string): string | undefined {
  const match = ofSidecar.exec(path) ?? ofUnnamed.exec(path) ?? ofStudyFile.exec(path);
  return match ? `${match[1]}${match[2]}` : undefined;
}
