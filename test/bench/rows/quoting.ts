import { lintQuotations } from '../../../src/core/chapters/quoted/lintQuotations.ts';
import { saidWords } from '../../../src/core/chapters/quoted/saidWords.ts';
import type { StudyDocument } from '../../../src/core/study/model.ts';
import { emptyStudy, type Study, withDocuments } from '../../../src/core/study/study.ts';
import { Random } from '../anchoring/random.ts';
import { measure } from '../measure.ts';
import { type Talk, Talker } from '../talk.ts';

/** A hundred pages of 400 words, with four quotations on each. */
const chapterWords = 40_000;
const quotations = 400;

/** The quotations of a long chapter against fourteen long interviews: one in five is not as it was said, one in ten made up. */
export async function quotingRows(): Promise<void> {
  const talker = new Talker();
  const random = new Random(6);
  const talks = Array.from({ length: 14 }, (_, index) =>
    talker.transcript(random, 12_000, [`organisation: Company${index}`]),
  );
  const chapter = chapterOf(talker, talks, random);
  let study = studyOf(talks);
  const lint = () => {
    const found = lintQuotations(study, chapter);
    if (found.length < quotations) throw new Error(`Only ${found.length} quotations seen.`);
  };
  await measure({
    what: '400 quotations of 100 pages, 14 interviews of 12,000 words',
    runs: 5,
    before: () => {
      study = studyOf(talks);
    },
    run: lint,
    budget: 1000,
    baseline: { name: 'reading the words of the interviews', run: () => readAll(study) },
  });
  await measure({ what: 'the same again', runs: 5, run: lint, budget: 300 });
}

function studyOf(talks: readonly Talk[]): Study {
  const documents = talks.map(({ text }, index): [string, StudyDocument] => {
    const path = `interviews/${index}.md`;
    return [path, { path, transcript: { text }, sidecars: new Map(), quotations: [] }];
  });
  return withDocuments(emptyStudy, new Map(documents));
}

function readAll({ settings, documents }: Study): void {
  for (const { transcript } of documents.values()) if (transcript) saidWords(settings, transcript);
}

function chapterOf(talker: Talker, talks: readonly Talk[], random: Random): string {
  const prose = talker.transcript(random, chapterWords, []);
  const paragraphs = prose.sentences.map(({ start, end }) => prose.text.slice(start, end));
  // A sentence of some length, without quotation marks of its own.
  const sentences = talks.map(({ text, sentences }) =>
    sentences
      .map(({ start, end }) => text.slice(start, end))
      .filter((sentence) => /^[^"“”'’]{60,200}$/.test(sentence)),
  );
  const every = Math.floor(paragraphs.length / quotations);
  return paragraphs
    .map((paragraph, index) => {
      if (index % every > 0) return paragraph;
      const kind = index / every;
      const said = sentences[kind % talks.length] ?? [];
      const words = (said[random.below(said.length)] ?? '').split(' ');
      if (kind % 10 === 1) words.reverse();
      else if (kind % 5 === 0) words.splice(2, 1, 'misschien');
      return `\n\n${paragraph} “${words.join(' ')}” (Company${kind % talks.length})\n\n`;
    })
    .join(' ');
}
