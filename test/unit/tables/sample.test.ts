import assert from 'node:assert/strict';
import { renderChapter } from '../../../src/core/chapters/render.ts';
import { chapter, sampleStudy } from './sample.ts';
import { shown } from './small.ts';

const study = sampleStudy();
const inEnglish = { ...study, settings: { ...study.settings, language: 'en' as const } };

const cases = `table: cases
columns:
  - {case: true}
  - {attribute: partners}
  - {attribute: domein}
  - {count: documents}
  - {list: organisation}
  - {attribute: netwerkorganisatie}
  - {attribute: niveau}
`;

const performance = `table: cases
columns:
  - {case: true}
  - {attribute: doelstellingen}
  - {mean: rating}
  - {attribute: duur}
  - {attribute: fase}
`;

const care = 'zorgoptimalisatie, kennisdeling';

describe('the sample study', () => {
  it('has the cases and interviews of the study that it is made after', () => {
    for (const [language, header] of [
      [study, ['Casus', 'Documenten']],
      [inEnglish, ['Case', 'Documents']],
    ] as const) {
      const [headers, ...rows] = shown(language, cases);
      assert.deepEqual([headers?.[0], headers?.[3]], header);
      assert.deepEqual(rows, [
        ['TotalCare', '3', '1e–3e lijn', '2', 'SecureCo, GarantCo', '–', 'topmanagement'],
        ['MedCare', '3', '1e–3e lijn', '2', 'TakecareCo, UniCo', '–', 'middenmanagement'],
        ['ValueCare', '7', '2e–3e lijn', '1', 'NedCo', 'ja', 'topmanagement'],
        ['QualityCare', '4', '2e–3e lijn', '1', 'HighCo', 'ja', 'middenmanagement'],
        ['DailyCare', '7', '0e–2e lijn', '2', 'ConnectCo, CareCo', 'ja', 'topmanagement'],
        ['RegioCare', '8', '0e–2e lijn', '2', 'TieCo, SocioCo', 'ja', 'topmanagement'],
        ['ChainCare', '5', '1e lijn', '2', 'AsCo, TabCo', 'ja', 'topmanagement'],
        ['FlexCare', '11', '1e lijn', '1', 'FlexCo', 'ja', 'topmanagement'],
        ['OneCare', '25', '1e lijn', '1', 'ApCo', 'ja', 'topmanagement'],
      ]);
    }
  });

  it('has their performance, marks in the notation of the language', () => {
    const expected = (mark: (text: string) => string) => [
      ['TotalCare', 'kostenbeheersing, kennisdeling', '3', '2 jaar', 'eind fase 2, begin fase 3'],
      ['MedCare', 'kostenbeheersing, kennisdeling', mark('5.75'), '2 jaar', 'eind fase 1, begin fase 2'],
      ['ValueCare', `kostenbeheersing, ${care}`, mark('8.5'), '12 jaar', 'fase 3'],
      ['QualityCare', care, '8', '2 jaar', 'begin fase 2'],
      ['DailyCare', care, mark('7.5'), '5 jaar', 'eind fase 2, begin fase 3'],
      ['RegioCare', care, mark('7.7'), '6 jaar', 'fase 3'],
      ['ChainCare', care, '8', '12 jaar', 'fase 3'],
      ['FlexCare', care, '7', '25 jaar', 'fase 3'],
      ['OneCare', care, '8', '8 jaar', 'fase 3'],
    ];
    assert.deepEqual(
      shown(study, performance).slice(1),
      expected((text) => text.replace('.', ',')),
    );
    assert.deepEqual(
      shown(inEnglish, performance).slice(1),
      expected((text) => text),
    );
  });

  it('has a chapter that renders without a problem, and the second time the same', () => {
    for (const one of [study, inEnglish]) {
      const first = renderChapter(one, chapter());
      assert.deepEqual(first.problems, []);
      const second = renderChapter(one, first.text);
      assert.equal(second.text, first.text);
      assert.ok(second.blocks.every(({ status }) => status === 'fresh'));
      assert.ok(second.citations.length > 0 && second.citations.every(({ status }) => status === 'fresh'));
    }
  });
});
