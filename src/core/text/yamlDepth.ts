/** Honest YAML stays far below. Brackets in text that are never closed count too. */
const mostOpen = 200;

/** Whether so many brackets are open at once that the YAML reader would take long to find out what is wrong with them. */
export function isNestedTooDeep(source: string): boolean {
  let open = 0;
  for (const [sign] of source.matchAll(/[[\]{}]/g)) {
    open = Math.max(0, open + (sign === '[' || sign === '{' ? 1 : -1));
    if (open > mostOpen) return true;
  }
  return false;
}
