import assert from 'node:assert/strict';
import type { Author } from '../../../src/core/study/author.ts';
import { type CodeFields, fieldChanges } from '../../../src/core/study/codebook/changes.ts';
import { isRefusal, type Refusal } from '../../../src/core/study/codebook/refusal.ts';
import { operation } from '../../../src/core/study/coding.ts';
import type { Code, Quotation, StudyDocument } from '../../../src/core/study/model.ts';
import type { Operation } from '../../../src/core/study/operation.ts';
import { emptyStudy, type Study, withDocuments } from '../../../src/core/study/study.ts';

export const author: Author = { coder: '', now: '2024-05-01T10:00:00Z', newId: () => 'qnew000000' };

export function code(id: string, parent?: string, more: Partial<Code> = {}): Code {
  return { id, name: id.toUpperCase(), level: 'code', ...(parent !== undefined && { parent }), ...more };
}

export function quotation(
  id: string,
  document: string,
  codes: readonly string[],
  more: Partial<Quotation> = {},
) {
  return {
    id,
    document,
    coder: '',
    start: 0,
    end: 1,
    exact: 'x',
    prefix: '',
    suffix: '',
    codes,
    created: '2024-01-01T00:00:00Z',
    modified: '2024-01-01T00:00:00Z',
    ...more,
  } satisfies Quotation;
}

/** A study of some codes, and documents that say who their case is. */
export function studyOf(
  codes: readonly Code[],
  documents: Readonly<Record<string, { readonly case?: string; readonly quotations: readonly Quotation[] }>>,
): Study {
  const base: Study = {
    ...emptyStudy,
    codebook: { sets: new Map(), codes: new Map(codes.map((one) => [one.id, one])) },
  };
  const made = Object.entries(documents).map(
    ([path, { case: name, quotations }]): [string, StudyDocument] => [
      path,
      {
        path,
        transcript: { text: name === undefined ? 'xyz\n' : `---\ncase: ${name}\n---\nxyz\n` },
        sidecars: new Map(),
        quotations,
      },
    ],
  );
  return withDocuments(base, new Map(made));
}

/** Sets fields of a code, whatever they are. */
export function updateCode(code: Code, set: CodeFields, author: Author): Operation {
  return operation('done.defineCode', { code: code.name }, fieldChanges([code], set, author));
}

/** The operation that was made; fails on a refusal. */
export function made(result: Operation | Refusal): Operation {
  assert.ok(!isRefusal(result), JSON.stringify(result));
  return result;
}
