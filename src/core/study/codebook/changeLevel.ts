import type { Author } from '../author.ts';
import type { Code, Level } from '../model.ts';
import type { Operation } from '../operation.ts';
import type { Study } from '../study.ts';
import { beforeAndAfter, fieldChanges } from './changes.ts';
import { listed } from './names.ts';
import { verbOperation } from './operation.ts';

/** Says how far codes have come; their places in the tree stay. */
export function changeLevel(
  study: Study,
  codes: readonly Code[],
  level: Level,
  author: Author,
  why?: string,
): Operation {
  const changes = fieldChanges(codes, { level }, author);
  return verbOperation(
    study,
    {
      label: { key: 'done.changeLevel', values: { codes: listed(codes.map(({ name }) => name)) } },
      changes,
      entry: { op: 'level', codes: changes.map(({ id }) => id), ...beforeAndAfter(changes, 'level') },
    },
    author,
    why,
  );
}
