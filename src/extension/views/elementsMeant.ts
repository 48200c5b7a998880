import type * as vscode from 'vscode';

/**
 * What VS Code gives a command of a tree: the element that was clicked and all that are selected; `selection` when it was
 * a key of ours; nothing when it was the palette.
 */
export type TreeArguments<Element> = readonly [
  clicked?: Element | 'selection' | undefined,
  selected?: readonly Element[] | undefined,
];

/**
 * The elements that a command of a tree is about: all that are selected when the clicked one is among them. Undefined when
 * the command came from the palette: a selection that nobody looks at is not meant.
 */
export function elementsMeant<Element>(
  view: Pick<vscode.TreeView<Element>, 'selection'>,
  [clicked, selected]: TreeArguments<Element>,
): readonly Element[] | undefined {
  if (clicked === 'selection') return view.selection;
  if (clicked === undefined) return undefined;
  return selected?.includes(clicked) ? selected : [clicked];
}
