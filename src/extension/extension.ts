import type * as vscode from 'vscode';
import type { Level } from '../core/study/model.ts';
import { Backups } from '../store/backups.ts';
import { BackupFolder } from './backups/backupFolder.ts';
import { backupCommands } from './backups/restoreBackup.ts';
import { showChapterProblems } from './chapters/chapterProblems.ts';
import { quotationReports } from './chapters/quotationReports.ts';
import { registerSpecCompletion } from './chapters/specCompletion.ts';
import { tableCommands } from './chapters/tableCommands.ts';
import { CodeVisibility } from './codeVisibility.ts';
import { ColorBy } from './colorBy.ts';
import { ApplyCodes } from './commands/applyCodes.ts';
import { codingCommands } from './commands/codingCommands.ts';
import { codingModeCommands } from './commands/codingModeCommands.ts';
import { expandCommands } from './commands/expandCommands.ts';
import { QuotationCommands } from './commands/quotationCommands.ts';
import { registerCommands } from './commands/register.ts';
import { studyCommands } from './commands/studyCommands.ts';
import { followContext } from './contextKeys.ts';
import { CodingMode } from './editor/codingMode.ts';
import { CodingModeStatus } from './editor/codingModeStatus.ts';
import { registerDropCodes } from './editor/dropCodes.ts';
import { Highlights } from './editor/highlights.ts';
import { registerHover } from './editor/hover.ts';
import { showProblems } from './problems.ts';
import { RecentCodes } from './recentCodes.ts';
import { followRenames } from './renames.ts';
import { Comparisons } from './review/compare.ts';
import { reviewCommands } from './review/reviewCommands.ts';
import { registerReviewFixes } from './review/reviewFixes.ts';
import { ReviewView } from './review/reviewView.ts';
import { type FilesIn, Sessions } from './sessions.ts';
import { defineCode } from './views/codeChanges.ts';
import { CodeTreeCommands } from './views/codeTreeCommands.ts';
import { CodeTreeView } from './views/codeTreeView.ts';
import { documentsCommands } from './views/documentsCommands.ts';
import { DocumentsView } from './views/documentsView.ts';
import { QuotationsView } from './views/quotationsView.ts';
import { quotationViewCommands } from './views/quotationViewCommands.ts';

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
  const documents = new DocumentsView(sessions);
  const review = new ReviewView(sessions);
  const comparisons = new Comparisons(sessions);
  const applyCodes = new ApplyCodes(sessions, recent, {
    define: defineCode,
    reveal: ({ id }) => codeTree.reveal(id),
  });
  const quotations = new QuotationCommands(sessions);
  context.subscriptions.push(
    sessions,
    visibility,
    colorBy,
    recent,
    codeTree,
    codingMode,
    quotationsView,
    documents,
    review,
    comparisons,
    followContext(sessions),
    new Highlights(sessions, visibility, colorBy),
    new CodingModeStatus(sessions, codingMode, recent),
    followRenames(sessions),
    registerHover(sessions),
    registerDropCodes(sessions, applyCodes, codingMode),
    showProblems(sessions),
    registerReviewFixes(sessions),
    showChapterProblems(sessions),
    registerSpecCompletion(sessions),
    registerCommands([
      ...codingCommands(sessions, applyCodes, quotations),
      ...codingModeCommands(context, sessions, codingMode, recent, applyCodes),
      ...expandCommands(sessions),
      { id: 'colorBy', run: (level?: Level) => colorBy.choose(level) },
      ...new CodeTreeCommands(sessions, codeTree, quotationsView, applyCodes).rows,
      ...quotationViewCommands(sessions, quotationsView, applyCodes),
      ...documentsCommands(sessions, documents, quotationsView),
      ...reviewCommands(sessions, review, comparisons),
      ...studyCommands(context, sessions),
      ...backupCommands(sessions),
      ...tableCommands(sessions),
      ...quotationReports(sessions),
    ]),
  );
  await sessions.openAll();
}
