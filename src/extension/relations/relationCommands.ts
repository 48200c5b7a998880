import * as vscode from 'vscode';
import type { Relation } from '../../core/study/model.ts';
import { removeRelations } from '../../core/study/relations.ts';
import type { CommandRow } from '../commands/register.ts';
import { chooseQuotation, inTranscript } from '../inTranscript.ts';
import { revealQuotation } from '../revealQuotation.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { type CodeTreeElement, type CodeTreeView, codesIn } from '../views/codeTreeView.ts';
import { elementsMeant, type TreeArguments } from '../views/elementsMeant.ts';
import type { QuotationsElement, QuotationsView } from '../views/quotationsView.ts';
import type { MarkedQuotation } from './markedQuotation.ts';
import { pickRelation } from './pickers.ts';
import { goToEnd, relateCodes, relateQuotation } from './relate.ts';
import { changeType, comment, reverse } from './relationChanges.ts';
import type { RelationsElement, RelationsView } from './relationsView.ts';

/** What may come with a command about a quotation: a row of the list, or, from the menu of an editor, a file. */
type QuotationArguments = TreeArguments<QuotationsElement | vscode.Uri>;

/** The commands that relate codes and quotations, and those of the view Relations. */
export function relationCommands(
  sessions: Sessions,
  view: RelationsView,
  tree: CodeTreeView,
  quotations: QuotationsView,
  marked: MarkedQuotation,
): readonly CommandRow[] {
  const goTo = (which: 'from' | 'to') =>
    on((session, [relation]) =>
      goToEnd(session, relation[which], { code: (id) => tree.reveal(id), quotation: revealQuotation }),
    );
  function on(act: (session: StudySession, relations: readonly [Relation, ...Relation[]]) => unknown) {
    return async (...args: TreeArguments<RelationsElement>) => {
      const session = sessions.active;
      if (!session) return;
      const { study } = session;
      const elements = elementsMeant(view.view, args);
      const meant = elements
        ? elements.map((row) =>
            row.kind === 'relation' ? study.relations.relations.get(row.relation) : undefined,
          )
        : [await pickRelation(study)];
      const [first, ...others] = meant.filter((relation) => relation !== undefined);
      if (first) await act(session, [first, ...others]);
    };
  }
  const onQuotation =
    (act: (session: StudySession, id: string) => unknown) =>
    async (...args: QuotationArguments) => {
      const [clicked] = args;
      const where =
        clicked && typeof clicked === 'object' && 'kind' in clicked ? undefined : inTranscript(sessions);
      if (where) {
        const quotation = await chooseQuotation(where);
        if (quotation) await act(where.session, quotation.id);
        return;
      }
      const session = sessions.active;
      const [element] = elementsMeant(quotations.view, args as TreeArguments<QuotationsElement>) ?? [];
      if (session && element?.kind === 'quotation') await act(session, element.quotation);
    };
  return [
    {
      id: 'relations.relateCodes',
      run: async (...args: TreeArguments<CodeTreeElement>) => {
        const session = sessions.active;
        const elements = elementsMeant(tree.view, args) ?? [];
        if (session) await relateCodes(session, view, codesIn(session.study.codebook, elements));
      },
    },
    {
      id: 'relations.relateQuotation',
      run: onQuotation(async (session, id) => {
        const [quotation] = session.quotations([id]);
        if (quotation) await relateQuotation(session, view, quotation);
      }),
    },
    { id: 'relations.mark', run: onQuotation((session, id) => marked.set(session, id)) },
    {
      id: 'relations.relateToMarked',
      run: onQuotation(async (session, id) => {
        const [from] = session.quotations(marked.in(session));
        const [to] = session.quotations([id]);
        if (from && to) await relateQuotation(session, view, from, to);
        else void vscode.window.showInformationMessage(say('relations.noMark'));
      }),
    },
    { id: 'relations.goToFrom', run: goTo('from') },
    { id: 'relations.goToTo', run: goTo('to') },
    { id: 'relations.changeType', run: on((session, [relation]) => changeType(session, relation)) },
    {
      id: 'relations.reverse',
      run: on((session, [relation]) => reverse(session, relation)),
    },
    { id: 'relations.comment', run: on((session, [relation]) => comment(session, relation)) },
    {
      id: 'relations.remove',
      run: on((session, relations) => session.apply(removeRelations(relations))),
    },
  ];
}
