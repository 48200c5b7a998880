import * as vscode from 'vscode';
import { cleanName, codeNamed } from '../../core/study/codebook/names.ts';
import { searchCodes } from '../../core/study/codeSearch.ts';
import { codeTreeOf } from '../../core/study/codeTree.ts';
import type { Code, Codebook } from '../../core/study/model.ts';
import { say } from '../say.ts';
import { codeRow } from './codeRow.ts';

/** The code that something goes to: one that exists, or the name of one to make. */
export type Target = { readonly code: Code } | { readonly name: string };

export interface TargetQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** Targets to offer first; new ones among them are made only once. */
  readonly first?: readonly Target[];
  /** A code that is no target. */
  readonly except: Code;
  /** The row that leaves things as they are, offered before all others. */
  readonly leave?: string;
  /** Whether one can go back to the question before. */
  readonly back?: boolean;
}

type Answer = Target | 'leave' | 'back' | undefined;

interface TargetItem extends vscode.QuickPickItem {
  readonly answer?: Target | 'leave';
}

/** Lets the user choose one code, or make one by typing its name. Escape gives undefined. */
export function pickTarget(codebook: Codebook, question: TargetQuestion): Promise<Answer> {
  const pick = vscode.window.createQuickPick<TargetItem>();
  pick.title = question.title;
  pick.placeholder = question.placeholder;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  if (question.back) pick.buttons = [vscode.QuickInputButtons.Back];
  const fill = () => {
    pick.items = itemsFor(codebook, question, cleanName(pick.value));
  };
  pick.onDidChangeValue(fill);
  fill();
  return new Promise((resolve) => {
    const done = (answer: Answer) => {
      resolve(answer);
      pick.hide();
    };
    pick.onDidTriggerButton(() => done('back'));
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (item?.answer) done(item.answer);
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function itemsFor(codebook: Codebook, question: TargetQuestion, search: string): TargetItem[] {
  const { first = [], except, leave } = question;
  const chosen = first.map((target) => itemOf(codebook, target));
  const isFirst = (code: Code) => first.some((target) => 'code' in target && target.code.id === code.id);
  const codes = search === '' ? codeTreeOf(codebook).all : searchCodes(codebook, search);
  const others = codes
    .filter((code) => code.id !== except.id && !isFirst(code))
    .map((code) => itemOf(codebook, { code }));
  const isNew =
    search !== '' &&
    !codeNamed(codebook, search) &&
    !first.some((target) => 'name' in target && target.name.toLowerCase() === search.toLowerCase());
  return [
    ...(leave !== undefined && search === ''
      ? [{ label: leave, iconPath: new vscode.ThemeIcon('circle-slash'), answer: 'leave' } as const]
      : []),
    ...chosen,
    // Found codes come first: what was typed to find one must not make one by accident.
    ...(search === '' ? others : others.map((item) => ({ ...item, alwaysShow: true }))),
    ...(isNew
      ? [{ label: say('picker.create', { name: search }), alwaysShow: true, answer: { name: search } }]
      : []),
  ];
}

function itemOf(codebook: Codebook, target: Target): TargetItem {
  if ('code' in target) return { ...codeRow(codebook, target.code), answer: target };
  return { label: target.name, description: say('target.new'), answer: target };
}
