import * as vscode from 'vscode';
import { refusedName as refusalOfName } from '../../core/study/codebook/names.ts';
import { isRefusal, type Refusal } from '../../core/study/codebook/refusal.ts';
import { codeTreeOf } from '../../core/study/codeTree.ts';
import type { Code, Codebook } from '../../core/study/model.ts';
import type { Operation } from '../../core/study/operation.ts';
import { sentenceOf } from '../say.ts';
import type { StudySession } from '../session.ts';

/** At least one code. */
export type SomeCodes = readonly [Code, ...Code[]];

/** What is wrong with a name for a code, if anything. */
export function refusedName(codebook: Codebook, text: string, renamed?: Code): string | undefined {
  const refusal = refusalOfName(codebook, text, renamed);
  return refusal && sentenceOf(refusal.refused);
}

/** Makes a change, or says why it cannot be made. */
export function applyUnlessRefused(session: StudySession, result: Operation | Refusal): boolean {
  if (isRefusal(result)) {
    void vscode.window.showWarningMessage(sentenceOf(result.refused));
    return false;
  }
  session.apply(result);
  return true;
}

/** Codes as they are now: others may have changed them while the user was choosing. */
export function asTheyAre(session: StudySession, codes: readonly Code[]): readonly Code[] {
  return codes.flatMap(({ id }) => session.study.codebook.codes.get(id) ?? []);
}

/** The codes of the tree that are neither some codes nor below them. */
export function codesOutside(codebook: Codebook, codes: readonly Code[]): readonly Code[] {
  const tree = codeTreeOf(codebook);
  const inside = new Set(codes.flatMap(({ id }) => tree.withDescendants(id)));
  return tree.all.filter((code) => !inside.has(code));
}
