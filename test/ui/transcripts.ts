/**
 * Transcripts without anything coded, for the tests that walk the whole method: those of the folder that
 * CODEBOOM_TRANSCRIPTS names, else those of the sample study without what is coded in them.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDirectory } from '../host/paths.ts';

export interface TranscriptFile {
  /** The name of the file. */
  readonly name: string;
  readonly text: string;
}

const folder = process.env.CODEBOOM_TRANSCRIPTS ?? join(projectDirectory, 'media', 'sample', 'interviews');

const frontMatter = /^---\n.*?\n---\n/s;

/** What is said in an hour. */
const wordsOfAnHour = 15_000;

function wordCount(text: string): number {
  return text.split(/\s+/).length;
}

function all(): readonly TranscriptFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n') }));
}

/** The three longest transcripts, the longest first. */
export function threeTranscripts(): readonly [TranscriptFile, TranscriptFile, TranscriptFile] {
  const [first, second, third] = [...all()].sort((a, b) => wordCount(b.text) - wordCount(a.text));
  if (!first || !second || !third) throw new Error(`There are no three transcripts (.md) in ${folder}.`);
  return [first, second, third];
}

/** A transcript of an hour: the longest one, or all of them behind one another where they are short. */
export function longTranscript(): TranscriptFile {
  const [longest] = threeTranscripts();
  if (wordCount(longest.text) >= wordsOfAnHour) return longest;
  const bodies = all().map(({ text }) => text.replace(frontMatter, ''));
  return { name: 'an-hour.md', text: bodies.join('\n') };
}

/** Puts transcripts into a folder where no study is yet. */
export function putTranscripts(into: string, files: readonly TranscriptFile[]): void {
  const interviews = join(into, 'interviews');
  mkdirSync(interviews);
  for (const { name, text } of files) writeFileSync(join(interviews, name), text);
}

/** Passages of so many words that stand once in a transcript, each in one line and far from the last one. */
export function passagesIn({ text }: TranscriptFile, words: number): readonly string[] {
  const lower = text.toLowerCase();
  const isOnce = (passage: string) =>
    lower.indexOf(passage.toLowerCase()) === lower.lastIndexOf(passage.toLowerCase());
  const pattern = new RegExp(`(?<=[\\p{L},.] )\\p{L}+(?: \\p{L}+){${words - 1}}(?= )`, 'gu');
  let last = 600;
  return [...text.matchAll(pattern)].flatMap(({ 0: passage, index }) => {
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
    if (index < last + 400 || line.startsWith('#') || !isOnce(passage)) return [];
    last = index;
    return [passage];
  });
}

/** Without front matter and speaker labels. */
function spokenIn(text: string): string {
  return text.replace(frontMatter, '').replace(/\*\*.*?\*\*/g, '');
}

/** A long word that stands a few dozen times in some transcripts. */
export function wordToFind(files: readonly TranscriptFile[]): string {
  const counts = new Map<string, number>();
  for (const { text } of files)
    for (const [word] of spokenIn(text)
      .toLowerCase()
      .matchAll(/\p{L}{6,}/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const [found] = [...counts].filter(([, count]) => count <= 40).sort(([, a], [, b]) => b - a);
  if (!found) throw new Error('No word is said often enough.');
  return found[0];
}

/** The line and the column of a place in a text, both from 1. */
export function lineAndColumn(text: string, offset: number): readonly [line: number, column: number] {
  const lines = text.slice(0, offset).split('\n');
  return [lines.length, (lines.at(-1)?.length ?? 0) + 1];
}
