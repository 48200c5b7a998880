import assert from 'node:assert/strict';
import { queryIn } from '../../../src/core/query/check.ts';
import { english } from '../../../src/messages/english.ts';
import { code, documentOf, studyOf } from './studies.ts';

const study = studyOf(
  [code('vertrouwen', 'Vertrouwen'), code('x1', 'Doel'), code('x2', 'doel')],
  [
    documentOf(
      'interviews/01-secureco.md',
      '---\ncase: TotalCare\nrating: 3\nspeakers: {I: Interviewer, R: SecureCo}\n---\n**I:** How?\n\n**R:** Well.\n',
      [],
    ),
  ],
);

function failure(text: string): [string, string, string | number | undefined] | undefined {
  const result = queryIn(study, text);
  if (!('error' in result)) return undefined;
  const { message, at } = result.error;
  assert.ok(message.key in english);
  return [message.key, text.slice(at.start, at.end), message.values.names ?? message.values.ids];
}

describe('queryIn', () => {
  it('accepts names that the study has, whatever their case', () => {
    for (const text of [
      'VERTROUWEN',
      '=x1',
      'x2',
      'case:totalcare',
      'speaker:r',
      'speaker:secureco',
      'Rating < 4',
      'text:"anything"',
    ]) {
      assert.equal(failure(text), undefined, text);
    }
  });

  it('names the closest codes for one that is not there, at its place', () => {
    const [key, where, names] = failure('rating = 3 AND (vetrouwen OR x1)') ?? [];
    assert.deepEqual([key, where], ['query.unknownCode', 'vetrouwen']);
    assert.match(String(names), /^Vertrouwen/);
  });

  it('does the same for attributes and for the values of fields', () => {
    assert.deepEqual(failure('ratng > 3'), ['query.unknownAttribute', 'ratng', 'rating']);
    assert.deepEqual(failure('case:"Total Car"'), ['query.unknownValue', '"Total Car"', 'TotalCare']);
    assert.equal(failure('speaker:SecurCo')?.[0], 'query.unknownValue');
  });

  it('asks which of two codes of the same name is meant', () => {
    assert.deepEqual(failure('DOEL'), ['query.ambiguousCode', 'DOEL', 'x1, x2']);
  });

  it('passes on errors of the parser', () => {
    assert.equal(failure('vertrouwen AND')?.[0], 'query.operandMissing');
  });
});
