/** How long a rename may take from the moment that it is announced. */
const renameMilliseconds = 10_000;

/**
 * Documents whose files VS Code is about to rename. Until that is done nothing that happens to them counts: their editors
 * close, their files come and go.
 */
export class ExpectedRenames {
  readonly #paths = new Set<string>();

  get isEmpty(): boolean {
    return this.#paths.size === 0;
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  expect(paths: Iterable<string>): void {
    const expected = [...paths];
    for (const path of expected) this.#paths.add(path);
    setTimeout(() => this.done(expected), renameMilliseconds);
  }

  done(paths: Iterable<string>): void {
    for (const path of paths) this.#paths.delete(path);
  }
}
