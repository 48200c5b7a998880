import * as vscode from 'vscode';
import {
  addToCodeSet,
  createCodeSet,
  deleteCodeSet,
  removeFromCodeSet,
  renameCodeSet,
} from '../../core/study/codebook/codeSets.ts';
import { isRefusal } from '../../core/study/codebook/refusal.ts';
import { byName } from '../../core/study/codeTree.ts';
import type { Code, CodeSet } from '../../core/study/model.ts';
import type { CommandRow } from '../commands/register.ts';
import { askText } from '../picker/askText.ts';
import { pickCode } from '../picker/codePicker.ts';
import { pickOne } from '../picker/pickOne.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { elementsMeant, type TreeArguments } from '../views/elementsMeant.ts';
import { namedCodes } from '../views/namedCodes.ts';
import type { QuotationsView } from '../views/quotationsView.ts';
import type { CodeSetElement, CodeSetsView } from './codeSetsView.ts';
import { applyUnlessRefused, asTheyAre } from './codesMeant.ts';

type Arguments = TreeArguments<CodeSetElement>;

/** The commands of the view Code Sets; from the palette they ask which set is meant. */
export function codeSetCommands(
  sessions: Sessions,
  view: CodeSetsView,
  quotations: QuotationsView,
): readonly CommandRow[] {
  const onSet =
    (act: (session: StudySession, set: CodeSet) => unknown) =>
    async (...args: Arguments) => {
      const session = sessions.active;
      if (!session) return;
      const [element] = elementsMeant(view.view, args) ?? [];
      const set = element ? session.study.codebook.sets.get(element.set) : await pickSet(session);
      if (set) await act(session, set);
    };
  const remove = (...args: Arguments) => {
    const session = sessions.active;
    const elements = elementsMeant(view.view, args) ?? [];
    if (session) removeMembers(session, elements);
  };
  return [
    { id: 'codeSets.new', run: async () => sessions.active && newSet(sessions.active, [], view) },
    { id: 'codeSets.rename', run: onSet(renameSet) },
    {
      id: 'codeSets.delete',
      run: onSet((session, set) => session.apply(deleteCodeSet(session.study, set, session.author))),
    },
    { id: 'codeSets.addCode', run: onSet(addCode) },
    { id: 'codeSets.remove', run: remove },
    {
      id: 'codeSets.showQuotations',
      run: async (...args: Arguments) => {
        const [element] = elementsMeant(view.view, args) ?? [];
        if (element?.kind === 'member')
          quotations.show([{ kind: 'code', code: element.code }], { focus: false });
        else await onSet((_, { codes }) => showAll(quotations, codes))(...args);
      },
    },
  ];
}

function showAll(quotations: QuotationsView, codes: readonly string[]): void {
  quotations.show(
    codes.map((code) => ({ kind: 'code', code })),
    { focus: true },
  );
}

/** Asks in which set some codes belong, an old one or a new one, and puts them there. */
export async function addToSet(
  session: StudySession,
  codes: readonly Code[],
  view: CodeSetsView,
): Promise<void> {
  const sets = [...session.study.codebook.sets.values()].sort(byName);
  if (sets.length === 0) {
    await newSet(session, codes, view);
    return;
  }
  const rows = sets.map((set) => ({ label: set.name, description: String(set.codes.length), set }));
  const fresh = { label: say('codeSets.newRow'), iconPath: new vscode.ThemeIcon('add'), set: undefined };
  const title = say('codeSets.addTitle', { what: namedCodes(codes) });
  const picked = await pickOne([fresh, ...rows], { title });
  if (!picked) return;
  if (!picked.set) {
    await newSet(session, codes, view);
    return;
  }
  const set = session.study.codebook.sets.get(picked.set.id);
  if (set) session.apply(addToCodeSet(session.study, set, asTheyAre(session, codes), session.author));
}

async function newSet(session: StudySession, codes: readonly Code[], view: CodeSetsView): Promise<void> {
  const name = await askName(session, say('codeSets.newTitle'), '');
  if (name === undefined) return;
  const made = createCodeSet(session.study, name, asTheyAre(session, codes), session.author);
  if (!applyUnlessRefused(session, made) || isRefusal(made)) return;
  const set = made.changes.find(({ record }) => record === 'codeSet');
  if (set) await view.reveal(set.id);
}

async function renameSet(session: StudySession, set: CodeSet): Promise<void> {
  const name = await askName(session, say('rename.title', { code: set.name }), set.name, set);
  const current = session.study.codebook.sets.get(set.id);
  if (name === undefined || !current) return;
  applyUnlessRefused(session, renameCodeSet(session.study, current, name, session.author));
}

function askName(session: StudySession, title: string, value: string, own?: CodeSet) {
  return askText({
    title,
    prompt: say('codeSets.namePrompt'),
    value,
    refuse: (text) => {
      const others = [...session.study.codebook.sets.values()].filter(({ id }) => id !== own?.id);
      const taken = others.some(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
      if (taken) return say('codeSet.nameTaken', { name: text.trim() });
      return text.trim() === '' ? say('codeSet.nameEmpty') : undefined;
    },
  });
}

async function addCode(session: StudySession, set: CodeSet): Promise<void> {
  const { codebook } = session.study;
  const others = [...codebook.codes.values()].filter(({ id }) => !set.codes.includes(id)).sort(byName);
  const code = await pickCode(codebook, say('codeSets.addCodeTitle', { set: set.name }), others);
  const current = session.study.codebook.sets.get(set.id);
  if (code && current) session.apply(addToCodeSet(session.study, current, [code], session.author));
}

function removeMembers(session: StudySession, elements: readonly CodeSetElement[]): void {
  const [first] = elements;
  const set = first && session.study.codebook.sets.get(first.set);
  if (!set) return;
  const codes = elements.flatMap((element) =>
    element.kind === 'member' && element.set === set.id
      ? (session.study.codebook.codes.get(element.code) ?? [])
      : [],
  );
  if (codes.length > 0) session.apply(removeFromCodeSet(session.study, set, codes, session.author));
}

async function pickSet(session: StudySession): Promise<CodeSet | undefined> {
  const sets = [...session.study.codebook.sets.values()].sort(byName);
  if (sets.length === 0) {
    void vscode.window.showInformationMessage(say('codeSets.none'));
    return undefined;
  }
  const picked = await pickOne(
    sets.map((set) => ({ label: set.name, description: String(set.codes.length), set })),
    { title: say('codeSets.which') },
  );
  return picked?.set;
}
