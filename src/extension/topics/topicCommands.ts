import type { CommandRow } from '../commands/register.ts';
import type { Sessions } from '../sessions.ts';
import { showTopicCoverage } from './coverage.ts';
import { linkTopic, openTopicGuide } from './guide.ts';
import { newTranscript } from './newTranscript.ts';

/** The commands about the topics of the interviews. */
export function topicCommands(sessions: Sessions): readonly CommandRow[] {
  return [
    { id: 'newTranscript', run: () => newTranscript(sessions.active) },
    { id: 'topics.openGuide', run: () => openTopicGuide(sessions.active) },
    { id: 'topics.link', run: () => linkTopic(sessions.active) },
    { id: 'topics.coverage', run: () => showTopicCoverage(sessions.active) },
  ];
}
