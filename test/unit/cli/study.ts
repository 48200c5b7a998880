import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const interview = `---
case: TotalCare
organisation: SecureCo
rating: 6-
speakers: {I: Interviewer, R: SecureCo}
---
**I:** How did it start?

**R:** We trusted each other. The contract came later.
`;

const chapter = `# Results

<!-- codeboom
table: cases
caption: "Table 1: Cases"
columns:
  - {case: true}
  - {mean: rating}
  - {codings: trust}
-->
<!-- /codeboom -->

As one said: <!-- q:q1 -->"We trusted each other" (01-secureco, 9)<!-- /q -->.
`;

/** A small study in a new folder; \`files\` replaces or adds files by path. */
export function makeStudy(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'codeboom-study-'));
  const all = { ...studyFiles(), ...files };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function studyFiles(): Record<string, string> {
  const quotation = (id: string, exact: string, codes: readonly string[]) => {
    const start = interview.indexOf(exact);
    return JSON.stringify({
      id,
      start,
      end: start + exact.length,
      exact,
      prefix: interview.slice(Math.max(start - 32, 0), start),
      suffix: interview.slice(start + exact.length, start + exact.length + 32),
      codes,
      created: '2019-03-05T10:12:00Z',
      modified: '2019-03-05T10:12:00Z',
    });
  };
  const sha256 = createHash('sha256').update(interview).digest('hex');
  return {
    'codeboom.json': `{
  "version": 1,
  "transcripts": ["interviews/**/*.md"],
  "queries": {"early trust": "trust AND NOT contract"}
}
`,
    'codebook.json': `{
  "version": 1,
  "codes": [
    {"id": "contract", "name": "Contract", "level": "code", "parent": "governance"},
    {"id": "governance", "name": "Governance", "level": "theme"},
    {"id": "trust", "name": "Trust", "level": "code", "parent": "governance"}
  ]
}
`,
    'cases.csv': 'case,partners\nTotalCare,3\n',
    'interviews/01-secureco.md': interview,
    'interviews/01-secureco.codes.json': `{
  "version": 1,
  "document": "01-secureco.md",
  "text": {"length": ${interview.length}, "sha256": "${sha256}"},
  "quotations": [
    ${quotation('q1', 'We trusted each other', ['trust'])},
    ${quotation('q2', 'The contract came later', ['contract'])}
  ]
}
`,
    'chapters/results.md': chapter,
  };
}
