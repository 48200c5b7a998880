import { serialiseSidecar } from '../../../src/core/formats/sidecar.ts';
import type { Quotation } from '../../../src/core/study/model.ts';
import { digestOf } from '../../../src/core/text/digest.ts';
import { placeOf } from '../../../src/core/text/place.ts';
import { transcriptOf } from '../../../src/core/text/transcript.ts';

export const settings = '{\n  "version": 1,\n  "transcripts": ["**/*.md"]\n}\n';

/** What the history adds for git, and leaves when it is empty again. */
export const gitAttributes = 'history.jsonl merge=union\n';

export const codebook =
  '{\n  "version": 1,\n  "codes": [\n    {"id": "trust", "name": "Trust", "level": "code"},\n    {"id": "worry", "name": "Worry", "level": "code"}\n  ]\n}\n';

export const transcript = `---
case: Care
---
**I:** How did the alliance start, and who took the first step?

**R:** We trusted each other from the first day, though nobody had said a word about money yet.

**I:** And later on, when the insurer came to the table with a contract of its own?

**R:** Later we worried about the contract. The hospital counted the beds, and we counted the days.
`;

/** A sidecar of some words in a text, each an id. */
export function sidecarOf(
  words: Readonly<Record<string, string>>,
  text = transcript,
  document = 'a.md',
  more: Partial<Quotation> = {},
): string {
  const quotations = Object.entries(words).map(([id, exact]): Quotation => {
    const start = text.indexOf(exact);
    const place = placeOf(text, start, start + exact.length);
    const time = '2024-01-01T00:00:00Z';
    return { id, document, coder: '', ...place, codes: ['trust'], created: time, modified: time, ...more };
  });
  return serialiseSidecar({
    document,
    sidecar: { coder: '', text: digestOf(transcriptOf(text)) },
    quotations,
  });
}
