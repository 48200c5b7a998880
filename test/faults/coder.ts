import { writeSync } from 'node:fs';
import { codingChanges, operation } from '../../src/core/study/coding.ts';
import { Desk } from '../unit/store/folder.ts';

/**
 * A process that codes, one quotation after the other, and says which once it is saved. It has a folder to code in, a name
 * that no other process has, and how many quotations it codes; without that number it goes on until it is killed.
 */
const [folder = '', name = '', most = 'Infinity', path = 'a.md'] = process.argv.slice(2);
const desk = await Desk.at(folder, name);
const text = desk.study.documents.get(path)?.transcript?.text ?? '';
writeSync(1, 'open\n');
for (let count = 0; count < Number(most); count++) {
  const document = desk.study.documents.get(path);
  if (!document) throw new Error(`No ${path}`);
  const start = Math.floor(Math.random() * (text.length - 60));
  const range = { start, end: start + 12 + Math.floor(Math.random() * 40) };
  const before = new Set(desk.ids(path));
  await desk.do(
    operation('done.applyCodes', {}, codingChanges(document, [range], { add: ['trust'] }, desk.author)),
  );
  while (desk.store.isPending) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await desk.refresh('a.codes.json');
  }
  const added = desk.ids(path).filter((id) => !before.has(id) && id.startsWith(`q${name}`));
  writeSync(1, added.map((id) => `${id}\n`).join(''));
}
