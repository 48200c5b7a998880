import assert from 'node:assert/strict';
import { renderChapter } from '../../../src/core/chapters/render.ts';
import { queryIn } from '../../../src/core/query/check.ts';
import { evaluate } from '../../../src/core/query/evaluate.ts';
import { toCsv } from '../../../src/core/render/csv.ts';
import { problemsOf } from '../../../src/core/study/check.ts';
import { setComment, toggleStar } from '../../../src/core/study/coding.ts';
import { formatQuotation } from '../../../src/core/study/quoteStyle.ts';
import { defaultSpecs } from '../../../src/core/tables/defaultSpecs.ts';
import { makeTable } from '../../../src/core/tables/makeTable.ts';
import { parseSpec } from '../../../src/core/tables/spec.ts';
import { sentence } from '../../../src/messages/messages.ts';
import { contentOf, Desk, folderWith, removeFolders } from '../store/folder.ts';
import { sidecarOf } from '../store/samples.ts';
import { updateCode } from '../study/trees.ts';

const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

/** JSON in which the names of what every object has are keys; an object literal would set the prototype instead. */
const object = (value: string) => `{${names.map((name) => `"${name}": ${value}`).join(', ')}}`;

async function study() {
  const transcript = `---\n${names.map((name) => `${name}: {polluted: yes}\n`).join('')}case: __proto__\nrole: [__proto__, constructor]\n---\n**__proto__:** We trusted each other, and counted the beds.\n\n**constructor:** Yes.\n`;
  const sidecar = sidecarOf(
    { q1: 'We trusted each other', constructor: 'counted the beds' },
    transcript,
    'a.md',
    { codes: names },
  )
    .replaceAll(
      '"created"',
      `"weight": ${object('5')}, "translation": ${object('"x"')}, "${names[0]}": {"polluted": true}, "created"`,
    )
    .replace('"version": 1', `"version": 1,\n  "__proto__": {"polluted": true}`);
  return folderWith({
    'codeboom.json': `{"version": 1, "__proto__": {"polluted": true}, "queries": ${object('"__proto__"')}, "quoteStyle": "{text} {__proto__} {constructor} {toString} {role}", "coders": [{"id": "__proto__", "name": "constructor"}]}`,
    'codebook.json': `{"codes": [${names.map((name, index) => `{"id": "${name}", "name": "${name}", "__proto__": {"polluted": true}${index > 0 ? `, "parent": "${names[index - 1]}"` : ''}}`).join(', ')}]}`,
    'cases.csv': `case,${names.join(',')}\n__proto__,${names.join(',')}\nconstructor,${names.join(',')}\n`,
    'a.md': transcript,
    'a.codes.json': sidecar,
    'a.codes.__proto__.json': sidecar
      .replaceAll('"id": "q1"', '"id": "q2"')
      .replace('"id": "constructor"', '"id": "__proto__"'),
  });
}

describe('a study from a stranger with the names of what every object has', () => {
  afterEach(() => {
    const plain: Record<string, unknown> = {};
    assert.equal(plain.polluted, undefined);
    assert.equal(typeof plain.toString, 'function');
    return removeFolders();
  });

  it('is read, changed, merged and written like any other', async () => {
    const folder = await study();
    const before = await contentOf(folder);
    const desk = await Desk.at(folder);
    assert.deepEqual(desk.ids().toSorted(), ['__proto__', 'constructor', 'q1', 'q2']);
    assert.deepEqual([...desk.study.codebook.codes.keys()], names);
    problemsOf(desk.study);
    const other = await Desk.at(folder);
    for (const quotation of desk.quotations()) await desk.do(setComment(quotation, 'mine', desk.author));
    await other.do(toggleStar(other.quotations(), other.author));
    for (const code of other.study.codebook.codes.values())
      await other.do(updateCode(code, { definition: 'defined' }, other.author));
    await desk.refresh(...Object.keys(before));
    const again = await Desk.at(folder);
    assert.deepEqual(
      again
        .quotations()
        .map(({ comment, star, weight, translation, unknown }) => [
          comment,
          star,
          weight,
          translation,
          unknown,
        ]),
      again
        .quotations()
        .map(() => [
          'mine',
          true,
          JSON.parse(object('5')),
          JSON.parse(object('"x"')),
          JSON.parse('{"__proto__": {"polluted": true}}'),
        ]),
    );
    const after = await contentOf(folder);
    for (const path of ['a.codes.json', 'codeboom.json', 'a.codes.__proto__.json', 'codebook.json'])
      assert.match(after[path] ?? '', /"__proto__": \{"polluted": true\}/, path);
    assert.ok([...again.study.codebook.codes.values()].every(({ definition }) => definition === 'defined'));
  });

  it('has tables, chapters, queries and quotations like any other', async () => {
    const { study: open } = await Desk.at(await study());
    for (const { yaml } of defaultSpecs(open)) {
      const { spec } = parseSpec(yaml, open);
      assert.ok(spec);
      const { table } = makeTable(open, spec);
      assert.ok(!table || !/native code|\[object/.test(toCsv(table)));
    }
    for (const name of names) {
      const spec = `table: cases\ncolumns:\n  - {case: true}\n  - {attribute: ${name}}\n  - {codings: ${name}}\n  - {list: ${name}}\n`;
      const { text } = renderChapter(
        open,
        `<!-- codeboom\n${spec}-->\n<!-- /codeboom -->\n<!-- q:${name} -->x<!-- /q -->\n`,
      );
      assert.doesNotMatch(text, /native code|\[object/);
      assert.match(text, /\| *\\?_*(?:constructor)/);
      const parsed = queryIn(open, name);
      assert.ok('query' in parsed);
      assert.equal(evaluate(open, parsed.query).length, 4, name);
      for (const key of ['table', 'columns', 'cell', 'sort'])
        parseSpec(`table: matrix\n${key}: ${name}\n${name}: ${name}\n`, open);
    }
    for (const document of open.documents.values())
      for (const quotation of document.quotations)
        assert.doesNotMatch(formatQuotation(open, quotation), /native code|\[object|polluted/);
  });

  it('says what is wrong in words, whatever a reason is called', () => {
    for (const key of names)
      for (const language of ['en', 'nl'] as const) {
        assert.equal(sentence({ key, values: {} }, language), key);
        assert.equal(sentence({ key: `{${key}}`, values: {} }, language), `{${key}}`);
      }
  });

  it('keeps records whose ids are no ids, and does not use them', async () => {
    const ids = ['', '../x', 'a b', '<b>', 'a\nb', 'é', 'x'.repeat(65), 'a"b', '\u202eabc', 'a/b', '\0'];
    const records = ids.map(
      (id) => `{"id": ${JSON.stringify(id)}, "start": 0, "end": 2, "exact": "We", "codes": []}`,
    );
    const folder = await folderWith({
      'codeboom.json': '{"version": 1}',
      'a.md': 'We said so.\n',
      'a.codes.json': `{"quotations": [${records.join(', ')}]}`,
      'codebook.json': `{"codes": [${ids.map((id) => `{"id": ${JSON.stringify(id)}, "name": "N"}`).join(', ')}]}`,
    });
    const desk = await Desk.at(folder);
    assert.deepEqual([desk.ids(), desk.study.codebook.codes.size], [[], 0]);
    assert.equal(desk.keys.length, 2 * ids.length);
    await desk.do(desk.code('said', []));
    const { quotations } = JSON.parse((await contentOf(folder))['a.codes.json'] ?? '');
    assert.deepEqual(
      quotations.map(({ id }: { readonly id: string }) => id),
      [...desk.ids(), ...ids],
    );
  });
});
