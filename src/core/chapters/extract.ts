import { type Grouping, groupQuotations } from '../analysis/groups.ts';
import { isPlaced } from '../study/counts.ts';
import type { Quotation } from '../study/model.ts';
import { formatQuotation } from '../study/quoteStyle.ts';
import { settingsOf } from '../study/settings.ts';
import { documentName, documentsByCase } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import { quotationsAbout, type Subject } from '../study/subject.ts';
import { wordsOf } from '../tables/words.ts';
import { positionAt } from '../text/lines.ts';
import { escapeLineStart, escapeMarkdown } from '../text/runs.ts';

/**
 * A Markdown document with the quotations of a code and those below it by case (by document where the study has no cases), or
 * those of a case or document by theme, each with its source and a link to its line. Lost quotations are left out.
 *
 * @param file study-relative path that the document will have, for the links
 */
export function extractQuotations(study: Study, subject: Subject, file: string): string {
  const words = wordsOf(settingsOf(study.settings).language);
  const quotations = quotationsAbout(study, [subject]).filter(isPlaced);
  const grouping = groupingFor(study, subject);
  const among = new Set(study.codebook.codes.keys());
  const rest = grouping === 'case' ? words.noCase : words.other;
  const parts = [`# ${oneLine(titleOf(study, subject) ?? words.noCase)}`];
  for (const group of groupQuotations(study, quotations, grouping, among)) {
    parts.push(`## ${oneLine(group.name ?? rest)}`);
    for (const quotation of group.quotations) parts.push(printed(study, quotation, file, words.line));
  }
  if (quotations.length === 0) parts.push(words.note.empty);
  return `${parts.join('\n\n')}\n`;
}

function groupingFor(study: Study, { kind }: Subject): Grouping {
  if (kind !== 'code') return 'theme';
  return documentsByCase(study).size > 0 ? 'case' : 'document';
}

function titleOf(study: Study, subject: Subject): string | undefined {
  if (subject.kind === 'case') return subject.name;
  if (subject.kind === 'document') return documentName(subject.path);
  return study.codebook.codes.get(subject.code)?.name ?? subject.code;
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
