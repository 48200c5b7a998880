import * as vscode from 'vscode';
import {
  codeNamed,
  deleteCodes,
  isRefusal,
  mergeCodes,
  moveCodes,
  type Refusal,
  renameCode,
  updateCode,
  updateCodes,
} from '../../core/study/codebook.ts';
import { codeTreeOf } from '../../core/study/codeTree.ts';
import { isPlaced } from '../../core/study/counts.ts';
import type { Code, Codebook } from '../../core/study/model.ts';
import type { Operation } from '../../core/study/operation.ts';
import { quotationsWithCodes } from '../../core/study/quotations.ts';
import type { Study } from '../../core/study/study.ts';
import { askText } from '../picker/askText.ts';
import { pickColor, pickLevel, pickParent } from '../picker/codeFieldPickers.ts';
import { pickCode } from '../picker/codePicker.ts';
import { say, sentenceOf } from '../say.ts';
import type { StudySession } from '../session.ts';
import { namedCodes } from './namedCodes.ts';

/** At least one code. */
export type SomeCodes = readonly [Code, ...Code[]];

/** What is wrong with a name for a code, if anything. */
export function refusedName(codebook: Codebook, text: string, renamed?: Code): string | undefined {
  if (text.trim() === '') return say('code.nameEmpty');
  const other = codeNamed(codebook, text);
  return other && other.id !== renamed?.id ? say('code.nameTaken', { name: other.name }) : undefined;
}

/** Makes a change, or says why it cannot be made. */
function applyUnlessRefused(session: StudySession, result: Operation | Refusal): void {
  if (isRefusal(result)) void vscode.window.showWarningMessage(sentenceOf(result.refused));
  else session.apply(result);
}

/** Codes as they are now: others may have changed them while the user was choosing. */
function asTheyAre(session: StudySession, codes: readonly Code[]): readonly Code[] {
  return codes.flatMap(({ id }) => session.study.codebook.codes.get(id) ?? []);
}

/** Asks for another name of a code. */
export async function rename(session: StudySession, code: Code): Promise<void> {
  const name = await askText({
    title: say('rename.title', { code: code.name }),
    prompt: say('newCode.namePrompt'),
    value: code.name,
    refuse: (text) => refusedName(session.study.codebook, text, code),
  });
  const [current] = asTheyAre(session, [code]);
  if (name === undefined || !current) return;
  applyUnlessRefused(session, renameCode(session.study, current, name, session.author));
}

/** Asks for the definition of a code, and for what does and does not belong to it. Escape keeps all as it was. */
export async function defineCode(session: StudySession, code: Code): Promise<void> {
  const title = say('define.title', { code: code.name });
  const questions = [
    ['definition', 'define.definition'],
    ['include', 'define.include'],
    ['exclude', 'define.exclude'],
  ] as const;
  const set: { [Field in (typeof questions)[number][0]]?: string | undefined } = {};
  for (const [index, [field, prompt]] of questions.entries()) {
    const before = code[field] ?? '';
    // A line of text cannot hold line ends; one that is left as it is keeps them.
    const shown = before.replace(/\s*\n\s*/g, ' ');
    const text = await askText({
      title,
      prompt: say(prompt),
      value: shown,
      step: [index + 1, questions.length],
    });
    if (text === undefined) return;
    if (text !== shown) set[field] = text.trim() || undefined;
  }
  const [current] = asTheyAre(session, [code]);
  if (current) session.apply(updateCode(current, set, session.author));
}

/** Asks for a colour and gives it to all of some codes. */
export async function setColor(session: StudySession, codes: SomeCodes): Promise<void> {
  const [first] = codes;
  const picked = await pickColor(say('color.title', { what: namedCodes(codes) }), first.color);
  if (!picked) return;
  session.apply(updateCodes(asTheyAre(session, codes), { color: picked.color }, session.author));
}

/** Asks how far some codes have come. */
export async function setLevel(session: StudySession, codes: SomeCodes): Promise<void> {
  const [first] = codes;
  const level = await pickLevel(say('level.title', { what: namedCodes(codes) }), first.level);
  if (level) session.apply(updateCodes(asTheyAre(session, codes), { level }, session.author));
}

/** The codes of the tree that are neither some codes nor below them. */
function codesOutside(codebook: Codebook, codes: readonly Code[]): readonly Code[] {
  const tree = codeTreeOf(codebook);
  const inside = new Set(codes.flatMap(({ id }) => tree.withDescendants(id)));
  return tree.all.filter((code) => !inside.has(code));
}

/** Asks where in the tree some codes belong. */
export async function moveTo(session: StudySession, codes: readonly Code[]): Promise<void> {
  const { codebook } = session.study;
  const title = say('move.title', { what: namedCodes(codes) });
  const picked = await pickParent(codebook, title, codesOutside(codebook, codes));
  if (!picked) return;
  const moved = asTheyAre(session, codes);
  applyUnlessRefused(session, moveCodes(session.study, moved, picked.parent, session.author));
}

/** Asks which code some others become. */
export async function merge(session: StudySession, codes: readonly Code[]): Promise<void> {
  const { codebook } = session.study;
  const what = namedCodes(codes);
  const targets = codesOutside(codebook, codes);
  if (targets.length === 0) {
    void vscode.window.showInformationMessage(say('merge.noTarget', { what }));
    return;
  }
  const into = await pickCode(codebook, say('merge.title', { what }), targets);
  const [current] = into ? asTheyAre(session, [into]) : [];
  if (!current) return;
  const from = asTheyAre(session, codes);
  applyUnlessRefused(session, mergeCodes(session.study, from, current, session.author));
}

/** Asks first when codings go with the codes: what is lost from sight is told, though it can be undone. */
export async function deleteWithQuestion(session: StudySession, codes: readonly Code[]): Promise<void> {
  const count = codes.reduce((sum, { id }) => sum + codingsOf(session.study, id), 0);
  if (count > 0) {
    const answer = await vscode.window.showWarningMessage(
      say('delete.question', { what: namedCodes(codes) }),
      { modal: true, detail: say('delete.detail', { count }) },
      say('delete.button'),
    );
    if (answer !== say('delete.button')) return;
  }
  session.apply(deleteCodes(session.study, asTheyAre(session, codes), session.author));
}

/** How often a code itself was applied. */
function codingsOf(study: Study, code: string): number {
  return quotationsWithCodes(study, [code]).filter(isPlaced).length;
}
