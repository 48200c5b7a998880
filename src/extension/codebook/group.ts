import { codesMadeBy } from '../../core/study/codebook/create.ts';
import { groupCodes } from '../../core/study/codebook/group.ts';
import { isRefusal } from '../../core/study/codebook/refusal.ts';
import { ungroupCodes } from '../../core/study/codebook/ungroup.ts';
import type { Code } from '../../core/study/model.ts';
import { askText } from '../picker/askText.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import { namedCodes } from '../views/namedCodes.ts';
import { applyUnlessRefused, asTheyAre, refusedName, type SomeCodes } from './codesMeant.ts';

/**
 * Asks for the name of a theme that some codes form, or of a dimension that some themes form.
 *
 * @returns the theme or dimension that was made
 */
export async function group(session: StudySession, codes: SomeCodes): Promise<Code | undefined> {
  const isTheme = codes.every(({ level }) => level === 'code');
  const name = await askText({
    title: say(isTheme ? 'group.titleTheme' : 'group.titleDimension', { what: namedCodes(codes) }),
    prompt: say('newCode.namePrompt'),
    refuse: (text) => refusedName(session.study.codebook, text),
  });
  if (name === undefined) return undefined;
  const grouped = groupCodes(session.study, asTheyAre(session, codes), { name }, session.author);
  if (!applyUnlessRefused(session, grouped) || isRefusal(grouped)) return undefined;
  return codesMadeBy(grouped)[0];
}

/** Puts what is under some codes one step up. */
export function ungroup(session: StudySession, codes: SomeCodes): void {
  applyUnlessRefused(session, ungroupCodes(session.study, asTheyAre(session, codes), session.author));
}
