import type { Relation } from '../../core/study/model.ts';
import { readEnd } from '../../core/study/relationEnds.ts';
import {
  changeRelationType,
  removeRelations,
  reverseRelation,
  setRelationComment,
} from '../../core/study/relations.ts';
import { applyUnlessRefused } from '../codebook/codesMeant.ts';
import { askText } from '../picker/askText.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import { pickType } from './pickers.ts';
import { asItIs } from './relate.ts';
import { relationText } from './relationText.ts';

/** Asks for another type of a relation. */
export async function changeType(session: StudySession, relation: Relation): Promise<void> {
  const title = relationText(session.study, relation);
  const type = await pickType(session.study, readEnd(relation.from).kind, title, relation.type);
  const current = asItIs(session, relation);
  if (type !== undefined && current)
    applyUnlessRefused(session, changeRelationType(session.study, current, type));
}

/** Asks for a comment on a relation; an empty one takes it away. */
export async function comment(session: StudySession, relation: Relation): Promise<void> {
  const text = await askText({
    title: relationText(session.study, relation),
    prompt: say('relations.commentPrompt'),
    value: relation.comment ?? '',
  });
  const current = asItIs(session, relation);
  if (text !== undefined && current) session.apply(setRelationComment(session.study, current, text));
}

/** Turns a relation around, or says why that cannot be. */
export function reverse(session: StudySession, relation: Relation): void {
  applyUnlessRefused(session, reverseRelation(session.study, relation));
}

export function remove(session: StudySession, relation: Relation): void {
  session.apply(removeRelations([relation]));
}
