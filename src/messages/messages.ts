import type { Message } from '../core/study/problem.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';

const catalogues = { en: english, nl: dutch };

/** The sentence of a message in a language. */
export function sentence(message: Message, language: 'en' | 'nl'): string {
  const catalogue: Readonly<Record<string, string>> = catalogues[language];
  const template = catalogue[message.key] ?? message.key;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(message.values[name] ?? whole));
}
