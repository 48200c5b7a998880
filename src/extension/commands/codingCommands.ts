import type { Sessions } from '../sessions.ts';
import type { ApplyCodes } from './applyCodes.ts';
import type { QuotationCommands } from './quotationCommands.ts';
import type { CommandRow } from './register.ts';

/** The commands that code in the active transcript. */
export function codingCommands(
  sessions: Sessions,
  applyCodes: ApplyCodes,
  quotations: QuotationCommands,
): readonly CommandRow[] {
  return [
    { id: 'applyCode', run: () => applyCodes.applyCode() },
    { id: 'applyLastCodes', run: () => applyCodes.applyLastCodes() },
    { id: 'codeInVivo', run: () => applyCodes.codeInVivo() },
    { id: 'removeCode', run: () => quotations.removeCode() },
    { id: 'deleteQuotation', run: () => quotations.deleteQuotation() },
    { id: 'extendQuotation', run: () => quotations.extendToSelection() },
    { id: 'growQuotationEnd', run: () => quotations.moveBoundary('end', 1) },
    { id: 'shrinkQuotationEnd', run: () => quotations.moveBoundary('end', -1) },
    { id: 'growQuotationStart', run: () => quotations.moveBoundary('start', -1) },
    { id: 'shrinkQuotationStart', run: () => quotations.moveBoundary('start', 1) },
    { id: 'commentQuotation', run: () => quotations.commentQuotation() },
    { id: 'toggleStar', run: () => quotations.toggleStar() },
    { id: 'nextQuotation', run: () => quotations.goTo(1) },
    { id: 'previousQuotation', run: () => quotations.goTo(-1) },
    { id: 'codesAtCursor', run: () => quotations.codesAtCursor() },
    { id: 'undo', run: () => sessions.active?.undo() },
    { id: 'redo', run: () => sessions.active?.redo() },
  ];
}
