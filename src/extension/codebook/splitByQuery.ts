import { queryIn } from '../../core/query/check.ts';
import { matcher } from '../../core/query/evaluate.ts';
import type { Code, Quotation } from '../../core/study/model.ts';
import { askText } from '../picker/askText.ts';
import { say, sentenceOf } from '../say.ts';
import type { StudySession } from '../session.ts';

/** Asks for a query, and gives those of some quotations that it finds. */
export async function quotationsByQuery(
  session: StudySession,
  code: Code,
  quotations: readonly Quotation[],
): Promise<readonly Quotation[] | undefined> {
  const found = (text: string) => {
    const parsed = queryIn(session.study, text);
    if (!('query' in parsed)) return undefined;
    const isMeant = matcher(session.study, parsed.query);
    return quotations.filter(isMeant);
  };
  const text = await askText({
    title: say('split.title', { code: code.name }),
    prompt: say('split.query', { code: code.name }),
    refuse: (written) => {
      const parsed = queryIn(session.study, written);
      if ('error' in parsed) return sentenceOf(parsed.error.message);
      return found(written)?.length === 0 ? say('split.queryFindsNone') : undefined;
    },
  });
  return text === undefined ? undefined : found(text);
}
