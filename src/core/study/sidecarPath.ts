/** What the path of a sidecar says: the stem that its transcript has too, and the coder, empty when none is named. */
export interface SidecarPath {
  /** Study-relative path of the transcript. */
  readonly document: string;
  readonly coder: string;
}

/** The path of the sidecar of a coder beside a transcript: `x.md` has `x.codes.json` and `x.codes.ldb.json`. */
export function sidecarPathOf(document: string, coder: string): string {
  const stem = document.endsWith('.md') ? document.slice(0, -'.md'.length) : document;
  return coder === '' ? `${stem}.codes.json` : `${stem}.codes.${coder}.json`;
}

/**
 * Reads the path of a sidecar; undefined for any other path, such as a conflict copy of one.
 *
 * @param isDocument whether a path is that of a transcript that exists; decides for one with another ending than `.md`
 */
export function readSidecarPath(
  path: string,
  isDocument: (path: string) => boolean = () => false,
): SidecarPath | undefined {
  const match = /^(.*[^/])\.codes(?:\.((?!sync-conflict-)[A-Za-z0-9_-]{1,64}))?\.json$/.exec(path);
  const stem = match?.[1];
  if (stem === undefined) return undefined;
  const markdown = `${stem}.md`;
  return { document: !isDocument(markdown) && isDocument(stem) ? stem : markdown, coder: match?.[2] ?? '' };
}
