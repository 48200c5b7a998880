import { foundBy } from '../../core/query/smartCodes.ts';
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
  const among = new Set(quotations.map(({ id }) => id));
  const found = (text: string) => {
    const answer = foundBy(session.study, text);
    return 'error' in answer ? answer : answer.quotations.filter(({ id }) => among.has(id));
  };
  const text = await askText({
    title: say('split.title', { code: code.name }),
    prompt: say('split.query', { code: code.name }),
    refuse: (written) => {
      const answer = found(written);
      if ('error' in answer) return sentenceOf(answer.error.message);
      return answer.length === 0 ? say('split.queryFindsNone') : undefined;
    },
  });
  const answer = text === undefined ? undefined : found(text);
  return answer && 'error' in answer ? undefined : answer;
}
