/**
 * Where the cursor of a line of text is after an edit, for inputs that tell what they say but not where their cursor is:
 * behind what was typed, or where something was taken away. UTF-16 code units.
 */
export function caretAfter(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let end = 0;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  return after.length - end;
}
