import * as vscode from 'vscode';
import { blocksOf } from '../../core/chapters/blocks.ts';
import type { SpecSuggestion } from '../../core/tables/completeSpec.ts';
import { normalForm } from '../../core/text/transcript.ts';
import { offsetOf, rangeOf } from '../positions.ts';
import type { Sessions } from '../sessions.ts';

const kinds: Record<SpecSuggestion['kind'], vscode.CompletionItemKind> = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  code: vscode.CompletionItemKind.Keyword,
  attribute: vscode.CompletionItemKind.Field,
};

/** Completes keys, values, codes and attributes in the spec of a generated block. */
export function registerSpecCompletion(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    { language: 'markdown' },
    {
      async provideCompletionItems(document, position) {
        const session = sessions.of(document.uri);
        if (!session?.isChapter(document.uri)) return [];
        const offset = offsetOf(document, position);
        const text = normalForm(document.getText());
        const spec = blocksOf(text).blocks.find(
          ({ spec: { start, end } }) => start < offset && offset <= end,
        )?.spec;
        if (!spec) return [];
        // The spec begins on the line after the opening comment.
        const start = spec.start + (/^[ \t]*\n/.exec(text.slice(spec.start, spec.end))?.[0].length ?? 0);
        const { study } = session;
        const { completeSpec } = await import('../../core/tables/completeSpec.ts');
        return completeSpec(study, text.slice(start, spec.end), offset - start).map(
          ({ text: label, kind, replaces }) => {
            const item = new vscode.CompletionItem(label, kinds[kind]);
            item.range = rangeOf(document, { start: start + replaces.start, end: start + replaces.end });
            const name = kind === 'code' ? study.codebook.codes.get(label)?.name : undefined;
            if (name !== undefined) item.detail = name;
            if (kind === 'key') item.insertText = `${label}: `;
            return item;
          },
        );
      },
    },
    ':',
    ' ',
    '{',
    '[',
  );
}
