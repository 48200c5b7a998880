import type { Code, Quotation } from '../../core/study/model.ts';
import { quotationText } from '../../core/study/quoteStyle.ts';
import { documentName } from '../../core/study/sources.ts';
import { pickOne } from '../picker/pickOne.ts';
import { pickTarget, type Target } from '../picker/targetPicker.ts';
import { revealQuotation } from '../revealQuotation.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';

/** Which quotations of a code go where; those that are not here stay. */
export type Assignment = ReadonlyMap<Quotation, Target>;

/** Goes through quotations one by one, each shown in its transcript, and asks where each belongs. Escape ends it early. */
export async function walk(
  session: StudySession,
  code: Code,
  quotations: readonly Quotation[],
): Promise<Assignment | undefined> {
  const assigned = new Map<Quotation, Target>();
  let index = 0;
  while (index < quotations.length) {
    const quotation = quotations[index];
    if (!quotation) break;
    await revealQuotation(session, quotation.id);
    const answer = await pickTarget(session.study.codebook, {
      title: say('split.step', {
        code: code.name,
        step: index + 1,
        of: quotations.length,
        document: documentName(quotation.document),
      }),
      placeholder: quotationText(session.study, quotation),
      first: targetsSoFar(assigned),
      except: code,
      leave: say('split.stays', { code: code.name }),
      back: index > 0,
    });
    if (answer === undefined) {
      const decision = await askAtEnd(assigned.size, code);
      if (decision === 'apply') return assigned;
      if (decision === 'discard') return undefined;
      continue;
    }
    if (answer === 'back') {
      index--;
      continue;
    }
    if (answer === 'leave') assigned.delete(quotation);
    else assigned.set(quotation, answer);
    index++;
  }
  return assigned;
}

/** What was decided is not lost by a key: the user says whether it counts. */
async function askAtEnd(count: number, code: Code): Promise<'apply' | 'discard' | 'continue'> {
  if (count === 0) return 'discard';
  const picked = await pickOne(
    [
      { label: say('split.apply', { count }), decision: 'apply' },
      { label: say('split.continue'), decision: 'continue' },
      { label: say('split.discard'), decision: 'discard' },
    ] as const,
    { title: say('split.title', { code: code.name }) },
  );
  return picked?.decision ?? 'continue';
}

/** The targets that were chosen, those chosen last first. */
function targetsSoFar(assigned: ReadonlyMap<Quotation, Target>): readonly Target[] {
  const byName = new Map<string, Target>();
  for (const target of [...assigned.values()].reverse())
    byName.set('code' in target ? `id ${target.code.id}` : `name ${target.name}`, target);
  return [...byName.values()];
}
