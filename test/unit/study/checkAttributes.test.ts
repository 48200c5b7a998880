import assert from 'node:assert/strict';
import { problemsOf } from '../../../src/core/study/check.ts';
import type { StudyDocument } from '../../../src/core/study/model.ts';
import { emptyStudy, type Study, withDocuments } from '../../../src/core/study/study.ts';
import { documentOf } from '../tables/small.ts';

function studyOf(...frontMatters: readonly string[]): Study {
  const documents = frontMatters.map((yaml, index): [string, StudyDocument] => {
    const path = `${index + 1}.md`;
    return [path, documentOf(path, `---\n${yaml}\n---\n«q${index + 1} |Yes.»\n`)];
  });
  const study: Study = { ...emptyStudy, settings: { quoteStyle: '{text} ({organisation})' } };
  return withDocuments(study, new Map(documents));
}

const found = (study: Study) =>
  problemsOf(study).map(({ file, severity, message }) => [file, severity, message.key]);

describe('problems of attributes', () => {
  it('are a mark outside 1 to 10, a word among numbers, a number among words and what is no date', () => {
    const odd = (key: string, ...values: readonly string[]) =>
      found(studyOf(...values.map((value) => `${key}: ${value}`)));
    assert.deepEqual(odd('rating', '7', '8,5', '6-', '75'), [['4.md', 'warning', 'attributes.outsideScale']]);
    assert.deepEqual(odd('rating', '7', '8,5', '6-', 'seven'), [
      ['4.md', 'warning', 'attributes.wordAmongNumbers'],
    ]);
    assert.deepEqual(odd('role', 'a', 'b', '3', 'c'), [['3.md', 'warning', 'attributes.numberAmongWords']]);
    assert.deepEqual(odd('date', '2019-03-04', '2019-03-05', '2019-03-06', '4 March'), [
      ['4.md', 'warning', 'attributes.noDate'],
    ]);
    assert.deepEqual(odd('rating', '7', '8,5', '6-', '10'), []);
    assert.deepEqual(odd('staff', '70', '8', '6', '100'), []);
    assert.deepEqual(odd('rating', '7', '75'), []);
  });

  it('are a value that most have, not one that few have or that is not asked of this type', () => {
    assert.deepEqual(found(studyOf('role: a', 'role: b', 'role: c', 'role:')), [
      ['4.md', 'information', 'attributes.missing'],
    ]);
    assert.deepEqual(found(studyOf('role: a', 'role: b', 'role: c', 'type: report')), []);
    assert.deepEqual(found(studyOf('role: a', 'role: b', 'x: 1', 'y: 1')), []);
  });

  it('are an organisation that is quoted and was never interviewed', () => {
    assert.deepEqual(
      found(studyOf('organisation: A', 'organisation: B\ntype: report', 'organisation: A\ntype: report')),
      [['2.md', 'information', 'attributes.neverInterviewed']],
    );
  });

  it('are a case that has two names: the one of cases.csv, or of more documents, is right', () => {
    assert.deepEqual(found(studyOf('case: TotalCare', 'case: TotalCare', 'case: Totalcare')), [
      ['3.md', 'warning', 'cases.twoWays'],
    ]);
    const study = studyOf('case: total-care', 'case: total-care', 'case: Other');
    const cases = new Map(['TotalCare', 'Other'].map((name) => [name, { name, attributes: {} }]));
    assert.deepEqual(found({ ...study, cases: { ...study.cases, cases } }), [
      ['cases.csv', 'information', 'cases.noDocuments'],
      ['1.md', 'warning', 'cases.twoWays'],
      ['2.md', 'warning', 'cases.twoWays'],
    ]);
  });
});
