import { documentAttributeNames } from '../study/attributeValues.ts';
import { slugOf } from '../study/ids.ts';
import { settingsOf } from '../study/settings.ts';
import { typeOf } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import { topicsIn } from '../study/topics.ts';
import { withWrittenValue, written } from '../text/frontMatterEdit.ts';

/** What the user says of a new transcript. */
export interface NewTranscript {
  readonly title: string;
  /** Absent for a document that belongs to no case. */
  readonly case?: string;
}

/** What a respondent is called until the transcript names one. */
const respondent = 'R';

/**
 * The text of a new transcript: the attributes that the interviews have as keys to be filled in, a heading for each topic of the
 * guide, and each question as the interviewer's, with room for the answer.
 */
export function newTranscriptText(study: Study, { title, case: name }: NewTranscript): string {
  const names = documentAttributeNames(study);
  const hasTypes = [...study.documents.values()].some((one) => typeOf(one) !== 'interview');
  const keys: readonly (readonly [string, string])[] = [
    ['case', written(name === undefined ? [] : [name])],
    ...(names.length > 0 ? names : ['date']).map((key) => [key, ''] as const),
    ...(hasTypes ? [['type', written(['interview'])] as const] : []),
  ];
  const frontMatter = keys.reduce((text, [key, value]) => {
    const edit = withWrittenValue({ text }, key, value);
    return edit ? text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end) : text;
  }, '');
  const [interviewer = 'I'] = settingsOf(study.settings).interviewers;
  const topics = topicsIn(study).map(({ title: topic, depth, questions }) =>
    [
      `${'#'.repeat(Math.min(depth + 2, 6))} ${topic}`,
      ...questions.map((question) => `**${interviewer}:** ${question}\n\n**${respondent}:** `),
    ].join('\n\n'),
  );
  return `${frontMatter}# ${title}\n\n${topics.map((topic) => `${topic}\n`).join('\n')}`;
}

/**
 * The path of a new transcript: in the folder where most of the others are, after its title, with the next number before it where
 * the others have one.
 *
 * @param isTaken whether there is a file of that path, in any capitals
 */
export function newTranscriptPath(study: Study, title: string, isTaken: (path: string) => boolean): string {
  const paths = [...study.documents.keys()];
  const folder = folderOf(study, paths);
  const numbers = paths.flatMap((path) => {
    const [, digits] = /(?:^|\/)(\d{1,4})[-_ .][^/]*$/.exec(path) ?? [];
    return path.startsWith(folder) && digits !== undefined ? [digits] : [];
  });
  const isNumbered = numbers.length > 0 && numbers.length * 2 >= paths.length;
  const width = Math.max(0, ...numbers.map(({ length }) => length));
  const next = Math.max(0, ...numbers.map(Number)) + 1;
  const slug = slugOf(title) || 'interview';
  const stem = isNumbered ? `${String(next).padStart(width, '0')}-${slug}` : slug;
  for (let number = 1; ; number++) {
    const path = `${folder}${number === 1 ? stem : `${stem}-${number}`}.md`;
    if (!isTaken(path)) return path;
  }
}

/** The folder with most transcripts, with its final `/`; of a study without any, the first that its settings name. */
function folderOf({ settings }: Study, paths: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most) return most[0];
  const [pattern] = settings.transcripts ?? [];
  const fixed = pattern === undefined ? 'interviews/' : (/^(?:[^*?[\]{}!/]+\/)*/.exec(pattern)?.[0] ?? '');
  return fixed;
}
