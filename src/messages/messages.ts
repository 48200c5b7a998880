import type { Message } from '../core/study/problem.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';

const catalogues = { en: english, nl: dutch };

/** The sentence of a message in a language. Its key may come from a file of the study: one without a sentence is said as it is. */
export function sentence(message: Message, language: 'en' | 'nl'): string {
  const catalogue: Readonly<Record<string, string>> = catalogues[language];
  const template = (Object.hasOwn(catalogue, message.key) && catalogue[message.key]) || message.key;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(message.values, name) ? String(message.values[name]) : whole,
  );
}
