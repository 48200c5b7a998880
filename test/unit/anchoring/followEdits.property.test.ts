import assert from 'node:assert/strict';
import fc from 'fast-check';
import { followEdits } from '../../../src/core/anchoring/followEdits.ts';
import { type LiveAnchors, liveAnchors } from '../../../src/core/anchoring/liveAnchors.ts';
import type { Reason } from '../../../src/core/anchoring/removedText.ts';
import type { TextEdit } from '../../../src/core/anchoring/textEdit.ts';
import { applyEdits, inverseEdits } from './edits.ts';

/**
 * The slow and obvious way: every character is an object of its own, and knows the quotations that it belongs to. A
 * quotation is where its characters are.
 */
interface Character {
  readonly text: string;
  readonly of: ReadonlySet<string>;
}

type Model = readonly Character[];

function modelOf(text: string, ranges: readonly { id: string; start: number; end: number }[]): Model {
  return [...text].map((character, at) => ({
    text: character,
    of: new Set(ranges.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id)),
  }));
}

function rangeOf(model: Model, id: string): { start: number; end: number } | undefined {
  const start = model.findIndex(({ of }) => of.has(id));
  return start < 0 ? undefined : { start, end: model.findLastIndex(({ of }) => of.has(id)) + 1 };
}

/** New characters belong to the quotations that reach over them on both sides, or of which they replace a part. */
function edited(model: Model, edits: readonly TextEdit[], ids: readonly string[]): Model {
  const gone = (at: number) => edits.some(({ start, end }) => start <= at && at < end);
  const left = model.map((character, at) => (gone(at) ? undefined : character));
  const result: Character[] = [];
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  for (let at = 0; at <= model.length; at++) {
    const edit = sorted.find(({ start }) => start === at);
    if (edit) {
      const of = ids.filter((id) => {
        const before = rangeOf(model, id);
        const has = (character: Character | undefined) => character?.of.has(id) === true;
        if (!before || !left.some(has)) return false;
        const replaces = edit.start < edit.end && before.start <= edit.start && edit.end <= before.end;
        return replaces || (left.slice(0, at).some(has) && left.slice(edit.end).some(has));
      });
      result.push(...[...edit.text].map((text) => ({ text, of: new Set(of) })));
    }
    const character = left[at];
    if (character) result.push(character);
  }
  return result;
}

const ids = ['a', 'b', 'c', 'd'];

const ranges = (length: number) =>
  fc
    .array(fc.tuple(fc.nat(length), fc.nat(length)), { minLength: 1, maxLength: ids.length })
    .map((pairs) =>
      pairs.flatMap(([x, y], index) =>
        x === y ? [] : [{ id: ids[index] ?? '', start: Math.min(x, y), end: Math.max(x, y) }],
      ),
    );

/** Each number pair is a range of the text at hand; what is inserted is unlike anything before it. */
const batches = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('undo' as const) },
    { weight: 1, arbitrary: fc.constant('redo' as const) },
    {
      weight: 5,
      arbitrary: fc.array(fc.tuple(fc.nat(1000), fc.nat(12), fc.nat(4)), { minLength: 1, maxLength: 3 }),
    },
  ),
  { maxLength: 25 },
);

function textOf(live: LiveAnchors) {
  return Object.fromEntries(
    live.quotations.map(({ id, start, end, lost }) => [id, lost ? undefined : { start, end }]),
  );
}

describe('followEdits, for any text, quotations and edits', () => {
  it('has each quotation on its surviving characters, and undo and redo restore every range', () => {
    let fresh = 0x4e00;
    const unseen = (length: number) => {
      let text = '';
      while (text.length < length) {
        fresh = fresh >= 0x9fff ? 0x4e00 : fresh + 1;
        text += String.fromCharCode(fresh);
      }
      return text;
    };
    fc.assert(
      fc.property(ranges(30), batches, (quotations, list) => {
        let text = 'abcdefghijklmnopqrstuvwxyz1234';
        let live = liveAnchors(quotations);
        let model = modelOf(text, quotations);
        type Past = { model: Model; inverse: readonly TextEdit[] };
        const undo: Past[] = [];
        const redo: Past[] = [];
        for (const batch of list) {
          let reason: Reason = 'edit';
          let edits: readonly TextEdit[] = [];
          let next: Model;
          if (batch === 'undo' || batch === 'redo') {
            const past = (batch === 'undo' ? undo : redo).pop();
            if (!past) continue;
            reason = batch;
            edits = past.inverse;
            next = past.model;
          } else {
            edits = apart(batch, text.length, unseen);
            if (edits.length === 0) continue;
            next = edited(model, edits, ids);
            redo.length = 0;
          }
          const past = { model, inverse: inverseEdits(text, edits) };
          (batch === 'undo' ? redo : undo).push(past);
          live = followEdits(live, edits, text, reason);
          text = applyEdits(text, edits);
          model = next;
          assert.equal(model.map((character) => character.text).join(''), text);
          const expected = Object.fromEntries(quotations.map(({ id }) => [id, rangeOf(model, id)]));
          assert.deepEqual(textOf(live), expected);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('restores every range when an edit is undone at once, however often the same letters occur', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 });
    fc.assert(
      fc.property(
        ranges(20),
        fc.array(fc.tuple(fc.nat(1000), fc.nat(6), letters), { maxLength: 12 }),
        (quotations, list) => {
          let text = 'abababbaabbababaabab';
          let live = liveAnchors(quotations);
          for (const [at, length, inserted] of list) {
            const start = at % (text.length + 1);
            const edit = { start, end: Math.min(text.length, start + length), text: inserted };
            const after = applyEdits(text, [edit]);
            const done = followEdits(live, [edit], text);
            const undone = followEdits(done, inverseEdits(text, [edit]), after, 'undo');
            assert.deepEqual(textOf(undone), textOf(live));
            const redone = followEdits(undone, [edit], text, 'redo');
            assert.deepEqual(textOf(redone), textOf(done));
            live = redone;
            text = after;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('carries every quotation in a range that is dragged elsewhere', () => {
    fc.assert(
      fc.property(ranges(30), fc.nat(30), fc.nat(30), fc.nat(30), (quotations, x, y, to) => {
        const text = 'abcdefghijklmnopqrstuvwxyz1234';
        const [start, end] = [Math.min(x, y), Math.max(x, y)];
        fc.pre(end - start >= 2 && (to < start || to > end));
        const piece = text.slice(start, end);
        const edits = [
          { start, end, text: '' },
          { start: to, end: to, text: piece },
        ];
        const after = applyEdits(text, edits);
        const live = followEdits(liveAnchors(quotations), edits, text);
        for (const { id, start: from, end: until } of quotations) {
          if (from < start || until > end) continue;
          const carried = live.quotations.find((quotation) => quotation.id === id);
          assert.equal(carried && after.slice(carried.start, carried.end), text.slice(from, until));
        }
      }),
    );
  });
});

/** Ranges that do not touch each other, as edits. */
function apart(
  triples: readonly (readonly [number, number, number])[],
  length: number,
  textOfLength: (length: number) => string,
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const [at, size, inserted] of triples) {
    const start = at % (length + 1);
    const end = Math.min(length, start + size);
    if (edits.some((edit) => start <= edit.end && edit.start <= end)) continue;
    if (start < end || inserted > 0) edits.push({ start, end, text: textOfLength(inserted) });
  }
  return edits;
}
