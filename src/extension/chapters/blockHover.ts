import * as vscode from 'vscode';
import { documentName } from '../../core/study/sources.ts';
import { offsetOf, rangeOf } from '../positions.ts';
import { say } from '../say.ts';
import type { Sessions } from '../sessions.ts';
import { WrappingMarkdown } from '../wrappingMarkdown.ts';

/** So many changed cells and documents are named; there may be hundreds. */
const mostNamed = 12;

/** Says of a generated block, over its spec, what it is made from and which of its cells are no longer so. */
export function registerBlockHover(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { language: 'markdown' },
    {
      async provideHover(document, position) {
        const session = sessions.of(document.uri);
        if (!session?.isChapter(document.uri)) return undefined;
        const { renderChapter } = await import('../../core/chapters/render.ts');
        const { blockChanges, documentsIn } = await import('../../core/chapters/blockChanges.ts');
        const { normalForm } = await import('../../core/text/transcript.ts');
        const offset = offsetOf(document, position);
        const text = normalForm(document.getText());
        const found = renderChapter(session.study, text).blocks.find(
          ({ block: { range, content } }) => range.start <= offset && offset < content.start,
        );
        if (!found?.table) return undefined;
        const { block, table, status } = found;
        const hover = new WrappingMarkdown();
        const documents = documentsIn(table).map(documentName);
        const named = documents.slice(0, mostNamed).join(', ');
        hover.appendText(say('chapter.madeFrom', { count: documents.length, documents: named }));
        if (table.note !== undefined) hover.appendMarkdown('\n\n').appendText(table.note);
        if (status === 'stale' || status === 'handEdited') {
          const changes = blockChanges(text.slice(block.content.start, block.content.end), table);
          hover.appendMarkdown('\n\n').appendText(say('chapter.changedCells', { count: changes.length }));
          for (const { row, column, before, after } of changes.slice(0, mostNamed))
            hover.appendMarkdown('\n\n').appendText(`${row}, ${column}: ${before || '–'} → ${after || '–'}`);
        }
        const { start, end } = block.spec;
        return new vscode.Hover(hover, rangeOf(document, { start, end }));
      },
    },
  );
}
