import { readdirSync, readFileSync } from 'node:fs';
import { normalForm } from '../../src/core/text/transcript.ts';
import type { Random } from './anchoring/random.ts';

const interviews = new URL('../../media/sample/interviews/', import.meta.url);

/** A transcript that nobody spoke, and where its sentences are. */
export interface Talk {
  readonly text: string;
  /** UTF-16 offsets in the text, in order. */
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
}

/** Makes talk with the words of the sample study, each drawn from those that follow the last one there. */
export class Talker {
  readonly #followers = new Map<string, string[]>();
  readonly #openers: string[] = [];

  constructor() {
    for (const name of readdirSync(interviews).filter((file) => file.endsWith('.md'))) {
      const text = normalForm(readFileSync(new URL(name, interviews), 'utf8'));
      for (const [, said = ''] of text.matchAll(/^\*\*.+?\*\*:? *(?:\[[\d:]+\] *)?(.+)$/gm))
        this.#learn(said);
    }
  }

  #learn(said: string): void {
    let last: string | undefined;
    for (const word of said.split(/\s+/)) {
      if (last === undefined || /[.!?]$/.test(last)) this.#openers.push(word);
      else this.#followers.set(last, [...(this.#followers.get(last) ?? []), word]);
      last = word;
    }
  }

  /** A transcript of at least so many words: front matter, a heading, and two speakers in turn. */
  transcript(random: Random, words: number, frontMatter: readonly string[]): Talk {
    const sentences: { start: number; end: number }[] = [];
    let text = [
      '---',
      ...frontMatter,
      'speakers: {I: Interviewer, R: Respondent}',
      '---',
      '# Interview',
      '',
    ].join('\n');
    let seconds = 12;
    for (let said = 0, turn = 0; said < words; turn++) {
      const isQuestion = turn % 2 === 0;
      text += `\n**${isQuestion ? 'I' : 'R'}:** [${clock(seconds)}]`;
      for (let left = isQuestion ? 1 + random.below(2) : 2 + random.below(10); left > 0; left--) {
        const sentence = this.#sentence(random);
        sentences.push({ start: text.length + 1, end: text.length + 1 + sentence.length });
        text += ` ${sentence}`;
        const count = sentence.split(' ').length;
        said += count;
        seconds += Math.ceil(count / 3);
      }
      text += '\n';
    }
    return { text, sentences };
  }

  #sentence(random: Random): string {
    const words = [random.pick(this.#openers)];
    while (words.length < 40) {
      const last = words.at(-1) ?? '';
      const followers = this.#followers.get(last);
      if (/[.!?]$/.test(last) || !followers) break;
      words.push(random.pick(followers));
    }
    const sentence = words.join(' ');
    return /[.!?…]$/.test(sentence) ? sentence : `${sentence.replace(/[,;:]$/, '')}.`;
  }
}

function clock(seconds: number): string {
  const part = (value: number) => String(Math.floor(value) % 60).padStart(2, '0');
  return `${part(seconds / 3600)}:${part(seconds / 60)}:${part(seconds)}`;
}
