import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The earliest day that a zip file can name, in any time zone: fflate writes the parts of the local date. */
const noDay = new Date(1980, 0, 1);

/**
 * A Word or Excel file packed anew, so that the same study gives the same bytes: parts in a fixed order, no dates, and each part
 * with the changes that `edit` makes.
 */
export function repacked(bytes: Uint8Array, edit: (path: string, xml: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const packed: Zippable = {};
  for (const [path, content] of parts) packed[path] = strToU8(edit(path, strFromU8(content)));
  return zipSync(packed, { mtime: noDay, level: 6 });
}

/** The list of types comes first, as readers of such files like it. */
function rank(path: string): number {
  return path === '[Content_Types].xml' ? 0 : 1;
}
