import { countedCodes, quotationsOf } from '../analysis/codings.ts';
import { type Grouping, groupQuotations } from '../analysis/groups.ts';
import type { Quotation, StudyDocument } from '../study/model.ts';
import { formatQuotation } from '../study/quoteStyle.ts';
import { settingsOf } from '../study/settings.ts';
import { documentName, documentsByCase } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import { wordsOf } from '../tables/words.ts';
import { positionAt } from '../text/lines.ts';
import { escapeLineStart, escapeMarkdown } from '../text/runs.ts';

/** Whose quotations are extracted: of a code or theme with those below it, of a case, or of a document by its path. */
export type Extracted =
  | { readonly of: 'code'; readonly id: string }
  | { readonly of: 'case'; readonly name: string }
  | { readonly of: 'document'; readonly path: string };

/**
 * A Markdown document with the quotations of a code by case (by document where the study has no cases), or those of a case or
 * document by theme, each with its source and a link to its line. Lost quotations are left out.
 *
 * @param file study-relative path that the document will have, for the links
 */
export function extractQuotations(study: Study, extracted: Extracted, file: string): string {
  const words = wordsOf(settingsOf(study.settings).language);
  const { title, quotations, grouping } = found(study, extracted);
  const among = new Set(study.codebook.codes.keys());
  const rest = grouping === 'case' ? words.noCase : words.other;
  const parts = [`# ${oneLine(title)}`];
  for (const group of groupQuotations(study, quotations, grouping, among)) {
    parts.push(`## ${oneLine(group.name ?? rest)}`);
    for (const quotation of group.quotations) parts.push(printed(study, quotation, file, words.line));
  }
  if (quotations.length === 0) parts.push(words.note.empty);
  return `${parts.join('\n\n')}\n`;
}

function found(
  study: Study,
  extracted: Extracted,
): { readonly title: string; readonly quotations: readonly Quotation[]; readonly grouping: Grouping } {
  const all = (documents: Iterable<StudyDocument | undefined>) =>
    quotationsOf(
      [...documents].filter((one) => one !== undefined),
      () => true,
    );
  const cases = documentsByCase(study);
  switch (extracted.of) {
    case 'code': {
      const codes = countedCodes(study.codebook, [extracted.id], true);
      return {
        title: study.codebook.codes.get(extracted.id)?.name ?? extracted.id,
        quotations: all(study.documents.values()).filter((one) => one.codes.some((id) => codes.has(id))),
        grouping: cases.size > 0 ? 'case' : 'document',
      };
    }
    case 'case':
      return { title: extracted.name, quotations: all(cases.get(extracted.name) ?? []), grouping: 'theme' };
    case 'document':
      return {
        title: documentName(extracted.path),
        quotations: all([study.documents.get(extracted.path)]),
        grouping: 'theme',
      };
  }
}

function printed(study: Study, quotation: Quotation, file: string, line: string): string {
  const transcript = study.documents.get(quotation.document)?.transcript;
  const number = transcript ? positionAt(transcript, quotation.start).line + 1 : 1;
  const source = `${escapeMarkdown(documentName(quotation.document))}, ${line} ${number}`;
  const link = `${relativeAddress(file, quotation.document)}#L${number}`;
  const quote = escapeLineStart(oneLineOf(formatQuotation(study, quotation)));
  return `> ${quote}\n>\n> [${source}](${link})`;
}

/** The address of one file of a study as seen from another, for a link. Both paths are study-relative. */
function relativeAddress(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const steps = [...here.slice(shared).map(() => '..'), ...there.slice(shared).map(encodeURIComponent)];
  return steps.join('/').replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
}

const oneLine = (text: string) => oneLineOf(escapeMarkdown(text));
const oneLineOf = (markdown: string) => markdown.replace(/\s+/g, ' ').trim();
