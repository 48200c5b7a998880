import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { blocksOf, isAsGenerated } from '../../../src/core/chapters/blocks.ts';
import { resealed } from '../../../src/core/chapters/resealed.ts';
import { findNames, nameMatcher } from '../../../src/core/privacy/findNames.ts';
import { pseudonymisation, pseudonymise } from '../../../src/core/privacy/pseudonymisation.ts';
import type { Pseudonym } from '../../../src/core/privacy/register.ts';
import { codingChanges, operation, setComment } from '../../../src/core/study/coding.ts';
import { type FileChange, inverse, type Operation } from '../../../src/core/study/operation.ts';
import { placeOf } from '../../../src/core/text/place.ts';
import { NodeFileSystem } from '../../../src/store/node/nodeFileSystem.ts';
import { replaceFiles } from '../../../src/store/replaceFiles.ts';
import { filesOfStudy } from '../../../src/store/textFiles.ts';
import { contentOf, Desk, folderWith, put, removeFolders, textIn } from './folder.ts';

const sample = 'media/sample';

function sampleFiles(): Readonly<Record<string, string>> {
  const paths = globSync('**/*', { cwd: sample, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(sample.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

/** Two transcripts of one's own (a folder that CODEBOOM_TRANSCRIPTS names), the longest; else none. */
function realTranscripts(): Readonly<Record<string, string>> {
  const folder = process.env.CODEBOOM_TRANSCRIPTS;
  if (folder === undefined) return {};
  const texts = globSync('*.md', { cwd: folder }).map((name) => readFileSync(join(folder, name), 'utf8'));
  const longest = texts.sort((a, b) => b.length - a.length).slice(0, 2);
  return Object.fromEntries(longest.map((text, index) => [`interviews/real-${index + 1}.md`, text]));
}

/** The words with a capital that the texts have most of, as names of all kinds. */
function commonNames(texts: readonly string[], count: number): readonly Pseudonym[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [word] of text.matchAll(/\b\p{Lu}\p{L}{3,}\b/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const kinds = ['person', 'organisation', 'place', 'case'] as const;
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([name], index) => ({
      name,
      pseudonym: index % 3 === 0 ? `Qx ${index} Zorg` : `Qx${index}`,
      kind: kinds[index % 4] ?? 'person',
    }));
}

/** A study coded all over, opened, with the operation that puts pseudonyms for the names that it has most of. */
async function coded(files: Readonly<Record<string, string>>, count: number) {
  const folder = await folderWith(files);
  const desk = await Desk.at(folder);
  for (const document of desk.study.documents.values()) {
    const text = document.transcript?.text ?? '';
    const step = Math.max(Math.floor(text.length / 60), 40);
    const ranges = Array.from({ length: Math.floor(text.length / step) }, (_, index) => ({
      start: index * step,
      end: index * step + 25 + ((index * 37) % 120),
    }));
    const changes = codingChanges(document, ranges, { add: ['vertrouwen'] }, desk.author);
    await desk.do(operation('done.applyCodes', {}, changes));
    const [first] = desk.quotations(document.path);
    if (first) await desk.do(setComment(first, `Hier staat: ${first.exact}`, desk.author));
  }
  const fs = new NodeFileSystem(folder);
  const read = await filesOfStudy(fs);
  const pseudonyms = commonNames(Object.values(files), count);
  const codes = new Set(desk.study.codebook.codes.keys());
  const plan = pseudonymisation({ ...read, codes }, { pseudonyms });
  assert.ok(!('errors' in plan), JSON.stringify(plan));
  return { folder, desk, fs, plan, matcher: nameMatcher(pseudonyms), pseudonyms };
}

function contentsOf({ files = [] }: Operation): readonly FileChange[] {
  return files.flatMap((step) => (step.kind === 'content' ? [step] : []));
}

describe('pseudonymising a study on disk', () => {
  afterEach(removeFolders);

  it('leaves every quotation on its words and no name, and undone every byte is as it was', async () => {
    const files = { ...sampleFiles(), ...realTranscripts() };
    const { folder, desk, fs, plan, matcher, pseudonyms } = await coded(files, 20);
    const before = await contentOf(folder);
    const coding = new Map(
      [...desk.study.documents.values()].flatMap((one) => one.quotations.map((q) => [q.id, q])),
    );
    const change = pseudonymise(plan.files, plan.replacements, [], resealed);
    const changes = contentsOf(change);
    assert.ok(changes.some(({ path }) => path.startsWith('memos/')));
    assert.ok(changes.some(({ path }) => path.startsWith('chapters/')));

    assert.equal(await replaceFiles(fs, changes), undefined);
    await desk.refresh(...changes.map(({ path }) => path));
    const isInterview = (path: string) => basename(path) !== path && path.endsWith('.md');
    for (const [path, text] of Object.entries(await contentOf(folder)).filter(([path]) => isInterview(path)))
      assert.deepEqual(findNames(text.replace(/document:[^\s,\]]+/g, ''), matcher), [], path);
    const reopened = await Desk.at(folder);
    let count = 0;
    for (const { study } of [desk, reopened])
      for (const { path, transcript, quotations } of study.documents.values())
        for (const quotation of quotations) {
          count++;
          const { id, start, end, exact, prefix, suffix, anchor } = quotation;
          assert.equal(anchor, undefined, `${path} ${id}`);
          assert.deepEqual(placeOf(transcript?.text ?? '', start, end), {
            start,
            end,
            exact,
            prefix,
            suffix,
          });
          // The words are those of the quotation, but for the pseudonyms.
          const plain = (text: string) =>
            [...findNames(text, matcher)]
              .reverse()
              .reduce((rest, name) => `${rest.slice(0, name.start)}§${rest.slice(name.end)}`, text);
          const was = plain(coding.get(id)?.exact ?? '').split('§');
          const inner = was.slice(1, -1);
          assert.ok(
            inner.every((part) => exact.includes(part)),
            `${path} ${id}: ${exact}`,
          );
        }
    assert.ok(count > 2000, `${count}`);
    const texts = Object.entries(await contentOf(folder));
    for (const [path, text] of texts.filter(([path]) => path.startsWith('chapters/')))
      for (const block of blocksOf(text).blocks)
        if (block.digest !== undefined) assert.ok(isAsGenerated(text, block), path);
    assert.ok(pseudonyms.length === 20);

    const back = contentsOf(inverse(change));
    assert.equal(await replaceFiles(fs, back), undefined);
    await desk.refresh(...back.map(({ path }) => path));
    assert.deepEqual(await contentOf(folder), before);
    for (const { quotations } of desk.study.documents.values())
      for (const quotation of quotations) assert.deepEqual(quotation, coding.get(quotation.id));
  });

  it('does nothing at all when one of the files was changed meanwhile, or cannot be written', async () => {
    const { folder, fs, plan } = await coded(sampleFiles(), 8);
    const changes = contentsOf(pseudonymise(plan.files, plan.replacements, [], resealed));
    const path = changes.at(-1)?.path ?? '';
    await put(folder, path, `${await textIn(folder, path)}\n`);
    const before = await contentOf(folder);
    assert.deepEqual(await replaceFiles(fs, changes), { changed: [path] });
    assert.deepEqual(await contentOf(folder), before);

    let writes = 0;
    const full: typeof fs = Object.assign(new NodeFileSystem(folder), {
      write: async (...args: Parameters<typeof fs.write>) => {
        if (++writes === 4) throw new Error('The disk is full');
        return fs.write(...args);
      },
    });
    await assert.rejects(replaceFiles(full, changes.slice(0, -1)));
    assert.deepEqual(await contentOf(folder), before);
  });
});
