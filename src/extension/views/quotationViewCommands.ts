import { deleteQuotations, toggleStar } from '../../core/study/coding.ts';
import type { Quotation } from '../../core/study/model.ts';
import { formatQuotation } from '../../core/study/quoteStyle.ts';
import type { ApplyCodes } from '../commands/applyCodes.ts';
import { commentOn } from '../commands/quotationCommands.ts';
import type { CommandRow } from '../commands/register.ts';
import type { FollowCursor } from '../comparison/followCursor.ts';
import { pickSubject } from '../picker/subjectPicker.ts';
import { copyOut } from '../privacy/exportGate.ts';
import { revealQuotation } from '../revealQuotation.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { showDone } from '../showDone.ts';
import { elementsMeant, type TreeArguments } from './elementsMeant.ts';
import { addCodes, removeCodes, replaceCode } from './quickRecode.ts';
import type { QuotationElement, QuotationsElement, QuotationsView } from './quotationsView.ts';

/** A row of the view, or a quotation as the hover of an editor names it. */
type Named = QuotationsElement | Pick<QuotationElement, 'quotation'>;

/** The commands of the quotations view, which the hover of an editor offers too. */
export function quotationViewCommands(
  sessions: Sessions,
  quotations: QuotationsView,
  follow: FollowCursor,
  applyCodes: ApplyCodes,
): readonly CommandRow[] {
  const on =
    (act: (session: StudySession, meant: readonly [Quotation, ...Quotation[]]) => unknown) =>
    async (...args: TreeArguments<Named>) => {
      const session = sessions.active;
      const elements = elementsMeant<Named>(quotations.view, args) ?? [];
      const ids = elements.flatMap((element) => ('quotation' in element ? element.quotation : []));
      const [first, ...others] = session?.quotations(ids) ?? [];
      if (session && first) await act(session, [first, ...others]);
    };
  return [
    { id: 'quotations.show', run: () => chooseWhatToShow(sessions, quotations) },
    { id: 'quotations.groupByCase', run: () => quotations.setGrouping('case') },
    { id: 'quotations.groupByDocument', run: () => quotations.setGrouping('document') },
    {
      id: 'quotations.reveal',
      run: on((session, [first]) => {
        follow.hold(first.id);
        return revealQuotation(session, first.id);
      }),
    },
    {
      id: 'quotations.recode',
      run: on((session, meant) =>
        applyCodes.recode(
          session,
          meant.map(({ id }) => id),
        ),
      ),
    },
    { id: 'quotations.addCode', run: on((session, meant) => addCodes(session, meant, applyCodes)) },
    { id: 'quotations.removeCode', run: on(removeCodes) },
    { id: 'quotations.replaceCode', run: on((session, meant) => replaceCode(session, meant, applyCodes)) },
    { id: 'quotations.comment', run: on((session, [first]) => commentOn(session, first)) },
    {
      id: 'quotations.star',
      run: on((session, meant) => session.apply(toggleStar(meant, session.author))),
    },
    { id: 'quotations.copy', run: on(copy) },
    {
      id: 'quotations.delete',
      run: on((session, meant) => session.apply(deleteQuotations(session.study, meant))),
    },
  ];
}

/** Copies quotations with their sources, in the study's style, a paragraph each. */
async function copy(session: StudySession, quotations: readonly Quotation[]): Promise<void> {
  const { study } = session;
  const text = quotations.map((quotation) => formatQuotation(study, quotation)).join('\n\n');
  if (await copyOut(session, text)) showDone(say('quotation.copied', { count: quotations.length }));
}

async function chooseWhatToShow(sessions: Sessions, quotations: QuotationsView): Promise<void> {
  const session = sessions.active;
  const subject = session && (await pickSubject(session.study, say('subject.title')));
  if (subject) quotations.show([subject], { focus: true });
}
