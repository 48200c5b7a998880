import { changeLevel } from '../../core/study/codebook/changeLevel.ts';
import { recolorCodes } from '../../core/study/codebook/recolor.ts';
import { pickColor, pickLevel } from '../picker/codeFieldPickers.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import { namedCodes } from '../views/namedCodes.ts';
import { applyUnlessRefused, asTheyAre, type SomeCodes } from './codesMeant.ts';

/** Asks for a colour and gives it to all of some codes. */
export async function setColor(session: StudySession, codes: SomeCodes): Promise<void> {
  const [first] = codes;
  const picked = await pickColor(say('color.title', { what: namedCodes(codes) }), first.color);
  if (!picked) return;
  const current = asTheyAre(session, codes);
  applyUnlessRefused(session, recolorCodes(session.study, current, picked.color, session.author));
}

/** Asks how far some codes have come. */
export async function setLevel(session: StudySession, codes: SomeCodes): Promise<void> {
  const [first] = codes;
  const level = await pickLevel(say('level.title', { what: namedCodes(codes) }), first.level);
  if (level) session.apply(changeLevel(session.study, asTheyAre(session, codes), level, session.author));
}
