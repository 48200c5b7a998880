import assert from 'node:assert/strict';
import fc from 'fast-check';
import { objectInPieces } from '../../../src/core/formats/jsonPieces.ts';
import { parseSidecar, parseSidecarInPieces, serialiseSidecar } from '../../../src/core/formats/sidecar.ts';
import { bytesOf, piecesOf } from '../../../src/store/bytes.ts';
import { sidecarFile } from './arbitraries.ts';

const inPieces = (text: string, atLeast: number) => piecesOf(bytesOf(text), atLeast) ?? [];

/** What the whole text is as JSON; undefined when it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe('a file read in pieces', () => {
  it('is cut after line ends, and nothing is lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', '…', '👩', '\n') }),
        fc.nat(9),
        (text, atLeast) => {
          const pieces = inPieces(text, atLeast);
          assert.equal(pieces.join(''), text);
          for (const piece of pieces.slice(0, -1)) assert.ok(piece.endsWith('\n'));
        },
      ),
    );
  });

  it('is what it is as a whole', () => {
    fc.assert(
      fc.property(sidecarFile, fc.integer({ min: 20, max: 2_000 }), (file, atLeast) => {
        const text = serialiseSidecar(file);
        const whole = parseSidecar(text, 'a.codes.json', file.document, file.sidecar.coder);
        const quickly = parseSidecarInPieces(
          inPieces(text, atLeast),
          'a.codes.json',
          file.document,
          file.sidecar.coder,
        );
        if (quickly) assert.deepEqual(quickly, whole);
      }),
    );
  });

  const records = '{"id": "q1"},\n    {"id": "q2"},\n    {"id": "q3", "codes": ["a"]}';
  const list = `{\n  "version": 1,\n  "quotations": [\n    ${records}\n  ]`;
  const texts = [
    `${list}\n}\n`,
    `${list},\n  "more": {"a": 1}\n}\n`,
    `${list},\n  "more": [\n    1,\n    2\n  ]\n}\n`,
  ];

  it('comes out of pieces of any size, once there are two; other layouts are left to be read as a whole', () => {
    const [plain = '', more = '', secondList = ''] = texts;
    for (const text of [plain, more])
      assert.deepEqual(objectInPieces(inPieces(text, 40), 'quotations'), JSON.parse(text));
    assert.equal(objectInPieces([plain], 'quotations'), undefined);
    assert.equal(objectInPieces(inPieces(plain, 40), 'codes'), undefined);
    assert.equal(objectInPieces(inPieces(secondList, 40), 'quotations'), undefined);
  });

  it('is never anything else than the whole, however it is damaged', () => {
    const part = fc.constantFrom(
      '',
      ',',
      ']',
      '[',
      '}',
      '{',
      '"',
      '\n',
      ',\n',
      '1',
      ' ',
      '\n  ]',
      '  "quotations": [\n',
    );
    const places = fc.tuple(fc.nat(120), fc.nat(3));
    let read = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        places,
        part,
        fc.integer({ min: 20, max: 80 }),
        (text, [at, removed], inserted, atLeast) => {
          const damaged = text.slice(0, at) + inserted + text.slice(at + removed);
          const object = objectInPieces(inPieces(damaged, atLeast), 'quotations');
          if (object === undefined) return;
          read++;
          assert.deepEqual(object, parsed(damaged));
        },
      ),
      { numRuns: 3_000 },
    );
    assert.ok(read > 0);
  });
});
