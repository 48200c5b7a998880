import type { Quotation } from '../../../src/core/study/model.ts';
import type { TextRange } from '../../../src/core/study/problem.ts';
import { Draft, type DraftEdit } from './draft.ts';
import { rangesOf, shortAnswers } from './quotations.ts';
import type { Random } from './random.ts';

/** One row of the bench: how a transcript is prepared, what is coded in it, and what is then done to it. */
export interface Script {
  readonly name: string;
  /** Makes the text fit for the row, where a transcript by nature is not. */
  readonly prepare?: (text: string, random: Random) => string;
  readonly code?: (text: string, random: Random) => Quotation[];
  readonly edit: (draft: Draft, random: Random, quotations: readonly Quotation[]) => Draft;
  /** Share of the surviving quotations that may end in review, as it holds on the sample study. */
  readonly mostReview: number;
  /** How many of them may be given up, if more than one. */
  readonly mostMissed?: number;
  /** What is left of a quotation tells too little: to be sure of it, as the yardstick is, is a guess. */
  readonly doubtIsRight?: boolean;
}

const wordPattern = /[\p{L}\p{N}]+/gu;
const answers = ['Ja, precies.', 'Ja.', 'Dat klopt.', 'Yeah, exactly.'];

export const scripts: readonly Script[] = [
  {
    name: '1% of words mistyped',
    mostReview: 0.003,
    edit: (draft, random) => words(draft, random, 0.01, typo),
  },
  {
    name: '10% of words changed twice',
    mostReview: 0.005,
    edit: (draft, random) => words(draft, random, 0.1, (word) => typo(typo(word, random), random)),
  },
  {
    name: 'twice 10% of words changed, half of them into others',
    mostReview: 0.03,
    edit: (draft, random) => words(words(draft, random, 0.1, other), random, 0.1, other),
  },
  { name: '20 names replaced throughout', mostReview: 0.003, edit: namesReplaced },
  { name: 'paragraphs deleted, inserted, moved', mostReview: 0.015, edit: paragraphsShuffled },
  { name: 'lines re-wrapped', mostReview: 0, edit: rewrapped },
  { name: 'a fifth of the quotations deleted', mostReview: 0.005, edit: quotationsDeleted },
  {
    name: 'a repeated short answer',
    mostReview: 0.02,
    prepare: (text, random) => withAnswers(Draft.of(text), random, 0.1).text,
    code: (text, random) => shortAnswers(text, answers, 300, random),
    edit: answersShuffled,
  },
  {
    name: 're-transcribed, 30% other words',
    mostReview: 0.11,
    mostMissed: 3,
    edit: (draft, random) => words(draft, random, 0.3, otherWord),
  },
  { name: "two speakers' turns merged", mostReview: 0.005, edit: turnsMerged },
  { name: 'typographic quotes and dashes', mostReview: 0, edit: typographic },
  {
    name: 'Unicode NFC to NFD',
    mostReview: 0,
    prepare: (text, random) => words(Draft.of(text), random, 0.2, accented).text,
    edit: (draft) =>
      draft.edited(
        rangesOf(draft.text, /[^\p{ASCII}]/gu).map(({ start, end }) => ({
          start,
          end,
          text: draft.text.slice(start, end).normalize('NFD'),
        })),
      ),
  },
  { name: 'a tenth of the paragraphs translated', mostReview: 0.045, doubtIsRight: true, edit: translated },
];

type Change = (word: string, random: Random, all: readonly string[]) => string;

function words(draft: Draft, random: Random, share: number, change: Change): Draft {
  const ranges = rangesOf(draft.text, wordPattern);
  const all = ranges.map(({ start, end }) => draft.text.slice(start, end));
  return draft.edited(
    ranges.flatMap(({ start, end }): DraftEdit[] =>
      random.chance(share) ? [{ start, end, text: change(draft.text.slice(start, end), random, all) }] : [],
    ),
  );
}

/** A letter left out, doubled, swapped with the next, or another one. */
function typo(word: string, random: Random): string {
  const at = random.below(word.length);
  const letter = word.charAt(at);
  const next = word.charAt(at + 1);
  const kind = random.below(4);
  if (kind === 0 && word.length > 1) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1 && next) return word.slice(0, at) + next + letter + word.slice(at + 2);
  if (kind === 2) return word.slice(0, at) + random.pick([...'eaionrst']) + word.slice(at + 1);
  return word.slice(0, at) + letter + word.slice(at);
}

function other(word: string, random: Random, all: readonly string[]): string {
  return random.chance(0.5) ? typo(word, random) : otherWord(word, random, all);
}

function otherWord(_word: string, random: Random, all: readonly string[]): string {
  return random.pick(all);
}

function accented(word: string): string {
  return word.replace(/[aeiou]/, (vowel) => ({ a: 'á', e: 'é', i: 'ï', o: 'ö', u: 'ü' })[vowel] ?? vowel);
}

function namesReplaced(draft: Draft, random: Random): Draft {
  const counts = new Map<string, number>();
  for (const { 0: name } of draft.text.matchAll(/(?<=[a-z,] )\p{Lu}\p{Ll}{2,}/gu))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const name of counts.keys())
    if (new RegExp(`\\b${name.toLowerCase()}\\b`, 'u').test(draft.text)) counts.delete(name);
  const names = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 20);
  const parts = [
    'Al',
    'Be',
    'Cor',
    'Da',
    'El',
    'Fen',
    'Gu',
    'Hol',
    'Is',
    'Jo',
    'lin',
    'mar',
    'na',
    'rik',
    'so',
    'ta',
  ];
  const fictitious = new Map(
    names.map(([name]) => [name, random.pick(parts) + random.pick(parts).toLowerCase()]),
  );
  return draft.edited(
    rangesOf(draft.text, wordPattern).flatMap(({ start, end }) => {
      const text = fictitious.get(draft.text.slice(start, end));
      return text ? [{ start, end, text }] : [];
    }),
  );
}

function paragraphsShuffled(draft: Draft, random: Random): Draft {
  const paragraphs = rangesOf(draft.text, /[^\n][\s\S]*?(?:\n\n+|$)/g);
  const all = draft.text.match(wordPattern) ?? [];
  const edits: DraftEdit[] = [];
  for (const [index, { start, end }] of paragraphs.entries()) {
    const kind = random.next();
    const target = paragraphs[random.below(paragraphs.length)];
    if (kind < 0.05) edits.push({ start, end, text: '' });
    else if (kind < 0.1) edits.push({ start, end: start, text: `${sentence(all, random)}\n\n` });
    else if (kind < 0.15 && target && target !== paragraphs[index]) {
      edits.push({ start, end, text: '' });
      edits.push({ start: target.start, end: target.start, text: draft.text.slice(start, end), from: start });
    }
  }
  return draft.edited(edits.filter((edit) => !edits.some((by) => by !== edit && within(edit.start, by))));
}

function within(at: number, { start, end }: TextRange): boolean {
  return start < at && at < end;
}

function sentence(all: readonly string[], random: Random): string {
  return `${Array.from({ length: 10 + random.below(40) }, () => random.pick(all)).join(' ')}.`;
}

/** Every line becomes lines of at most some 70 characters: single line ends and spaces swap places. */
function rewrapped(draft: Draft): Draft {
  const edits: DraftEdit[] = [];
  let column = 0;
  for (const { start, end } of rangesOf(draft.text, /\s+/g)) {
    const space = draft.text.slice(start, end);
    const next = /\S+/y;
    next.lastIndex = end;
    const width = next.exec(draft.text)?.[0].length ?? 0;
    column += start - (edits.at(-1)?.end ?? 0);
    if ((space.match(/\n/g) ?? []).length > 1) column = 0;
    else if (column + width > 70) {
      edits.push({ start, end, text: '\n' });
      column = 0;
    } else edits.push({ start, end, text: ' ' });
  }
  return draft.edited(edits.filter(({ start, end, text }) => draft.text.slice(start, end) !== text));
}

function quotationsDeleted(draft: Draft, random: Random, quotations: readonly Quotation[]): Draft {
  const edits: DraftEdit[] = [];
  for (const { start, end } of quotations) {
    if (!random.chance(0.2) || edits.some((edit) => start <= edit.end && edit.start <= end)) continue;
    edits.push({ start, end, text: '' });
  }
  return draft.edited(edits);
}

function withAnswers(draft: Draft, random: Random, share: number): Draft {
  return draft.edited(
    rangesOf(draft.text, /(?<=[.?!]) +/g)
      .filter(() => random.chance(share))
      .map(({ end }) => ({ start: end, end, text: `${random.pick(answers)} ` })),
  );
}

/** Some answers are deleted, others are put in, though not where one was deleted: nobody could tell these apart. */
function answersShuffled(draft: Draft, random: Random): Draft {
  const pattern = new RegExp(`(?:${answers.map((answer) => answer.replace('.', '\\.')).join('|')}) `, 'g');
  const deleted = rangesOf(draft.text, pattern).filter(() => random.chance(0.2));
  const places = rangesOf(draft.text, /(?<=[.?!]) +/g).filter(
    ({ end }) => random.chance(0.02) && deleted.every((by) => end < by.start - 40 || end > by.end + 40),
  );
  return draft.edited([
    ...deleted.map((range) => ({ ...range, text: '' })),
    ...places.map(({ end }) => ({ start: end, end, text: `${random.pick(answers)} ` })),
  ]);
}

/** The line of the next speaker, with the white space around it, gives way to a space. */
function turnsMerged(draft: Draft, random: Random): Draft {
  const labels = rangesOf(
    draft.text,
    /\s*\n\n(?:\*\*[^*\n]+\*\*:? *|[^\n]{2,40}\d:\d\d\s*\n|[A-Z][^\n.,]{2,30}\n)/g,
  );
  return draft.edited(
    labels.filter(() => random.chance(0.2)).map(({ start, end }) => ({ start, end, text: ' ' })),
  );
}

function typographic(draft: Draft): Draft {
  return draft.edited(
    rangesOf(draft.text, /['"]| - |\.\.\.|--/g).map(({ start, end }) => {
      const mark = draft.text.slice(start, end);
      const opens = /\s|^$/.test(draft.text.charAt(start - 1));
      const text =
        mark === '"'
          ? opens
            ? '“'
            : '”'
          : mark === "'"
            ? opens
              ? '‘'
              : '’'
            : mark === '...'
              ? '…'
              : mark === '--'
                ? '—'
                : ' – ';
      return { start, end, text };
    }),
  );
}

/** Paragraphs in another language: no word is the same, but for names within a sentence and figures. */
function translated(draft: Draft, random: Random): Draft {
  const paragraphs = rangesOf(draft.text, /[^\n]{40,}/g).filter(() => random.chance(0.1));
  const foreign = paragraphs.flatMap(({ start, end }) =>
    rangesOf(draft.text.slice(start, end), /\p{L}[^\d\n]*/gu).map((part) => ({
      start: start + part.start,
      end: start + part.end,
    })),
  );
  return draft.withForeign(foreign).edited(
    paragraphs.map(({ start, end }) => {
      const text = draft.text
        .slice(start, end)
        .replace(/(?<!(?:\p{Ll}|,) (?=\p{Lu}\p{Ll}{2}))\p{L}+/gu, (word) =>
          [...word.toLowerCase()].reverse().map(cipher).join(''),
        );
      return { start, end, text };
    }),
  );
}

function cipher(letter: string): string {
  const vowels = 'aeiouy';
  const consonants = 'bcdfghjklmnpqrstvwxz';
  const row = vowels.includes(letter) ? vowels : consonants;
  const at = row.indexOf(letter);
  return at < 0 ? letter : row.charAt((at + 3) % row.length);
}
