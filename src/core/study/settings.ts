import { derived } from './derived.ts';
import type { Settings } from './model.ts';
import { pathMatcher } from './pathPattern.ts';

/** The settings of a study with every default filled in. */
export interface FullSettings {
  readonly title: string;
  readonly language: 'nl' | 'en';
  readonly interviewers: readonly string[];
  readonly quoteStyle: string;
  /** Whether a study-relative path is that of a transcript. */
  readonly isTranscript: (path: string) => boolean;
  /** Whether a study-relative path is that of a living chapter. */
  readonly isChapter: (path: string) => boolean;
  /** Whether a study-relative path is that of a memo. */
  readonly isMemo: (path: string) => boolean;
  /** Whether a study-relative path is that of the topic guide. */
  readonly isTopicGuide: (path: string) => boolean;
}

const defaultTranscripts: readonly string[] = ['**/*.md'];
const defaultChapters: readonly string[] = ['chapters/**/*.md'];
const defaultInterviewers: readonly string[] = ['I', 'Interviewer'];
const defaultQuoteStyle = '"{text}" ({document}, {line})';

/** The file of the topic guide in the folder of a study. */
export const topicGuidePath = 'topic-guide.md';

/** Markdown in a study that is never a transcript unless codeboom.json names transcripts itself. */
const otherMarkdown = ['memos/**', `**/${topicGuidePath}`, '**/[Rr][Ee][Aa][Dd][Mm][Ee]*.md'];

/** Folders that no study keeps its files in. */
const foreignFolders = ['**/node_modules/**', '**/.*/**'];

const isInMemos = pathMatcher(['memos/**/*.md'], foreignFolders);

/** Fills in the defaults of FORMAT.md. */
export const settingsOf = derived((settings: Settings): FullSettings => {
  const chapters = settings.chapters ?? defaultChapters;
  const isChapter = pathMatcher(chapters, foreignFolders);
  const isNamedTranscript = pathMatcher(
    settings.transcripts ?? defaultTranscripts,
    settings.transcripts ? foreignFolders : [...foreignFolders, ...otherMarkdown],
  );
  return {
    title: settings.title ?? '',
    language: settings.language ?? 'en',
    interviewers: settings.interviewers ?? defaultInterviewers,
    quoteStyle: settings.quoteStyle ?? defaultQuoteStyle,
    isTranscript: (path) => isNamedTranscript(path) && !isChapter(path),
    isChapter,
    isMemo: (path) => isInMemos(path) && !isNamedTranscript(path) && !isChapter(path),
    isTopicGuide: (path) => path === topicGuidePath && !isNamedTranscript(path) && !isChapter(path),
  };
});
