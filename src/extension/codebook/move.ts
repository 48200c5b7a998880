import { moveCodes } from '../../core/study/codebook/move.ts';
import type { Code } from '../../core/study/model.ts';
import { pickParent } from '../picker/codeFieldPickers.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import { namedCodes } from '../views/namedCodes.ts';
import { applyUnlessRefused, asTheyAre, codesOutside } from './codesMeant.ts';

/** Asks where in the tree some codes belong. */
export async function moveTo(session: StudySession, codes: readonly Code[]): Promise<void> {
  const { codebook } = session.study;
  const title = say('move.title', { what: namedCodes(codes) });
  const picked = await pickParent(codebook, title, codesOutside(codebook, codes));
  if (!picked) return;
  const moved = asTheyAre(session, codes);
  applyUnlessRefused(session, moveCodes(session.study, moved, picked.parent, session.author));
}
