import { derived } from '../study/derived.ts';
import type { Settings, StudyDocument } from '../study/model.ts';
import type { TextRange } from '../study/problem.ts';
import { isCoded } from '../study/quotations.ts';
import { settingsOf } from '../study/settings.ts';
import { isRespondent } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import { passagesOf } from '../text/passages.ts';

/** A turn of which nothing is coded: what is said in it, label and headings left out. */
export interface UncodedTurn extends TextRange {
  /** The label as written; absent for text that nobody is named for. */
  readonly speaker?: string;
  readonly isRespondent: boolean;
}

/** The turns of a document that no coded quotation reaches into, in order. Worked out once for each state of a document. */
export function uncodedTurns(study: Study, document: StudyDocument): readonly UncodedTurn[] {
  const known = byDocument(study.settings);
  const found = known.get(document);
  if (found) return found;
  const turns = readTurns(study, document);
  known.set(document, turns);
  return turns;
}

const byDocument = derived((_settings: Settings) => new WeakMap<StudyDocument, readonly UncodedTurn[]>());

function readTurns(study: Study, document: StudyDocument): readonly UncodedTurn[] {
  if (!document.transcript) return [];
  const quotations = document.quotations.filter(isCoded);
  let next = 0;
  /** The furthest end of the quotations that start before the end of the passage. */
  let reach = 0;
  return passagesOf(document.transcript, settingsOf(study.settings).interviewers).flatMap(
    ({ start, end, speaker }) => {
      for (; (quotations[next]?.start ?? end) < end; next++)
        reach = Math.max(reach, quotations[next]?.end ?? 0);
      if (reach > start) return [];
      const named = speaker === undefined ? {} : { speaker };
      return [{ start, end, ...named, isRespondent: isRespondent(study, document, speaker) }];
    },
  );
}

/** A place in a study where coding goes on. */
export interface NextTurn {
  readonly document: string;
  readonly turn: UncodedTurn;
}

/**
 * The next turn of a respondent, or the one before, of which nothing is coded: after or before an offset in a document, then
 * in the documents that follow or precede it, and around to that document again.
 *
 * @param offset UTF-16; the turn that starts there is not the next
 * @param direction 1 for the next, -1 for the one before
 */
export function nextUncodedTurn(
  study: Study,
  path: string,
  offset: number,
  direction: 1 | -1,
): NextTurn | undefined {
  const ordered = direction === 1 ? [...study.documents.keys()] : [...study.documents.keys()].reverse();
  const at = ordered.indexOf(path);
  const isAhead = ({ start }: TextRange) => (direction === 1 ? start > offset : start < offset);
  const first = (document: string, accept: (turn: TextRange) => boolean): NextTurn | undefined => {
    const found = study.documents.get(document);
    const turns = found ? uncodedTurns(study, found).filter((one) => one.isRespondent && accept(one)) : [];
    const turn = direction === 1 ? turns[0] : turns.at(-1);
    return turn && { document, turn };
  };
  const here = first(path, isAhead);
  if (here) return here;
  for (const other of [...ordered.slice(at + 1), ...ordered.slice(0, at)]) {
    const there = first(other, () => true);
    if (there) return there;
  }
  return first(path, () => true);
}
