import * as vscode from 'vscode';
import { findQuotation } from '../../core/study/quotations.ts';
import { formatQuotation } from '../../core/study/quoteStyle.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { idsIn, quotationsType } from '../views/codeTreeDragAndDrop.ts';

/**
 * Quotations of the Quotations view that are dropped on a chapter become citations there, which are refreshed and checked from
 * then on. Dropped on any other text they are text.
 */
export function registerDropQuotations(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(
    { language: 'markdown' },
    {
      async provideDocumentDropEdits(document, _position, data) {
        const session = sessions.of(document.uri);
        if (!session?.isChapter(document.uri)) return undefined;
        const { study } = session;
        const quotations = (await idsIn(data, quotationsType)).flatMap(
          (id) => findQuotation(study, id) ?? [],
        );
        if (quotations.length === 0) return undefined;
        const { citationOf } = await import('../../core/chapters/citations.ts');
        const text = quotations
          .map((quotation) => citationOf(quotation.id, formatQuotation(study, quotation)))
          .join('\n\n');
        return new vscode.DocumentDropEdit(text, say('chapter.dropTitle'));
      },
    },
    { dropMimeTypes: [quotationsType] },
  );
}
