/**
 * Something in a study that the user can act on. Core gives the key of the message and its values; the sentence is
 * made where it is shown (Problems panel, command line), in the language of the reader.
 */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'information';
  /** Study-relative path of the file, with `/`. */
  readonly file: string;
  /** Where in the file, in UTF-16 code units of its LF text. Absent: the file as a whole. */
  readonly range?: TextRange;
  readonly message: Message;
}

/** A key of the message catalogue and the values that its placeholders take. */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A half-open range of UTF-16 code units in LF text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Makes a problem of a whole file, or of a range in it. */
export function problem(
  severity: Problem['severity'],
  file: string,
  key: string,
  values: Message['values'] = {},
  range?: TextRange,
): Problem {
  return { severity, file, message: { key, values }, ...(range && { range }) };
}
