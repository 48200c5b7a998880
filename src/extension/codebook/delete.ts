import * as vscode from 'vscode';
import { type Reference, referencesToCode } from '../../core/chapters/references.ts';
import { deleteCodes, type Uncoded } from '../../core/study/codebook/delete.ts';
import { quotationsWithCodes } from '../../core/study/quotations.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import { namedCodes } from '../views/namedCodes.ts';
import { asTheyAre, codesOutside, type SomeCodes } from './codesMeant.ts';
import { merge } from './merge.ts';
import { chapterTexts } from './referringTexts.ts';

/** So many references are named; of more, how many there are. */
const mostNamed = 8;

/**
 * Deletes codes. When codings go with them, or something refers to them, that is told first, and another code can take their
 * place instead.
 */
export async function deleteWithQuestion(session: StudySession, codes: SomeCodes): Promise<void> {
  const chapters = await chapterTexts(session);
  const { study } = session;
  const ids = codes.map(({ id }) => id);
  const gone = new Set(ids);
  const quotations = quotationsWithCodes(study, ids);
  const uncoded = quotations.filter((quotation) => quotation.codes.every((code) => gone.has(code))).length;
  const references = ids.flatMap((id) => referencesToCode(study, id, chapters));
  const remove = (left: Uncoded) =>
    session.apply(deleteCodes(session.study, asTheyAre(session, codes), left, session.author));
  if (quotations.length + references.length === 0) {
    remove('stay');
    return;
  }
  const stay = say('delete.button');
  const go = say('delete.withQuotations', { count: uncoded });
  const replace = say('delete.replace');
  const canReplace = codesOutside(study.codebook, codes).length > 0;
  const answer = await vscode.window.showWarningMessage(
    say('delete.question', { what: namedCodes(codes) }),
    { modal: true, detail: detailOf(quotations.length, uncoded, references) },
    stay,
    ...(uncoded > 0 ? [go] : []),
    ...(canReplace ? [replace] : []),
  );
  if (answer === stay) remove('stay');
  else if (answer === go) remove('go');
  else if (answer === replace) await merge(session, asTheyAre(session, codes));
}

/** What goes along, or is left without its object, when something is deleted. */
export function detailOf(quotations: number, uncoded: number, references: readonly Reference[]): string {
  const named = references
    .slice(0, mostNamed)
    .map(({ kind, name }) => `• ${say(`reference.${kind}`, { name })}`);
  const more = references.length - named.length;
  return [
    ...(quotations > 0 ? [say('delete.detail', { count: quotations, uncoded })] : []),
    ...(references.length > 0 ? [say('delete.references'), ...named] : []),
    ...(more > 0 ? [`• ${say('delete.more', { count: more })}`] : []),
  ].join('\n');
}
