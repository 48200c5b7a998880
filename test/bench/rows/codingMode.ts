import { nextUncodedTurn } from '../../../src/core/analysis/uncodedTurns.ts';
import { apply } from '../../../src/core/study/apply.ts';
import type { Author } from '../../../src/core/study/author.ts';
import { codingChanges, operation } from '../../../src/core/study/coding.ts';
import { emptyStudy, type Study, withDocument } from '../../../src/core/study/study.ts';
import { unitsAround } from '../../../src/core/text/expand.ts';
import { highlightsOf, marginOf, type Showing } from '../../../src/extension/editor/layers.ts';
import { Random } from '../anchoring/random.ts';
import { codedDocument, codesOf, large, newId } from '../largeStudy.ts';
import { measure } from '../measure.ts';
import { Talker } from '../talk.ts';

const path = 'an-hour.md';

/**
 * Coding mode in a whole hour's transcript with 400 quotations: from the key to what VS Code is told to draw. What it then takes to draw it, and the
 * sidecar on disk, which nobody waits for, are not in it.
 */
export async function codingModeRows(): Promise<void> {
  const random = new Random(4);
  const codes = codesOf(large);
  const talk = new Talker().transcript(random, 15_000, ['case: One']);
  const author: Author = { coder: '', now: '2024-05-01T10:00:00Z', newId: () => newId(random) };
  let study: Study = withDocument(
    {
      ...emptyStudy,
      codebook: { ...emptyStudy.codebook, codes: new Map(codes.map((code) => [code.id, code])) },
    },
    codedDocument(path, talk, codes, 400, random, ['']),
  );
  const showing = (): Showing => ({
    codebook: study.codebook,
    visibility: { isShown: () => true },
    colorBy: { standInOf: (_, code) => code },
  });
  const shown = (): number => {
    const document = study.documents.get(path);
    if (!document) return 0;
    return [...highlightsOf(document, showing()), ...marginOf(document, showing())].length;
  };
  let [caret, code] = [0, ''];

  await measure({
    what: 'coding mode in an hour of talk: a key that codes, to highlights',
    runs: 60,
    before: () => {
      const { start = 0 } = random.pick(talk.sentences);
      [caret, code] = [start + 3, random.pick(codes).id];
    },
    run: () => {
      const document = study.documents.get(path);
      const range =
        document?.transcript && unitsAround(document.transcript, { start: caret, end: caret }, 'sentence');
      if (!document || !range) return 0;
      const changes = codingChanges(document, [range], { add: [code] }, author);
      study = apply(study, operation('done.applyCodes', {}, changes)).study;
      return shown();
    },
    budget: 100,
    baseline: { name: 'the highlights alone, nothing coded', run: shown },
  });
  await measure({
    what: 'coding mode in an hour of talk: the next uncoded turn',
    runs: 60,
    before: () => {
      caret = random.below(talk.text.length);
      const document = study.documents.get(path);
      if (document) study = withDocument(study, { ...document });
    },
    run: () => nextUncodedTurn(study, path, caret, 1),
    budget: 100,
  });
}
