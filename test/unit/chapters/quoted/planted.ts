import type { Wording } from '../../../../src/core/chapters/quoted/lintQuotations.ts';
import { attributeOf } from '../../../../src/core/study/attributes.ts';
import type { StudyDocument } from '../../../../src/core/study/model.ts';
import type { Study } from '../../../../src/core/study/study.ts';
import { passagesOf } from '../../../../src/core/text/passages.ts';
import { sentencesIn } from '../../../../src/core/text/sentences.ts';
import { spokenIn } from '../../../../src/core/text/spoken.ts';

/** A quotation put into a chapter, and what the check should say of it. */
export interface Planted {
  readonly paragraph: string;
  /** Some of its words, by which it is found again. */
  readonly quoted: string;
  readonly wording: Wording;
  readonly isMisattributed: boolean;
  /** What makes it right again, where it was altered. */
  readonly mended?: string;
}

interface Said {
  readonly words: string;
  readonly organisation: string;
}

/** How people put a quotation into a text: marks of every kind, the source before or behind it, or none. */
const frames: readonly ((words: string, source: string) => string)[] = [
  (words, source) => `De bestuurder van ${source} zegt: “${words}” Daarna ging het over iets anders.`,
  (words, source) => `Dat blijkt ook elders: "${words}" (${source}, r. 12). Het beeld is gemengd.`,
  (words, source) => `Een ander geluid, ..'${words}'.. bron: *${source}*`,
  (words, source) => `Volgens ${source} geldt: „${words}” Die lijn is vaker gehoord.`,
  (words, source) => `> ${words}\n>\n> — ${source}`,
  (words) => `Zo klonk het in een van de gesprekken: ‘${words}’ Meer valt er niet over te zeggen.`,
  (words, source) => `According to ${source}, «${words}» is how it went.`,
  (words, source) => `> "${words}" (${source})`,
  (words, source) => `'${words}', aldus ${source} aan het slot.`,
  (words, source) => `Het antwoord van ${source} luidt als volgt:\n\n> ${words}`,
];

/** Known alterations; each changes what was said. */
const alterations: readonly ((words: readonly string[]) => readonly string[])[] = [
  (words) => words.toSpliced(5, 1),
  (words) => words.toSpliced(4, 0, 'eigenlijk'),
  (words) => words.toSpliced(6, 1, 'waarschijnlijk'),
  (words) => words.toSpliced(3, 2, words[4] ?? '', words[3] ?? ''),
  (words) => words.map((word, at) => (at === 4 ? `${word}en` : word)),
  (words) => words.toSpliced(2, 0, 'niet'),
  (words) => words.toSpliced(4, 4),
  (words) => ['Nou,', ...words],
  (words) => words.toSpliced(-2, 0, 'heel'),
  (words) => words.toSpliced(3, 1, 'zeventien').toSpliced(8, 1),
];

const invented: readonly string[] = [
  'Wij hebben de samenwerking van meet af aan als een huwelijk beschouwd en zo gedragen wij ons ook',
  'De zorgverzekeraar bepaalde uiteindelijk welke patiënten er mochten meedoen aan het experiment',
  'Als bestuurder lig je daar wakker van, want je raakt in één klap de helft van je budget kwijt',
  'Het ministerie heeft ons nadrukkelijk verboden om de gegevens met elkaar te delen',
  'Onze medewerkers voelden zich pas na de verhuizing echt onderdeel van één organisatie',
  'Niemand durfde tijdens de vergadering te vragen waarom het rapport zo lang was blijven liggen',
  'We would rather lose the contract than lose the trust of the people we work with',
  'Zonder externe adviseur waren de onderhandelingen in het eerste kwartaal al gestrand',
  'Vertrouwen is bij ons een vast agendapunt geworden, elke maandag om negen uur',
  'De gemeente kwam over de brug met een subsidie toen de media erover begonnen te schrijven',
];

/** Sixty quotations: 20 word for word, 20 altered, 10 attributed to another, 10 made up. */
export function plantedIn(study: Study): readonly Planted[] {
  const said = sentencesOf(study);
  const at = (index: number): Said =>
    said[Math.floor((index * said.length) / 60)] ?? { words: '', organisation: '' };
  const framed = (index: number, words: string, source: string) =>
    (frames[index % frames.length] ?? frames[0])?.(words, source) ?? '';
  const planted: Planted[] = [];
  for (let index = 0; index < 20; index++) {
    const { words, organisation } = at(index);
    const quoted = index % 4 === 1 ? withOmission(words) : index % 4 === 2 ? withInsertion(words) : words;
    const paragraph = framed(index, quoted, organisation);
    planted.push({ paragraph, quoted, wording: 'verbatim', isMisattributed: false });
  }
  for (let index = 0; index < 20; index++) {
    const { words, organisation } = at(20 + index);
    const alter = alterations[index % alterations.length];
    const quoted = alter?.(words.split(' ')).join(' ') ?? '';
    const paragraph = framed(index, quoted, organisation);
    planted.push({ paragraph, quoted, wording: 'altered', isMisattributed: false, mended: words });
  }
  for (let index = 0; index < 10; index++) {
    const { words, organisation } = at(40 + index);
    const other = said.find((one, place) => place > index * 3 && one.organisation !== organisation);
    // A frame without a source cannot name a wrong one.
    const paragraph = framed(index === 5 ? 0 : index, words, other?.organisation ?? '');
    planted.push({ paragraph, quoted: words, wording: 'verbatim', isMisattributed: true });
  }
  for (const [index, words] of invented.entries()) {
    const paragraph = framed(index, words, at(50 + index).organisation);
    planted.push({ paragraph, quoted: words, wording: 'notFound', isMisattributed: false });
  }
  return planted;
}

function withOmission(words: string): string {
  return words.split(' ').toSpliced(4, 2, '[…]').join(' ');
}

function withInsertion(words: string): string {
  return words.split(' ').toSpliced(5, 0, '[de partners]').join(' ');
}

/** Sentences of respondents of some length, each with its organisation. */
function sentencesOf(study: Study): readonly Said[] {
  return [...study.documents.values()].flatMap((document) => sentencesFrom(study, document));
}

function sentencesFrom(study: Study, document: StudyDocument): readonly Said[] {
  const { transcript } = document;
  if (!transcript) return [];
  const organisation = String(attributeOf(study, document, 'organisation'));
  return passagesOf(transcript, ['I'])
    .filter(({ speaker }) => speaker === 'R')
    .flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => sentencesIn(transcript.text, paragraph)))
    .map((sentence) => spokenIn(transcript, sentence).text)
    .filter((words) => /^[^"“”()[\]…]{60,160}\.$/.test(words) && words.split(' ').length >= 12)
    .map((words) => ({ words, organisation }));
}
