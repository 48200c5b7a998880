/**
 * The text of a transcript in normal form: no byte order mark, LF line ends, front matter included, no Unicode
 * normalisation. All that is worked out from it (lines, front matter, turns, digest) is `derived` from this object.
 */
export interface Transcript {
  readonly text: string;
}

/** Makes a transcript of text as it was read or as an editor holds it. */
export function transcriptOf(text: string): Transcript {
  return { text: normalForm(text) };
}

/**
 * Text without a byte order mark and with every CRLF and lone CR turned into LF. Of several marks none is left, so that the
 * normal form of a normal form is itself.
 */
export function normalForm(text: string): string {
  const withoutMark = text.replace(/^\ufeff+/, '');
  return withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark;
}
