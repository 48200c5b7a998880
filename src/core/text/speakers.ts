import { derived } from '../study/derived.ts';
import type { Json } from '../study/json.ts';
import { frontMatterOf } from './frontMatter.ts';
import type { Mark, ParagraphMark } from './marks.ts';
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

/** Who of the possible speakers is one: the declared, those with a sure label, and those who come back. */
export function speakersAmong(
  marks: readonly Mark[],
  declared: readonly string[],
): (mark: ParagraphMark) => boolean {
  const isDeclared = new Set(declared);
  const times = new Map<string, number>();
  for (const mark of marks) {
    if (mark.kind === 'heading' || !mark.label) continue;
    const { speaker, kind } = mark.label;
    if (kind === 'line' && !(mark.hasTextBelow && looksLikeName(speaker))) continue;
    if (kind === 'colon' && !canBeLabel(speaker)) continue;
    times.set(speaker, (times.get(speaker) ?? 0) + (kind === 'sure' ? 2 : 1));
  }
  return ({ label, hasTextBelow }) => {
    if (!label) return false;
    if (label.kind === 'sure' || isDeclared.has(label.speaker)) return true;
    if (label.kind === 'line' && !hasTextBelow) return false;
    return (times.get(label.speaker) ?? 0) >= 2;
  };
}

const mostWords = 5;

/** One word, in whatever case, or a few with no lower-case letter at the start of the last: `spreker 1`, not `en hij zei`. */
function canBeLabel(text: string): boolean {
  const words = text.split(' ');
  return words.length <= mostWords && (words.length === 1 || !/^\p{Ll}/u.test(words.at(-1) ?? ''));
}

/** The same, with a letter in it, no lower-case one at its start and no full stop at its end. */
function looksLikeName(text: string): boolean {
  return canBeLabel(text) && /\p{L}/u.test(text) && !/^\p{Ll}/u.test(text) && !text.endsWith('.');
}
