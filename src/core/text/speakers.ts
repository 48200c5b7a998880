import { derived } from '../study/derived.ts';
import type { Json } from '../study/json.ts';
import { frontMatterOf } from './frontMatter.ts';
import type { Transcript } from './transcript.ts';

/**
 * The speakers that the front matter declares: `speakers: {I: Interviewer, R: SecureCo}` or `speakers: [I, R]`.
 *
 * @returns the name of each by label
 */
export const declaredSpeakers = derived((transcript: Transcript): ReadonlyMap<string, string> => {
  const declared = frontMatterOf(transcript).attributes.speakers;
  if (Array.isArray(declared)) return new Map(declared.map((label) => [textOf(label), textOf(label)]));
  if (typeof declared !== 'object' || declared === null) return new Map();
  return new Map(Object.entries(declared).map(([label, name]) => [label, textOf(name) || label]));
});

function textOf(value: Json): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
