/** A change of text: `[start, end)` of the text before it gives way to `text`. UTF-16 offsets in LF text. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An edit cut down to what differs; `whole` is the range that it was said to replace. */
export interface TrimmedEdit extends TextEdit {
  readonly whole: { readonly start: number; readonly end: number };
}

/** Below this many characters, what two texts share at their ends may be chance ("We trust", "Wij vertrouwen"). */
const sureLength = 32;

/**
 * Takes from an edit what its two sides share at the ends, so that characters which stay the same keep their
 * quotations. Only when they share half or more: a text that merely starts with the same letter is another text.
 *
 * @param before the text before the edit
 */
export function trimmed(edit: TextEdit, before: string): TrimmedEdit {
  const { start, end, text } = edit;
  const whole = { start, end };
  const shorter = Math.min(end - start, text.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(start + head) === text.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(end - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
  )
    tail++;
  const shared = head + tail;
  if (shared < sureLength && 2 * shared < Math.max(end - start, text.length)) return { ...edit, whole };
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail), whole };
}
