import * as vscode from 'vscode';
import {
  type AutoCodeSearch,
  type AutoCodeUnit,
  headingsIn,
  type Sought,
  soughtPattern,
  soughtText,
  speakersIn,
} from '../../core/analysis/autoCode.ts';
import type { Speakers } from '../../core/analysis/spokenWords.ts';
import type { StudyDocument } from '../../core/study/model.ts';
import type { Study } from '../../core/study/study.ts';
import type { MessageKey } from '../../messages/english.ts';
import { askText } from '../picker/askText.ts';
import { pickOne } from '../picker/pickOne.ts';
import { say, sentenceOf } from '../say.ts';
import type { StudySession } from '../session.ts';
import { inSlices } from './inSlices.ts';

type Kind = 'text' | 'pattern' | 'speaker' | 'heading';

const kinds: readonly (readonly [Kind, label: MessageKey, detail: MessageKey])[] = [
  ['text', 'autoCode.text', 'autoCode.textDetail'],
  ['pattern', 'autoCode.pattern', 'autoCode.patternDetail'],
  ['speaker', 'autoCode.speaker', 'autoCode.speakerDetail'],
  ['heading', 'autoCode.heading', 'autoCode.headingDetail'],
];

const units: Record<AutoCodeUnit, readonly [label: MessageKey, detail: MessageKey]> = {
  sentence: ['autoCode.sentence', 'autoCode.sentenceDetail'],
  turn: ['autoCode.turn', 'autoCode.turnDetail'],
  paragraph: ['autoCode.paragraph', 'autoCode.paragraphDetail'],
  word: ['autoCode.word', 'autoCode.wordDetail'],
};

/** Asks what is looked for. */
export function askKind(): Promise<Kind | undefined> {
  return choose('autoCode.kindTitle', kinds);
}

/** Asks for the text, pattern, speaker or heading. */
async function askSought(
  session: StudySession,
  kind: Kind,
  documents: readonly StudyDocument[],
): Promise<Sought | undefined> {
  if (kind === 'speaker') {
    const name = await askName(session.study, 'autoCode.speakerTitle', documents, speakersIn);
    return name === undefined ? undefined : { kind, name };
  }
  if (kind === 'heading') {
    const text = await askName(session.study, 'autoCode.headingTitle', documents, headingsIn);
    return text === undefined ? undefined : { kind, text };
  }
  const read = kind === 'text' ? soughtText : soughtPattern;
  const text = await askText({
    title: say(kind === 'text' ? 'autoCode.textTitle' : 'autoCode.patternTitle'),
    prompt: say(kind === 'text' ? 'autoCode.textPrompt' : 'autoCode.patternPrompt'),
    refuse: (typed) => {
      const made = read(typed);
      return 'refused' in made ? sentenceOf(made.refused) : undefined;
    },
  });
  const made = text === undefined ? undefined : read(text);
  return made && 'sought' in made ? made.sought : undefined;
}

/** Asks what is coded around each place, the likely unit first. */
function askUnit(kind: Sought['kind']): Promise<AutoCodeUnit | undefined> {
  const offered =
    kind === 'words'
      ? (['sentence', 'turn', 'paragraph', 'word'] as const)
      : (['turn', 'paragraph', 'sentence'] as const);
  return choose(
    'autoCode.unitTitle',
    offered.map((unit) => [unit, ...units[unit]] as const),
  );
}

/** Asks whose words are searched. */
function askSpeakers(): Promise<Speakers | undefined> {
  return choose<Speakers>('autoCode.speakersTitle', [
    ['respondents', 'autoCode.respondents', 'autoCode.respondentsDetail'],
    ['all', 'autoCode.everyone', 'autoCode.everyoneDetail'],
  ]);
}

/** Asks the questions that are left once it is known where to look. */
export async function askSearch(
  session: StudySession,
  kind: Kind,
  documents: readonly StudyDocument[],
): Promise<AutoCodeSearch | undefined> {
  const sought = await askSought(session, kind, documents);
  const unit = sought && (await askUnit(sought.kind));
  if (!sought || !unit) return undefined;
  const speakers = sought.kind === 'speaker' ? 'all' : await askSpeakers();
  return speakers && { sought, unit, speakers };
}

async function choose<Value>(
  title: MessageKey,
  rows: readonly (readonly [value: Value, label: MessageKey, detail: MessageKey])[],
): Promise<Value | undefined> {
  const picked = await pickOne(
    rows.map(([value, label, detail]) => ({ label: say(label), detail: say(detail), value })),
    { title: say(title) },
  );
  return picked?.value;
}

/** Lets the user choose one of the names that documents have, those of most documents first. */
async function askName(
  study: Study,
  title: MessageKey,
  documents: readonly StudyDocument[],
  namesIn: (study: Study, document: StudyDocument) => readonly string[],
): Promise<string | undefined> {
  const counts = new Map<string, number>();
  const isRead = await inSlices(say('autoCode.reading'), documents, (document) => {
    for (const name of namesIn(study, document)) counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  if (!isRead) return undefined;
  if (counts.size === 0) {
    void vscode.window.showInformationMessage(say('autoCode.noNames'));
    return undefined;
  }
  const rows = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => ({ label: name, description: say('autoCode.inDocuments', { count }) }));
  const picked = await pickOne(rows, { title: say(title) });
  return picked?.label;
}
