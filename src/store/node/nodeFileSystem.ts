import glob from 'fast-glob';
import { NodeFiles } from './nodeFiles.ts';

/** The files of a study in a folder on disk, where there is nothing but Node. */
export class NodeFileSystem extends NodeFiles {
  readonly #root: string;

  /** @param folder absolute path of the study's folder */
  constructor(folder: string) {
    super(folder);
    this.#root = folder;
  }

  async list(): Promise<readonly string[]> {
    return glob('**/*', {
      cwd: this.#root,
      ignore: ['**/node_modules/**'],
      dot: false,
      followSymbolicLinks: false,
      suppressErrors: true,
    });
  }
}
