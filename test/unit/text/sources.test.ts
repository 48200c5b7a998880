import assert from 'node:assert/strict';
import type { StudyDocument } from '../../../src/core/study/model.ts';
import {
  attributesOf,
  caseOf,
  documentName,
  documentsByCase,
  isRespondent,
  typeOf,
} from '../../../src/core/study/sources.ts';
import { emptyStudy, noCases, type Study, withDocuments } from '../../../src/core/study/study.ts';
import { transcriptOf } from '../../../src/core/text/transcript.ts';

function document(path: string, text?: string): StudyDocument {
  return {
    path,
    ...(text !== undefined && { transcript: transcriptOf(text) }),
    sidecars: new Map(),
    quotations: [],
  };
}

function studyOf(...documents: StudyDocument[]): Study {
  return withDocuments(emptyStudy, new Map(documents.map((each) => [each.path, each])));
}

describe('sources', () => {
  const interview = document(
    'interviews/01-secureco.md',
    '---\ncase: TotalCare\nrating: 3\ntype: interview\nspeakers: {V: Interviewer, R: SecureCo}\n---\n',
  );

  it('have attributes, a case, a type and a name', () => {
    assert.deepEqual(attributesOf(interview), { rating: 3, type: 'interview' });
    assert.equal(caseOf(interview), 'TotalCare');
    assert.equal(caseOf(document('a.md', '---\ncase: 12\n---\n')), '12');
    assert.equal(caseOf(document('a.md', '---\ncase:\n---\n')), undefined);
    assert.equal(typeOf(document('a.md', '---\ntype: annual report\n---\n')), 'annual report');
    assert.equal(typeOf(document('a.md', 'Text')), 'interview');
    assert.equal(documentName(interview.path), '01-secureco');
  });

  it('whose transcript is gone have nothing of their own', () => {
    const gone = document('gone.md');
    assert.deepEqual(
      [attributesOf(gone), caseOf(gone), isRespondent(emptyStudy, gone, 'R')],
      [{}, undefined, true],
    );
  });

  it('tell respondents from interviewers by label or declared name', () => {
    const study = { ...studyOf(interview), settings: { interviewers: ['interviewer'] } };
    assert.equal(isRespondent(study, interview, 'V'), false);
    assert.equal(isRespondent(study, interview, 'INTERVIEWER'), false);
    assert.equal(isRespondent(study, interview, 'R'), true);
    assert.equal(isRespondent(study, interview, undefined), true);
    assert.equal(isRespondent(studyOf(interview), interview, 'I'), false);
  });

  it('are grouped by case: first in the order of cases.csv, then those that only documents name', () => {
    const study: Study = {
      ...studyOf(
        document('1.md', '---\ncase: New\n---\n'),
        document('2.md', '---\ncase: B\n---\n'),
        document('3.md', 'no case'),
        document('4.md', '---\ncase: B\n---\n'),
      ),
      cases: {
        ...noCases,
        cases: new Map(['C', 'B'].map((name) => [name, { name, attributes: {} }])),
      },
    };
    assert.deepEqual(
      [...documentsByCase(study)].map(([name, documents]) => [name, documents.map(({ path }) => path)]),
      [
        ['C', []],
        ['B', ['2.md', '4.md']],
        ['New', ['1.md']],
      ],
    );
  });
});
