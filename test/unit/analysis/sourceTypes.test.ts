import assert from 'node:assert/strict';
import { documentTypes, singleSourceCodes, typesAmong } from '../../../src/core/analysis/sourceTypes.ts';
import { withDocument } from '../../../src/core/study/study.ts';
import { documentOf, shown, smallStudy } from '../tables/small.ts';

const report = '---\ntype: annual report\n---\n«q9 contract|All is agreed.» «q10 open|And published.»\n';
const study = withDocument(smallStudy(), documentOf('sources/report.md', report));

describe('the types of source that a code rests on', () => {
  it('are those of the documents that it was applied in', () => {
    assert.deepEqual(documentTypes(study), ['annual report', 'interview']);
    const quotations = [...study.documents.values()].flatMap((one) => one.quotations);
    assert.deepEqual(
      [...typesAmong(study, quotations)],
      [
        ['interview', 5],
        ['annual report', 2],
      ],
    );
  });

  it('are one for the codes that are to be looked at again, with those below counted with each', () => {
    const single = (of: typeof study) => singleSourceCodes(of).map(({ code, type }) => [code.id, type]);
    assert.deepEqual(single(study), []);
    const rows = (spec: string) => shown(study, `table: codebook\ncolumns: [code, types]\n${spec}`).slice(1);
    assert.deepEqual(rows(''), [
      ['General', '0'],
      ['Governance', '2'],
      ['Contract', '2'],
      ['Trust', '2'],
      ['Openness', '2'],
    ]);
    assert.deepEqual(rows('rollup: false\nsingleType: true'), [['Trust', '1']]);
    assert.deepEqual(single(smallStudy()).length, 4);
    assert.deepEqual(rows('where: "document:01-a"\nsingleType: true').length, 3);
  });
});
