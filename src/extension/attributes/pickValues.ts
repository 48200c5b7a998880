import * as vscode from 'vscode';
import { listOfTexts } from '../../core/study/attributes.ts';
import {
  type AttributeKind,
  type AttributeOwner,
  isOfKind,
  kindOf,
  valuesInUse,
  valuesOf,
} from '../../core/study/attributeValues.ts';
import type { Study } from '../../core/study/study.ts';
import type { MessageKey } from '../../messages/english.ts';
import { say } from '../say.ts';

interface ValueRow extends vscode.QuickPickItem {
  /** Absent for a row that only says something. */
  readonly values?: readonly string[];
}

const oddKeys: Record<AttributeKind, MessageKey | undefined> = {
  number: 'attributes.notANumber',
  date: 'attributes.notADate',
  text: undefined,
};

/**
 * Lets the user choose the values of an attribute, among those that are in use, or type others, with ` | ` between several.
 * What is not of the kind of all others is said so before it is accepted.
 *
 * @returns no values to leave it empty; undefined when the user thinks better of it
 */
export function pickValues(
  study: Study,
  owners: readonly AttributeOwner[],
  name: string,
  title: string,
): Promise<readonly string[] | undefined> {
  const used = valuesInUse(study, name);
  const kind = kindOf([...used.keys()]);
  const [first] = owners;
  const now = owners.length === 1 && first ? valuesOf(study, first, name) : [];
  const picker = vscode.window.createQuickPick<ValueRow>();
  picker.title = title;
  picker.placeholder = say(now.length > 0 ? 'attributes.valueNow' : 'attributes.valuePlaceholder', {
    value: now.join(' | '),
  });
  picker.ignoreFocusOut = true;
  const inUse = [...used].map(
    ([value, count]): ValueRow => ({
      label: value,
      description: [
        say('attributes.used', { count }),
        ...(now.includes(value) ? [say('attributes.now')] : []),
      ].join(' · '),
      values: [value],
    }),
  );
  const empty: ValueRow = { label: `$(close) ${say('attributes.empty')}`, alwaysShow: true, values: [] };
  const show = () => {
    const typed = listOfTexts(picker.value.trim());
    const isNew = typed.length > 0 && !(typed.length === 1 && used.has(typed[0] ?? ''));
    const odd = oddKeys[kind];
    const isOdd = odd !== undefined && typed.some((value) => !isOfKind(value, kind));
    const own: ValueRow = {
      label: `$(${isOdd ? 'warning' : 'edit'}) ${say('attributes.setTo', { value: typed.join(' | ') })}`,
      ...(isOdd && { detail: say(odd) }),
      alwaysShow: true,
      values: typed,
    };
    picker.items = [...(isNew ? [own] : []), ...inUse, ...(now.length > 0 && !isNew ? [empty] : [])];
  };
  show();
  return new Promise((resolve) => {
    picker.onDidChangeValue(show);
    picker.onDidAccept(() => {
      const [row] = picker.activeItems;
      resolve(row?.values);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
