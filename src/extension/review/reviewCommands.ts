import * as vscode from 'vscode';
import type { Quotation } from '../../core/study/model.ts';
import { quotationsAt } from '../../core/study/quotations.ts';
import { quotationText } from '../../core/study/quoteStyle.ts';
import {
  acceptPlaces,
  alikeInDoubt,
  attach,
  isUndecided,
  keepAsLost,
  quotationsInDoubt,
} from '../../core/study/review.ts';
import { documentName } from '../../core/study/sources.ts';
import type { CommandRow } from '../commands/register.ts';
import { transcriptIn } from '../inTranscript.ts';
import { pickOne } from '../picker/pickOne.ts';
import { textRangeOf } from '../positions.ts';
import { revealQuotation } from '../revealQuotation.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { elementsMeant, type TreeArguments } from '../views/elementsMeant.ts';
import { choosePlace } from './choosePlace.ts';
import type { Comparisons } from './compare.ts';
import { placeAndState, shortWords } from './reviewItem.ts';
import type { ReviewElement, ReviewView } from './reviewView.ts';

type Arguments = TreeArguments<ReviewElement>;
type Meant = readonly [Quotation, ...Quotation[]];

/** The commands that settle quotations in doubt: of rows of the view, of the Problems panel, at the caret, or chosen. */
export function reviewCommands(
  sessions: Sessions,
  review: ReviewView,
  comparisons: Comparisons,
): readonly CommandRow[] {
  const on =
    (
      suits: (quotation: Quotation) => boolean,
      act: (session: StudySession, meant: Meant) => unknown,
      without: 'caret' | 'list' = 'caret',
    ) =>
    async (...args: Arguments) => {
      const session = sessions.active;
      if (!session) return;
      // A key in the view while no row is selected asks which one, as the palette does.
      const elements = elementsMeant(review.view, args);
      const meant = elements?.length
        ? quotationsOf(session, elements).filter(suits)
        : await withoutRows(session, sessions, review, suits, args[0] === 'selection' ? 'list' : without);
      const [first, ...others] = meant ?? [];
      if (first) await act(session, [first, ...others]);
      else if (meant) void vscode.window.showInformationMessage(say('review.none'));
    };
  const isInDoubt = ({ anchor }: Quotation) => anchor !== undefined;
  const isInReview = ({ anchor }: Quotation) => anchor?.state === 'review';
  return [
    {
      id: 'review.accept',
      run: on(isInReview, (session, meant) => session.apply(acceptPlaces(meant, session.author))),
    },
    {
      id: 'review.acceptAlike',
      run: on(isInReview, (session, meant) =>
        session.apply(acceptPlaces(alikeInDoubt(session.study, meant), session.author)),
      ),
    },
    { id: 'review.choosePlace', run: on(isInDoubt, (session, [first]) => choose(session, first)) },
    {
      id: 'review.reattach',
      run: async (...args: Arguments) => {
        const where = transcriptIn(sessions, vscode.window.activeTextEditor);
        if (!where || where.editor.selection.isEmpty) {
          void vscode.window.showInformationMessage(say('review.selectFirst'));
          return;
        }
        const range = textRangeOf(where.editor.document, where.editor.selection);
        await on(
          isInDoubt,
          (session, [first]) =>
            session.apply(attach(session.study, first, where.document, range, session.author)),
          'list',
        )(...args);
      },
    },
    {
      id: 'review.keepLost',
      run: on(isUndecided, (session, meant) => session.apply(keepAsLost(meant, session.author))),
    },
    { id: 'review.reveal', run: on(isInDoubt, (session, [first]) => revealQuotation(session, first.id)) },
    { id: 'review.compare', run: on(isInDoubt, (session, [first]) => comparisons.show(session, first)) },
  ];
}

/** The quotations of rows; a document is all that is in doubt in it. */
function quotationsOf(session: StudySession, elements: readonly ReviewElement[]): readonly Quotation[] {
  const ids = elements.flatMap((element) => {
    if (element.kind === 'quotation') return [element.quotation];
    const document = session.study.documents.get(element.document);
    return document ? quotationsInDoubt(document).map(({ id }) => id) : [];
  });
  return session.quotations([...new Set(ids)]);
}

/** From the palette or by a key in the editor: what is in doubt at the caret, else one that the user chooses. */
async function withoutRows(
  session: StudySession,
  sessions: Sessions,
  review: ReviewView,
  suits: (quotation: Quotation) => boolean,
  without: 'caret' | 'list',
): Promise<readonly Quotation[] | undefined> {
  const where = transcriptIn(sessions, vscode.window.activeTextEditor);
  const caret = where && textRangeOf(where.editor.document, where.editor.selection);
  const touching = where && caret ? quotationsAt(where.document, caret).filter(suits) : [];
  if (without === 'caret' && touching.length > 0) return touching.slice(0, 1);
  const all = [...session.study.documents.values()].flatMap(quotationsInDoubt).filter(suits);
  const here = all.filter(({ document }) => document === where?.document.path);
  // Who went to a lost quotation from the view, where no words are, means that one first.
  const selected = quotationsOf(session, review.view.selection).filter(suits);
  const candidates = [...new Set([...touching, ...selected, ...here, ...all])];
  if (candidates.length <= 1) return candidates;
  const { study } = session;
  const picked = await pickOne(
    candidates.map((quotation) => ({
      label: shortWords(quotationText(study, quotation), 120),
      description: `${documentName(quotation.document)} · ${placeAndState(study, quotation)}`,
      quotation,
    })),
    { title: say('review.which'), matchOnDescription: true },
  );
  return picked && [picked.quotation];
}

async function choose(session: StudySession, quotation: Quotation): Promise<void> {
  const place = await choosePlace(session, quotation);
  const [current] = session.quotations([quotation.id]);
  const document = session.study.documents.get(quotation.document);
  // The text may have been edited while the list was open.
  if (!place || !current || document?.transcript?.text.slice(place.start, place.end) !== place.exact) return;
  session.apply(attach(session.study, current, document, place, session.author));
}
