/** What a run of the suites leaves behind. */
export interface Outcome {
  /** The extension host that really ran them: a wrong setting must not test the same host twice. */
  readonly host: ExtensionHost;
  readonly passed: number;
  /** The full titles of the tests that failed. */
  readonly failures: readonly string[];
}

export type ExtensionHost = 'node' | 'web';
