import * as vscode from 'vscode';
import type { Relation } from '../../core/study/model.ts';
import { type RelationKind, readEnd } from '../../core/study/relationEnds.ts';
import { relationTypesFor } from '../../core/study/relationTypes.ts';
import type { Study } from '../../core/study/study.ts';
import { pickOne } from '../picker/pickOne.ts';
import { say } from '../say.ts';
import { relationsBetween } from './relationsView.ts';
import { relationText } from './relationText.ts';

type TypeRow = vscode.QuickPickItem & { readonly type: string };

/** Lets the user choose what one end is to the other: a type of the study, or one that they type. */
export function pickType(
  study: Study,
  kind: RelationKind,
  title: string,
  current?: string,
): Promise<string | undefined> {
  const used = [...study.relations.relations.values()]
    .filter(({ from }) => readEnd(from).kind === kind)
    .map(({ type }) => type);
  const types = [...new Set([...relationTypesFor(study.settings, kind), ...used])];
  const pick = vscode.window.createQuickPick<TypeRow>();
  pick.title = title;
  pick.placeholder = say('relations.typePrompt');
  pick.ignoreFocusOut = true;
  const fill = () => {
    const typed = pick.value.replace(/\s+/g, ' ').trim();
    const isNew = typed !== '' && !types.some((type) => type.toLowerCase() === typed.toLowerCase());
    pick.items = [
      ...types.map((type) => ({
        label: type,
        type,
        ...(type === current && { description: say('level.current') }),
      })),
      ...(isNew ? [{ label: say('relations.ownType', { type: typed }), alwaysShow: true, type: typed }] : []),
    ];
  };
  pick.onDidChangeValue(fill);
  fill();
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [row] = pick.activeItems;
      if (row) resolve(row.type);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Lets the user choose a relation of all, or of some; when there is none, says so. */
export async function pickRelation(
  study: Study,
  among: readonly Relation[] = [...relationsBetween(study, 'code'), ...relationsBetween(study, 'quotation')],
): Promise<Relation | undefined> {
  if (among.length === 0) {
    void vscode.window.showInformationMessage(say('relations.none'));
    return undefined;
  }
  const picked = await pickOne(
    among.map((relation) => ({
      label: relationText(study, relation),
      ...(relation.comment !== undefined && { detail: relation.comment }),
      relation,
    })),
    { title: say('relations.which'), matchOnDetail: true },
  );
  return picked?.relation;
}
