import type { ApplyCodes } from './commands/applyCodes.ts';
import { type CommandRow, lazily } from './commands/register.ts';
import type { MemosView } from './memos/memosView.ts';
import type { NameProblems } from './privacy/nameProblems.ts';
import type { RecentQueries } from './queries/recentQueries.ts';
import { MarkedQuotation } from './relations/markedQuotation.ts';
import type { RelationsView } from './relations/relationsView.ts';
import type { Comparisons } from './review/compare.ts';
import type { ReviewView } from './review/reviewView.ts';
import type { Sessions } from './sessions.ts';
import type { CodeTreeView } from './views/codeTreeView.ts';
import type { DocumentsView } from './views/documentsView.ts';
import type { QuotationsView } from './views/quotationsView.ts';

/** What the features that are loaded later are given. */
interface Shared {
  readonly sessions: Sessions;
  readonly applyCodes: ApplyCodes;
  readonly codeTree: CodeTreeView;
  readonly documents: DocumentsView;
  readonly quotations: QuotationsView;
  readonly memos: MemosView;
  readonly relations: RelationsView;
  readonly review: ReviewView;
  readonly comparisons: Comparisons;
  readonly nameProblems: NameProblems;
  readonly recentQueries: RecentQueries;
}

/** The commands of features that are loaded when first used, so that opening a window does not wait for them. */
export function laterCommands({
  sessions,
  applyCodes,
  codeTree,
  documents,
  quotations,
  memos,
  relations,
  review,
  comparisons,
  nameProblems,
  recentQueries,
}: Shared): readonly CommandRow[] {
  const marked = new MarkedQuotation();
  return [
    ...lazily(['autoCode'], async () =>
      (await import('./autoCode/autoCode.ts')).autoCodeCommands(sessions, applyCodes),
    ),
    ...lazily(
      ['newMemo', 'newMemoHere', 'memos.reveal', 'memos.follow', 'memos.link', 'memos.show'],
      async () => {
        const { MemoCommands } = await import('./memos/memoCommands.ts');
        const { MemoTargets } = await import('./memos/memoTargets.ts');
        return new MemoCommands(sessions, memos, new MemoTargets(codeTree, quotations)).rows;
      },
    ),
    ...lazily(
      [
        'review.accept',
        'review.acceptAlike',
        'review.choosePlace',
        'review.reattach',
        'review.keepLost',
        'review.reveal',
        'review.compare',
      ],
      async () => (await import('./review/reviewCommands.ts')).reviewCommands(sessions, review, comparisons),
    ),
    ...lazily(
      [
        'relations.relateCodes',
        'relations.relateQuotation',
        'relations.mark',
        'relations.relateToMarked',
        'relations.goToFrom',
        'relations.goToTo',
        'relations.changeType',
        'relations.reverse',
        'relations.comment',
        'relations.remove',
      ],
      async () => {
        const { relationCommands } = await import('./relations/relationCommands.ts');
        return relationCommands(sessions, relations, codeTree, quotations, marked);
      },
    ),
    ...lazily(
      [
        'addPseudonym',
        'suggestNames',
        'pseudonymiseDocument',
        'pseudonymiseStudy',
        'checkForNames',
        'replaceName',
      ],
      async () => (await import('./privacy/privacyCommands.ts')).privacyCommands(sessions, nameProblems),
    ),
    ...lazily(
      ['documents.editAttribute', 'documents.addCase', 'documents.renameCase', 'documents.mergeCases'],
      async () => (await import('./attributes/attributeCommands.ts')).attributeCommands(sessions, documents),
    ),
    ...lazily(['newTranscript', 'topics.openGuide', 'topics.link', 'topics.coverage'], async () =>
      (await import('./topics/topicCommands.ts')).topicCommands(sessions),
    ),
    ...lazily(['singleSourceCodes'], async () =>
      (await import('./triangulation/singleSource.ts')).triangulationCommands(sessions, codeTree),
    ),
    ...lazily(
      [
        'query',
        'codeTree.query',
        'smartCodes.showQuotations',
        'smartCodes.edit',
        'smartCodes.rename',
        'smartCodes.delete',
      ],
      async () => {
        const { QueryCommands } = await import('./queries/queryCommands.ts');
        return new QueryCommands(sessions, codeTree, quotations, recentQueries).rows;
      },
    ),
    ...lazily(['restoreBackup'], async () =>
      (await import('./backups/restoreBackup.ts')).backupCommands(sessions),
    ),
    ...lazily(
      ['updateTables', 'updateAllTables', 'overwriteBlock', 'keepBlockAsText', 'insertTable'],
      async () => (await import('./chapters/tableCommands.ts')).tableCommands(sessions),
    ),
    ...lazily(['saveTableAs'], async () =>
      (await import('./chapters/saveTable.ts')).saveTableCommands(sessions),
    ),
    ...lazily(['exportChapterAsWord'], async () =>
      (await import('./chapters/exportWord.ts')).exportWordCommands(sessions),
    ),
    ...lazily(['copyQuotation', 'insertQuotation', 'extractQuotations'], async () =>
      (await import('./chapters/quotationReports.ts')).quotationReports(sessions),
    ),
  ];
}
