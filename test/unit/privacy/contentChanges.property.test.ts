import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textAfter } from '../../../src/core/anchoring/followRange.ts';
import { resealed } from '../../../src/core/chapters/resealed.ts';
import { parseSidecar, serialiseSidecar } from '../../../src/core/formats/sidecar.ts';
import { contentChanges } from '../../../src/core/privacy/contentChanges.ts';
import { findNames, nameMatcher } from '../../../src/core/privacy/findNames.ts';
import { replacementsIn } from '../../../src/core/privacy/nameReplacements.ts';
import type { Pseudonym } from '../../../src/core/privacy/register.ts';
import type { Quotation } from '../../../src/core/study/model.ts';
import { digestOf } from '../../../src/core/text/digest.ts';
import { placeOf } from '../../../src/core/text/place.ts';
import { normalForm, transcriptOf } from '../../../src/core/text/transcript.ts';

const pseudonyms: readonly Pseudonym[] = [
  { name: 'Jan', pseudonym: 'Floor', kind: 'person' },
  { name: 'Jan Jansen', pseudonym: 'Wout Kruk', kind: 'person', variants: ['Jansen'] },
  { name: 'Renée', pseudonym: 'Bo', kind: 'person' },
  { name: 'SecureCo', pseudonym: 'Het Zorghuis', kind: 'organisation' },
];
const names = ['Jan', 'Jans', 'JAN', 'Jansen', 'J. Jansen', 'J.J.', 'Renée', 'Rene\u0301e', 'SecureCo'];
const piece = fc.constantFrom(...names, 'en', 'zei', '😀', ' ', '\n', '-', '. ', "'s ", '**', '\n\n', '\r\n');
const matcher = nameMatcher(pseudonyms);
const codes = new Set<string>();

function sidecarOf(text: string, quotations: readonly Quotation[]): string {
  return serialiseSidecar({
    document: 'a.md',
    sidecar: { coder: '', text: digestOf({ text }) },
    quotations,
  });
}

function quotationAt(text: string, start: number, end: number): Quotation {
  const place = placeOf(text, start, end);
  return { id: 'q1', document: 'a.md', coder: '', codes: [], created: '', modified: '', ...place };
}

describe('pseudonyms in the files of a study', () => {
  it('are only where they were asked for, and every quotation is on its words', () => {
    const drawn = fc.record({
      parts: fc.array(piece, { maxLength: 40 }),
      a: fc.nat(),
      b: fc.nat(),
      ticks: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    });
    fc.assert(
      fc.property(drawn, ({ parts, a, b, ticks }) => {
        const raw = parts.join('');
        const text = normalForm(raw);
        const [one, other] = [a % (text.length + 1), b % (text.length + 1)];
        if (one === other) return;
        const quotation = quotationAt(text, Math.min(one, other), Math.max(one, other));
        const files = [
          { path: 'a.codes.json', raw: sidecarOf(text, [quotation]) },
          { path: 'a.md', raw },
        ];
        const found = files.flatMap((file) => replacementsIn(file, matcher, codes));
        const ticked = found.filter((_, index) => ticks[index]);
        const changes = contentChanges(files, ticked, resealed);
        const after = (path: string) =>
          changes.find((change) => change.path === path)?.after.raw ??
          files.find((file) => file.path === path)?.raw ??
          '';

        const moved = parseSidecar(after('a.codes.json'), 'a.codes.json', 'a.md', '').value?.quotations[0];
        assert.ok(moved);
        const now = transcriptOf(after('a.md'));
        const { start, end, exact, prefix, suffix } = moved;
        assert.deepEqual(placeOf(now.text, start, end), { start, end, exact, prefix, suffix });
        // What of the quotation is no name, is in it as it was; a name is in it as a whole.
        const inside = ticked.filter((edit) => edit.start < quotation.end && quotation.start < edit.end);
        if (inside.length === 0) assert.equal(exact, quotation.exact);
        for (const { text: pseudonym } of inside) assert.ok(exact.includes(normalForm(pseudonym)));
        if (ticked.length === found.length) assert.deepEqual(findNames(now.text, matcher), []);
        if (ticked.length === 0) assert.deepEqual(changes, []);

        // What an editor does with the edits is what is written, there and back.
        for (const { before, after } of changes) {
          assert.equal(textAfter(normalForm(before.raw), after.edits), normalForm(after.raw));
          assert.equal(textAfter(normalForm(after.raw), before.edits), normalForm(before.raw));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reach comments, translations, the words of a quotation in review, and all of a lost one', () => {
    const text = 'Jan kwam';
    const inReview: Quotation = {
      ...quotationAt(text, 0, 8),
      comment: 'over "Jan"\nJan',
      translation: { en: 'Jan came' },
      anchor: { state: 'review', was: 'Jan kwam.', reason: 'reason.changed' },
    };
    const lost: Quotation = {
      ...{ ...quotationAt(text, 0, 8), id: 'q2', exact: 'met Jan', prefix: 'Jan ', suffix: ' Jansen' },
      anchor: { state: 'lost', since: '2024-01-01T00:00:00Z' },
    };
    const files = [
      { path: 'a.codes.json', raw: sidecarOf(text, [inReview, lost]) },
      { path: 'a.md', raw: text },
    ];
    const found = files.flatMap((file) => replacementsIn(file, matcher, codes));
    const changes = contentChanges(files, found, resealed);
    const sidecar = changes.find(({ path }) => path === 'a.codes.json')?.after.raw ?? '';
    const after = parseSidecar(sidecar, 'a.codes.json', 'a.md', '').value?.quotations;
    const byId = [...(after ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
    assert.deepEqual(
      byId.map(({ exact, prefix, suffix, comment, translation, anchor }) => ({
        ...{ exact, prefix, suffix, comment, translation },
        was: anchor && 'was' in anchor && anchor.was,
      })),
      [
        {
          ...{ exact: 'Floor kwam', prefix: '', suffix: '', comment: 'over "Floor"\nFloor' },
          ...{ translation: { en: 'Floor came' }, was: 'Floor kwam.' },
        },
        {
          ...{ exact: 'met Floor', prefix: 'Floor ', suffix: ' Wout Kruk', comment: undefined },
          ...{ translation: undefined, was: false },
        },
      ],
    );
  });
});
