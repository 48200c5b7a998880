import type { Message } from '../core/study/problem.ts';
import type { MessageKey } from '../messages/english.ts';
import { sentence } from '../messages/messages.ts';

type Language = 'en' | 'nl';

/** What a subcommand talks to: data goes out, all that is said about it goes to the side. */
export class Terminal {
  /** Of the reader, which need not be that of the study. */
  readonly language: Language;

  constructor(environment: NodeJS.ProcessEnv) {
    const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
    this.language = /^nl\b/i.test(locale.replace('_', '-')) ? 'nl' : 'en';
  }

  /** Puts data on the standard output. */
  print(data: string | Uint8Array): void {
    process.stdout.write(data);
  }

  /** Says a sentence on the standard error output. */
  say(key: MessageKey, values: Message['values'] = {}): void {
    process.stderr.write(`${this.sentence({ key, values })}\n`);
  }

  sentence(message: Message): string {
    return sentence(message, this.language);
  }

  /** The whole standard input. */
  async input(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }
}
