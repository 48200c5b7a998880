import assert from 'node:assert/strict';
import { serialiseCases } from '../../../src/core/formats/cases.ts';
import { apply } from '../../../src/core/study/apply.ts';
import {
  type Asked,
  addCase,
  mergeCases,
  renameCase,
  setAttribute,
} from '../../../src/core/study/attributeChanges.ts';
import { kindOf, valuesInUse } from '../../../src/core/study/attributeValues.ts';
import { inverse, type Operation } from '../../../src/core/study/operation.ts';
import { type Study, withDocument } from '../../../src/core/study/study.ts';
import { smallStudy } from '../tables/small.ts';

const first = 'interviews/01-a.md';
const textOf = (study: Study, path: string) => study.documents.get(path)?.transcript?.text ?? '';

/** Applies an operation, and makes its edits as an editor does. */
function done(study: Study, operation: Operation): Study {
  const applied = apply(study, operation);
  assert.deepEqual(applied.conflicts, []);
  return [...applied.edits].reduce((all, [path, { range, text }]) => {
    const document = all.documents.get(path);
    assert.ok(document);
    const before = textOf(all, path);
    const after = before.slice(0, range.start) + text + before.slice(range.end);
    return withDocument(all, { ...document, transcript: { text: after } });
  }, applied.study);
}

function operationOf(asked: Asked): Operation {
  assert.ok('operation' in asked);
  return asked.operation;
}

function isTakenBack(study: Study, operation: Operation, after: Study): void {
  const back = done(after, inverse(operation));
  for (const path of study.documents.keys()) assert.equal(textOf(back, path), textOf(study, path));
  assert.equal(serialiseCases(back.cases), serialiseCases(study.cases));
  const again = done(back, operation);
  for (const path of study.documents.keys()) assert.equal(textOf(again, path), textOf(after, path));
  assert.equal(serialiseCases(again.cases), serialiseCases(after.cases));
}

describe('an attribute', () => {
  it('of documents is written in their front matter, of a case in its row, and taken back to the byte', () => {
    const study = smallStudy();
    const owners = [
      { kind: 'document', path: first },
      { kind: 'document', path: 'interviews/03-c.md' },
      { kind: 'case', name: 'Beta' },
    ] as const;
    const operation = operationOf(setAttribute(study, owners, 'rating', ['9']));
    const after = done(study, operation);
    assert.equal(textOf(after, first), textOf(study, first).replace('8,5', '9'));
    assert.match(serialiseCases(after.cases), /^case,partners,goals,rating\nBeta,3,cost \| care,9\n/);
    isTakenBack(study, operation, after);
  });

  it('is left as it is where somebody else changed it since', () => {
    const study = smallStudy();
    const owners = [{ kind: 'document', path: first }] as const;
    const operation = operationOf(setAttribute(study, owners, 'rating', ['9']));
    const other = done(study, operationOf(setAttribute(study, owners, 'rating', ['7'])));
    const applied = apply(other, operation);
    assert.equal(applied.edits.size, 0);
    assert.equal(applied.conflicts.length, 1);
  });

  it('is refused where the front matter cannot be edited', () => {
    const study = smallStudy();
    const document = study.documents.get(first);
    assert.ok(document);
    for (const text of ['---\na: [\n---\n', '---\n{a: 1}\n---\n', '---\na: {b: 1}\n---\n']) {
      const broken = withDocument(study, { ...document, transcript: { text } });
      const asked = setAttribute(broken, [{ kind: 'document', path: first }], 'a', ['2']);
      assert.ok('refused' in asked, text);
    }
  });

  it('has the values in use, the most used first, and the kind of all of them', () => {
    assert.deepEqual(
      [...valuesInUse(smallStudy(), 'goals')],
      [
        ['care', 2],
        ['cost', 1],
      ],
    );
    assert.equal(kindOf(['8,5', '6-', '7']), 'number');
    assert.equal(kindOf(['2019-03-04', '2019-03']), 'date');
    assert.equal(kindOf(['8', 'high']), 'text');
    assert.equal(kindOf([]), 'text');
  });
});

describe('a case', () => {
  it('is renamed in its place and in its documents, and taken back', () => {
    const study = smallStudy();
    const operation = operationOf(renameCase(study, 'Beta', 'Delta: two'));
    const after = done(study, operation);
    assert.deepEqual([...after.cases.cases.keys()], ['Delta: two', 'Alpha', 'Gamma']);
    assert.match(textOf(after, 'interviews/03-c.md'), /^case: "Delta: two"$/m);
    isTakenBack(study, operation, after);
    assert.ok('refused' in renameCase(study, 'Beta', 'Alpha'));
    assert.ok('refused' in addCase(study, ' '));
  });

  it('is added, and of two names one is made, with nothing lost of what both say', () => {
    const study = smallStudy();
    const added = done(study, operationOf(addCase(study, 'alpha')));
    const given = done(
      added,
      operationOf(setAttribute(added, [{ kind: 'case', name: 'alpha' }], 'domain', ['x'])),
    );
    const operation = operationOf(mergeCases(given, 'alpha', 'Alpha'));
    const after = done(given, operation);
    assert.equal(after.cases.cases.has('alpha'), false);
    assert.equal(after.cases.cases.get('Alpha')?.attributes.domain, 'x');
    const contradicting = done(
      given,
      operationOf(setAttribute(given, [{ kind: 'case', name: 'alpha' }], 'partners', ['99'])),
    );
    const kept = done(contradicting, operationOf(mergeCases(contradicting, 'alpha', 'Alpha')));
    assert.equal(kept.cases.cases.get('alpha')?.attributes.partners, '99');
  });
});
