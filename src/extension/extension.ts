import type * as vscode from 'vscode';
import type { Level } from '../core/study/model.ts';
import { Backups } from '../store/backups.ts';
import { registerAttributeFixes } from './attributes/attributeFixes.ts';
import { BackupFolder } from './backups/backupFolder.ts';
import { registerBlockHover } from './chapters/blockHover.ts';
import { showChapterProblems } from './chapters/chapterProblems.ts';
import { registerDropQuotations } from './chapters/dropQuotations.ts';
import { registerSpecCompletion } from './chapters/specCompletion.ts';
import { updateTablesOnSave } from './chapters/updateOnSave.ts';
import { codeSetCommands } from './codebook/codeSetCommands.ts';
import { CodeSetsView } from './codebook/codeSetsView.ts';
import { defineCode } from './codebook/define.ts';
import { CodeVisibility } from './codeVisibility.ts';
import { ColorBy } from './colorBy.ts';
import { ApplyCodes } from './commands/applyCodes.ts';
import { codingCommands } from './commands/codingCommands.ts';
import { codingModeCommands } from './commands/codingModeCommands.ts';
import { expandCommands } from './commands/expandCommands.ts';
import { askByKey } from './commands/keysThatAsk.ts';
import { QuotationCommands } from './commands/quotationCommands.ts';
import { registerCommands } from './commands/register.ts';
import { studyCommands } from './commands/studyCommands.ts';
import { CodesSideBySide } from './comparison/codesSideBySide.ts';
import { comparisonCommands } from './comparison/comparisonCommands.ts';
import { FollowCursor } from './comparison/followCursor.ts';
import { followContext } from './contextKeys.ts';
import { coverageCommands } from './coverage/coverageCommands.ts';
import { CodingMode } from './editor/codingMode.ts';
import { CodingModeStatus } from './editor/codingModeStatus.ts';
import { QuotationComments } from './editor/comments.ts';
import { registerDropCodes } from './editor/dropCodes.ts';
import { Highlights } from './editor/highlights.ts';
import { registerHover } from './editor/hover.ts';
import { laterCommands } from './laterCommands.ts';
import { registerMemoCompletion } from './memos/memoCompletion.ts';
import { registerMemoDefinitions } from './memos/memoDefinitions.ts';
import { registerMemoFixes } from './memos/memoFixes.ts';
import { registerMemoLinks } from './memos/memoLinkProvider.ts';
import { MemosView } from './memos/memosView.ts';
import { registerNameFixes } from './privacy/nameFixes.ts';
import { NameProblems } from './privacy/nameProblems.ts';
import { showProblems } from './problems.ts';
import { RecentQueries } from './queries/recentQueries.ts';
import { RecentCodes } from './recentCodes.ts';
import { ModelDrawing } from './relations/model.ts';
import { RelationsView } from './relations/relationsView.ts';
import { followRenames } from './renames.ts';
import { Comparisons } from './review/compare.ts';
import { registerReviewFixes } from './review/reviewFixes.ts';
import { ReviewView } from './review/reviewView.ts';
import { type FilesIn, Sessions } from './sessions.ts';
import { CodeTreeCommands } from './views/codeTreeCommands.ts';
import { CodeTreeView } from './views/codeTreeView.ts';
import { documentsCommands } from './views/documentsCommands.ts';
import { DocumentsView } from './views/documentsView.ts';
import { QuotationsView } from './views/quotationsView.ts';
import { quotationViewCommands } from './views/quotationViewCommands.ts';
import { selectionKeys } from './views/selectByKey.ts';

/** Builds what the features share and registers the features; nothing else. */
export async function start(context: vscode.ExtensionContext, filesIn: FilesIn): Promise<void> {
  const backupsOf = (root: vscode.Uri) => new Backups(new BackupFolder(context.globalStorageUri, root));
  const sessions = new Sessions(filesIn, backupsOf);
  const visibility = new CodeVisibility(context.workspaceState);
  const colorBy = new ColorBy(context.workspaceState);
  const recent = new RecentCodes(context.workspaceState);
  const codeTree = new CodeTreeView(sessions, visibility, context.workspaceState);
  const codingMode = new CodingMode(sessions, codeTree.onDidDrag);
  const quotationsView = new QuotationsView(sessions, context.workspaceState);
  const codeSets = new CodeSetsView(sessions);
  const relations = new RelationsView(sessions);
  const model = new ModelDrawing(sessions, context, { tree: codeTree, quotations: quotationsView });
  const documents = new DocumentsView(sessions);
  const memos = new MemosView(sessions);
  const review = new ReviewView(sessions);
  const comparisons = new Comparisons(sessions);
  const followCursor = new FollowCursor(sessions, quotationsView, context.workspaceState);
  const codesSideBySide = new CodesSideBySide(sessions, codeTree);
  const applyCodes = new ApplyCodes(sessions, recent, {
    define: defineCode,
    reveal: ({ id }) => codeTree.reveal(id),
  });
  const quotations = new QuotationCommands(sessions);
  const comments = new QuotationComments(sessions);
  const nameProblems = new NameProblems(sessions);
  const rows = [
    ...codingCommands(sessions, applyCodes, quotations),
    ...comments.rows,
    ...new CodeTreeCommands(sessions, codeTree, quotationsView, applyCodes, codeSets).rows,
    ...codeSetCommands(sessions, codeSets, quotationsView),
    ...model.rows,
    ...quotationViewCommands(sessions, quotationsView, followCursor, applyCodes),
    ...comparisonCommands(sessions, quotationsView, followCursor, codesSideBySide),
    ...coverageCommands(sessions),
    ...codingModeCommands(context, sessions, codingMode, recent, applyCodes),
    ...expandCommands(sessions),
    { id: 'colorBy', run: (level?: Level) => colorBy.choose(level) },
    ...selectionKeys,
    ...documentsCommands(sessions, documents, quotationsView),
    ...studyCommands(context, sessions),
    ...laterCommands({
      sessions,
      applyCodes,
      codeTree,
      documents,
      quotations: quotationsView,
      memos,
      relations,
      review,
      comparisons,
      nameProblems,
      recentQueries: new RecentQueries(context.workspaceState),
    }),
  ];
  context.subscriptions.push(
    sessions,
    visibility,
    colorBy,
    recent,
    codeTree,
    codingMode,
    quotationsView,
    codeSets,
    relations,
    model,
    documents,
    memos,
    review,
    comparisons,
    followCursor,
    codesSideBySide,
    comments,
    nameProblems,
    followContext(sessions),
    new Highlights(sessions, visibility, colorBy),
    new CodingModeStatus(sessions, codingMode, recent),
    followRenames(sessions),
    registerHover(sessions),
    registerDropCodes(sessions, applyCodes, codingMode),
    registerDropQuotations(sessions),
    registerBlockHover(sessions),
    updateTablesOnSave(sessions),
    showProblems(sessions),
    registerReviewFixes(sessions),
    registerNameFixes(sessions),
    registerAttributeFixes(sessions),
    showChapterProblems(sessions),
    registerSpecCompletion(sessions),
    registerMemoCompletion(sessions),
    registerMemoLinks(sessions),
    registerMemoDefinitions(sessions),
    registerMemoFixes(sessions),
    registerCommands([...rows, askByKey(rows, codingMode)]),
  );
  await sessions.openAll();
}
