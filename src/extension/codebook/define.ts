import { type Definition, defineCode as define } from '../../core/study/codebook/define.ts';
import { isPlaced } from '../../core/study/counts.ts';
import type { Code, Quotation } from '../../core/study/model.ts';
import { findQuotation, quotationsWithCodes } from '../../core/study/quotations.ts';
import { quotationText } from '../../core/study/quoteStyle.ts';
import { documentName } from '../../core/study/sources.ts';
import { askText } from '../picker/askText.ts';
import { pickOne } from '../picker/pickOne.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import { applyUnlessRefused, asTheyAre } from './codesMeant.ts';

const questions = [
  ['definition', 'define.definition'],
  ['include', 'define.include'],
  ['exclude', 'define.exclude'],
] as const;

/**
 * Asks for the definition of a code, for what does and does not belong to it, and for the quotation that shows it at its best.
 * Escape keeps all as it was.
 */
export async function defineCode(session: StudySession, code: Code): Promise<void> {
  const title = say('define.title', { code: code.name });
  const set: { -readonly [Field in keyof Definition]: Definition[Field] } = {};
  const quotations = quotationsWithCodes(session.study, [code.id]).filter(isPlaced);
  const steps = questions.length + (quotations.length > 0 ? 1 : 0);
  for (const [index, [field, prompt]] of questions.entries()) {
    const before = code[field] ?? '';
    // A line of text cannot hold line ends; one that is left as it is keeps them.
    const shown = before.replace(/\s*\n\s*/g, ' ');
    const text = await askText({ title, prompt: say(prompt), value: shown, step: [index + 1, steps] });
    if (text === undefined) return;
    if (text !== shown) set[field] = text;
  }
  if (quotations.length > 0) {
    const example = await pickExample(session, code, quotations, `${title} (${steps}/${steps})`);
    if (example === undefined) return;
    if (example !== (code.example ?? '')) set.example = example;
  }
  const [current] = asTheyAre(session, [code]);
  if (current) applyUnlessRefused(session, define(session.study, current, set, session.author));
}

/** The id of the example; empty for none. The one that it has comes first, then starred ones. */
async function pickExample(
  session: StudySession,
  code: Code,
  quotations: readonly Quotation[],
  title: string,
): Promise<string | undefined> {
  const { study } = session;
  const current = code.example === undefined ? undefined : findQuotation(study, code.example);
  const others = quotations
    .filter(({ id }) => id !== current?.id)
    .sort((a, b) => Number(b.star ?? false) - Number(a.star ?? false));
  const none = { label: say('define.noExample'), id: '' };
  const rows = [...(current ? [current] : []), ...others].map((quotation) => ({
    label: `${quotation.star ? '$(star-full) ' : ''}${quotationText(study, quotation)}`,
    description: documentName(quotation.document),
    id: quotation.id,
  }));
  const picked = await pickOne(current ? [...rows, none] : [none, ...rows], {
    title,
    placeHolder: say('define.example'),
    matchOnDescription: true,
  });
  return picked?.id;
}
