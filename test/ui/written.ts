/** What the files of a study say, as far as the UI tests look at it. */

export interface WrittenCode {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly parent?: string;
  readonly color?: string;
  readonly definition?: string;
  readonly example?: string;
}

export interface WrittenQuotation {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly codes: readonly string[];
  readonly comment?: string;
}

/** The codes of a codebook.json; none when the file is not there. */
export function codesIn(codebook: string): readonly WrittenCode[] {
  return codebook === '' ? [] : JSON.parse(codebook).codes;
}

/** The quotations of a sidecar; none when the file is not there. */
export function quotationsIn(sidecar: string): readonly WrittenQuotation[] {
  return sidecar === '' ? [] : JSON.parse(sidecar).quotations;
}
