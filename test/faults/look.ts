import assert from 'node:assert/strict';
import { contentOf, Desk } from '../unit/store/folder.ts';
import { lostOf } from './figures.ts';

/** Opens a study anew and asserts that what was acknowledged is there and that its files are whole. */
export async function assertNothingLost(
  folder: string,
  acknowledged: Iterable<string>,
  path = 'a.md',
): Promise<Desk> {
  await assertWhole(folder);
  const desk = await Desk.at(folder, 'look');
  assert.deepEqual(lostOf(acknowledged, desk.ids(path)), []);
  return desk;
}

/** Asserts that every JSON file in a folder is JSON. */
export async function assertWhole(folder: string): Promise<void> {
  for (const [path, text] of Object.entries(await contentOf(folder)))
    if (path.endsWith('.json')) assert.doesNotThrow(() => JSON.parse(text), `${path} is not JSON`);
}

/** The keys of the problems of a study, each told once. */
export function toldOnce(desk: Desk): readonly string[] {
  const told = desk.store.problems.map(({ file, message, range }) =>
    JSON.stringify([file, message, range?.start]),
  );
  assert.deepEqual(told, [...new Set(told)]);
  return desk.keys;
}
