import assert from 'node:assert/strict';
import { serialiseCodebook } from '../../../src/core/formats/codebook.ts';
import { serialiseSidecar } from '../../../src/core/formats/sidecar.ts';
import { apply } from '../../../src/core/study/apply.ts';
import { deleteCodes } from '../../../src/core/study/codebook/delete.ts';
import { groupCodes } from '../../../src/core/study/codebook/group.ts';
import { mergeCodes } from '../../../src/core/study/codebook/merge.ts';
import { moveCodes } from '../../../src/core/study/codebook/move.ts';
import type { Refusal } from '../../../src/core/study/codebook/refusal.ts';
import { splitCode } from '../../../src/core/study/codebook/split.ts';
import { codeTreeOf } from '../../../src/core/study/codeTree.ts';
import { Journal } from '../../../src/core/study/journal.ts';
import type { Code, Quotation } from '../../../src/core/study/model.ts';
import type { Operation } from '../../../src/core/study/operation.ts';
import { rolledUpCounts } from '../../../src/core/study/rolledUpCounts.ts';
import { digestOf } from '../../../src/core/text/digest.ts';
import { placeOf } from '../../../src/core/text/place.ts';
import { code, made } from '../study/trees.ts';
import { contentOf, Desk, folderWith, removeFolders } from './folder.ts';
import { gitAttributes, settings } from './samples.ts';

const children = Array.from({ length: 12 }, (_, index) => `child-${index + 1}`);
const sentences = Array.from({ length: 100 }, (_, index) => `Sentence ${index + 1} of the answer.`);
const text = `**R:** ${sentences.join(' ')}\n`;

/** 400 codings: in each of four documents 100 quotations, each of one child and by one of two coders. */
function files(): Readonly<Record<string, string>> {
  const codes: readonly Code[] = [
    code('parent', undefined, { level: 'theme' }),
    code('elsewhere', undefined, { level: 'theme' }),
    ...children.map((id) => code(id, 'parent')),
  ];
  const sidecars = ['a', 'b', 'c', 'd'].flatMap((name) =>
    ['', 'ldb'].map((coder): [string, string] => {
      const document = `${name}.md`;
      const quotations = sentences.flatMap((sentence, index): readonly Quotation[] => {
        if ((index % 3 === 0) !== (coder === 'ldb')) return [];
        const start = text.indexOf(sentence);
        const time = '2024-01-01T00:00:00Z';
        const child = children[index % children.length] ?? '';
        return [
          {
            id: `q${name}${index}`,
            document,
            coder,
            ...placeOf(text, start, start + sentence.length),
            codes: [child],
            ...(index % 5 === 0 && { weight: { [child]: index } }),
            created: time,
            modified: time,
          },
        ];
      });
      const sidecar = { coder, text: digestOf({ text }) };
      return [
        `${name}.codes${coder && `.${coder}`}.json`,
        serialiseSidecar({ document, sidecar, quotations }),
      ];
    }),
  );
  return {
    '.gitattributes': gitAttributes,
    'codeboom.json': settings,
    'codebook.json': serialiseCodebook({
      codes: new Map(codes.map((each) => [each.id, each])),
      sets: new Map(),
    }),
    ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.md`, text])),
    ...Object.fromEntries(sidecars),
  };
}

const the = ({ study }: Desk, id: string): Code => {
  const found = study.codebook.codes.get(id);
  assert.ok(found, id);
  return found;
};
const some = (desk: Desk, ids: readonly string[]) => ids.map((id) => the(desk, id));
const quotationsOf = ({ study }: Desk) =>
  [...study.documents.values()].flatMap(({ quotations }) => quotations);
const codingsBelow = (desk: Desk, id: string) => rolledUpCounts(desk.study).get(id)?.codings ?? 0;

/** The counts of every code, with those below it, are what looking at each quotation says. */
function assertCounts(desk: Desk): void {
  const tree = codeTreeOf(desk.study.codebook);
  for (const { id } of desk.study.codebook.codes.values()) {
    const below = new Set(tree.withDescendants(id).map((each) => each.id));
    const all = quotationsOf(desk).filter(({ codes }) => codes.some((each) => below.has(each)));
    assert.equal(codingsBelow(desk, id), all.length, id);
  }
}

describe('400 codings under twelve children', () => {
  afterEach(removeFolders);

  it('move, merge, split, group and go with right counts, and come back one undo each to the same bytes', async () => {
    const folder = await folderWith(files());
    const desk = await Desk.at(folder);
    const journal = new Journal();
    const bytes = [await contentOf(folder)];
    const take = async (asked: Operation | Refusal) => {
      const { operation, conflicts } = apply(desk.study, made(asked));
      assert.deepEqual(conflicts, []);
      journal.record(operation);
      await desk.do(operation);
      bytes.push(await contentOf(folder));
      assertCounts(desk);
      assert.equal(new Set(quotationsOf(desk).map(({ id }) => id)).size, 400);
      const reopened = await Desk.at(folder);
      assert.deepEqual(rolledUpCounts(reopened.study), rolledUpCounts(desk.study));
    };
    const { author } = desk;
    assert.equal(codingsBelow(desk, 'parent'), 400);

    await take(moveCodes(desk.study, some(desk, children), the(desk, 'elsewhere'), author));
    assert.equal(codingsBelow(desk, 'parent'), 0);
    assert.equal(codingsBelow(desk, 'elsewhere'), 400);

    await take(
      mergeCodes(desk.study, some(desk, children.slice(1, 6)), the(desk, 'child-1'), author, 'Alike.'),
    );
    // Of a hundred quotations in a row of twelve codes, nine have each of the first four and eight the others.
    assert.equal(codingsBelow(desk, 'child-1'), 4 * (4 * 9 + 2 * 8));
    assert.equal(codingsBelow(desk, 'elsewhere'), 400);

    const ids = quotationsOf(desk).flatMap(({ id, codes }) => (codes.includes('child-1') ? [id] : []));
    const parts = [
      { into: { name: 'Trust at first' }, quotations: ids.slice(0, 100) },
      { into: 'child-12', quotations: ids.slice(90, 120) },
    ];
    await take(splitCode(desk.study, the(desk, 'child-1'), { parts, keepCoding: false }, author));
    assert.equal(codingsBelow(desk, 'child-1'), 208 - 120);
    assert.equal(codingsBelow(desk, 'trust-at-first'), 100);
    assert.equal(codingsBelow(desk, 'child-12'), 4 * 8 + 30);
    assert.equal(codingsBelow(desk, 'elsewhere'), 400);

    await take(groupCodes(desk.study, some(desk, children.slice(6)), { name: 'Later' }, author));
    assert.equal(codingsBelow(desk, 'later'), 400 - 208 + 30);
    await take(deleteCodes(desk.study, [the(desk, 'later')], 'stay', author));
    assert.equal(codingsBelow(desk, 'elsewhere'), 400);

    bytes.pop();
    for (let before = bytes.pop(); before; before = bytes.pop()) {
      const undone = journal.undo();
      assert.ok(undone);
      await desk.do(undone);
      assert.deepEqual(await contentOf(folder), before);
      assertCounts(desk);
    }
    assert.equal(journal.canUndo, false);
    assert.deepEqual(await contentOf(folder), files());
    assert.deepEqual(desk.keys, []);
  });
});
