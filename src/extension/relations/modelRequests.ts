import * as vscode from 'vscode';
import { toMermaid } from '../../core/render/mermaid.ts';
import type { DrawingFormat } from '../../webview/model/messages.ts';
import { pickOne } from '../picker/pickOne.ts';
import { copyOut, saveOut } from '../privacy/exportGate.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { CodeTreeView } from '../views/codeTreeView.ts';
import type { QuotationsView } from '../views/quotationsView.ts';
import type { ModelPanel, PanelRequest } from './modelPanel.ts';
import { pickRelation } from './pickers.ts';
import { asItIs } from './relate.ts';
import { changeType, comment, remove, reverse } from './relationChanges.ts';
import { relationText } from './relationText.ts';

/** Where what a panel asks for is shown. */
export interface Views {
  readonly tree: CodeTreeView;
  readonly quotations: QuotationsView;
}

/**
 * Does what a panel asks.
 *
 * @param isActive whether the views show the study of the panel
 */
export async function answer(
  session: StudySession,
  panel: ModelPanel,
  request: PanelRequest,
  isActive: boolean,
  { tree, quotations }: Views,
): Promise<void> {
  if (request.kind !== 'quotations' && request.kind !== 'goTo') await change(session, panel, request);
  else if (!isActive) void vscode.window.showInformationMessage(say('model.otherStudy'));
  else if (request.kind === 'goTo') await tree.reveal(request.code);
  else quotations.show([{ kind: 'code', code: request.code }], { focus: true });
}

type OtherRequest = Exclude<PanelRequest, { readonly kind: 'quotations' | 'goTo' }>;

async function change(session: StudySession, panel: ModelPanel, request: OtherRequest): Promise<void> {
  switch (request.kind) {
    case 'export':
      return askForDrawing(panel);
    case 'copyMermaid':
      return copyMermaid(session, panel);
    case 'drawing':
      return save(session, panel, request.format, request.data);
    case 'remove':
      return removeAsked(session, request.relations);
    case 'change':
      return chooseChange(session, request.relation);
  }
}

/** Asks for a format, and the panel for its drawing in it. */
export async function askForDrawing(panel: ModelPanel): Promise<void> {
  const rows: (vscode.QuickPickItem & { readonly format: DrawingFormat })[] = [
    { label: 'SVG', description: say('model.svg'), format: 'svg' },
    { label: 'PNG', description: say('model.png'), format: 'png' },
  ];
  const picked = await pickOne(rows, {
    title: say('model.export'),
  });
  if (picked) panel.tell({ kind: 'draw', format: picked.format });
}

async function save(
  session: StudySession,
  panel: ModelPanel,
  format: DrawingFormat,
  data: string,
): Promise<void> {
  const bytes =
    format === 'svg'
      ? new TextEncoder().encode(data)
      : Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  const uri = await saveOut(session, {
    title: say('model.export'),
    defaultUri: vscode.Uri.joinPath(session.root, `model.${format}`),
    filters: { [format.toUpperCase()]: [format] },
    bytes,
    text: mermaidOf(session, panel),
  });
  if (uri) done(say('model.saved', { file: uri.path.slice(uri.path.lastIndexOf('/') + 1) }));
}

/** Copies the model as it is shown, as a diagram in the language of Mermaid. */
export async function copyMermaid(session: StudySession, panel: ModelPanel): Promise<void> {
  if (await copyOut(session, mermaidOf(session, panel))) done(say('model.copied'));
}

/** The model as it is shown, with every word that is in it. */
function mermaidOf(session: StudySession, panel: ModelPanel): string {
  const { nodes, edges } = panel.modelIn(session);
  const text = toMermaid({
    nodes: nodes.map(({ id, name, level }) => ({ id, label: name, level })),
    edges: edges.map(({ from, to, type, isDirected }) => ({ from, to, label: type, isDirected })),
  });
  return `${text}\n`;
}

/** In a drawing one key is easily hit, and no list shows what is selected: so this asks, as the tree and the lists do not. */
async function removeAsked(session: StudySession, ids: readonly string[]): Promise<void> {
  const relations = ids.flatMap((id) => session.study.relations.relations.get(id) ?? []);
  const relation = relations.length > 1 ? await pickRelation(session.study, relations) : relations[0];
  if (!relation) return;
  const question = say('relations.removeQuestion', { relation: relationText(session.study, relation) });
  const yes = say('relations.remove');
  const answered = await vscode.window.showWarningMessage(question, { modal: true }, yes);
  const current = asItIs(session, relation);
  if (answered === yes && current) remove(session, current);
}

/** Lets the user choose what to do to a relation that was opened in the drawing. */
async function chooseChange(session: StudySession, id: string): Promise<void> {
  const relation = session.study.relations.relations.get(id);
  if (!relation) return;
  const rows = [
    { label: say('relations.changeType'), act: changeType },
    { label: say('relations.reverse'), act: reverse },
    { label: say('relations.editComment'), act: comment },
    { label: say('relations.remove'), act: remove },
  ];
  const picked = await pickOne(rows, { title: relationText(session.study, relation) });
  const current = asItIs(session, relation);
  if (picked && current) await picked.act(session, current);
}

function done(sentence: string): void {
  vscode.window.setStatusBarMessage(`$(check) ${sentence}`, 4000);
}
