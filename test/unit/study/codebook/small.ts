import assert from 'node:assert/strict';
import { apply } from '../../../../src/core/study/apply.ts';
import { codesMadeBy } from '../../../../src/core/study/codebook/create.ts';
import { isRefusal, type Refusal } from '../../../../src/core/study/codebook/refusal.ts';
import type { HistoryEntry } from '../../../../src/core/study/history.ts';
import type { Code, CodeSet, Quotation } from '../../../../src/core/study/model.ts';
import { inverse, type Operation } from '../../../../src/core/study/operation.ts';
import type { Study } from '../../../../src/core/study/study.ts';
import { content } from '../drawn.ts';
import { code, made, quotation, studyOf } from '../trees.ts';

const base = studyOf(
  [
    code('top', undefined, { level: 'dimension', color: 'green' }),
    code('theme', 'top', { level: 'theme' }),
    code('a', 'theme', { definition: 'What a is.', include: 'Both.', example: 'q1' }),
    code('b', 'theme', {
      definition: 'What b is.',
      include: 'Both.',
      exclude: 'Not this.',
      example: 'q2',
      modified: '2024-02-02T00:00:00Z',
    }),
    code('loose'),
  ],
  {
    'one.md': {
      quotations: [
        quotation('q1', 'one.md', ['a', 'b'], { weight: { a: 20, b: 70 } }),
        quotation('q2', 'one.md', ['b', 'loose'], { weight: { b: 5 } }),
      ],
    },
    'two.md': { quotations: [quotation('q3', 'two.md', ['theme']), quotation('q4', 'two.md', ['b'])] },
  },
);

/** A study with a tree of five codes, a set of two of them, and relations of the one with others. */
export const study: Study = {
  ...base,
  codebook: { ...base.codebook, sets: new Map([['s', { id: 's', name: 'S', codes: ['b', 'loose'] }]]) },
  relations: {
    relations: new Map([
      ['r1', { id: 'r1', from: 'code:b', to: 'code:top', type: 'is cause of' }],
      ['r2', { id: 'r2', from: 'code:a', to: 'code:b', type: 'is a' }],
      ['r3', { id: 'r3', from: 'quotation:q3', to: 'quotation:q4', type: 'continues' }],
    ]),
  },
};

export function the(id: string, from: Study = study): Code {
  const found = from.codebook.codes.get(id);
  assert.ok(found, id);
  return found;
}

/** The study with other fields of a code. */
export function withFields(id: string, fields: Partial<Code>): Study {
  const codes = new Map(study.codebook.codes).set(id, { ...the(id), ...fields });
  return { ...study, codebook: { ...study.codebook, codes } };
}

export function theSet(id: string, from: Study = study): CodeSet {
  const found = from.codebook.sets.get(id);
  assert.ok(found, id);
  return found;
}

/** The study after an operation, which leaves nothing out, writes one line of history, and is taken back by its inverse. */
export function done(asked: Operation | Refusal, from: Study = study): Study {
  const { study: after, conflicts, operation } = apply(from, made(asked));
  assert.deepEqual(conflicts, []);
  assert.equal(
    after.history.entries.size,
    from.history.entries.size + (operation.changes.length > 0 ? 1 : 0),
  );
  assert.deepEqual(content(apply(after, inverse(operation)).study), content(from));
  return after;
}

/** The line of history that an operation writes, without what is the same in all. */
export function told(asked: Operation | Refusal): Partial<HistoryEntry> | undefined {
  const change = made(asked).changes.find(({ record }) => record === 'history');
  if (change?.record !== 'history' || !change.after) return undefined;
  const { at: _, ...entry } = change.after;
  return entry;
}

/** The id of the first code that an operation makes. */
export function newIdOf(asked: Operation | Refusal): string {
  const [code] = codesMadeBy(made(asked));
  assert.ok(code);
  return code.id;
}

export function refusedAs(result: Operation | Refusal): string {
  return isRefusal(result) ? result.refused.key : 'not refused';
}

export function quotationIn(from: Study, id: string): Quotation | undefined {
  return [...from.documents.values()].flatMap(({ quotations }) => quotations).find((one) => one.id === id);
}

export const codesOf = (from: Study, id: string) => quotationIn(from, id)?.codes;
