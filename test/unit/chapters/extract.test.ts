import assert from 'node:assert/strict';
import { extractQuotations } from '../../../src/core/chapters/extract.ts';
import { smallStudy } from '../tables/small.ts';

const study = smallStudy();

describe('extracted quotations', () => {
  it('of a code and those below it stand by case, each with a link to its line', () => {
    assert.equal(
      extractQuotations(study, { kind: 'code', code: 'trust' }, 'chapters/trust.md'),
      `# Trust

## Beta

> "Trust takes time" (CCo, DCo)
>
> [03-c, line 6](../interviews/03-c.md#L6)

## Alpha

> "We trusted each other" (ACo)
>
> [01-a, line 9](../interviews/01-a.md#L9)

> "They told us all." (ACo)
>
> [01-a, line 9](../interviews/01-a.md#L9)
`,
    );
  });

  it('of a case or document stand by theme, those without one last', () => {
    const headings = (text: string) => text.split('\n').filter((line) => line.startsWith('#'));
    assert.deepEqual(headings(extractQuotations(study, { kind: 'case', name: 'Alpha' }, 'x.md')), [
      '# Alpha',
      '## Contract',
      '## Trust',
      '## (other)',
    ]);
    const ofDocument = extractQuotations(
      study,
      { kind: 'document', path: 'interviews/02-b.md' },
      'interviews/x.md',
    );
    assert.ok(ofDocument.includes('[02-b, line 8](02-b.md#L8)'));
  });

  it('of what has none say so', () => {
    assert.match(
      extractQuotations(study, { kind: 'case', name: 'Gamma' }, 'x.md'),
      /^# Gamma\n\nThere is nothing/,
    );
  });
});
