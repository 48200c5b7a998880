import * as vscode from 'vscode';
import { isColor } from '../../core/study/colors.ts';
import type { Code, Codebook, Level } from '../../core/study/model.ts';
import { type PaletteSlot, paletteSlots } from '../../core/study/palette.ts';
import type { MessageKey } from '../../messages/english.ts';
import { colorPicture } from '../codeIcon.ts';
import { say } from '../say.ts';
import { askText } from './askText.ts';
import { codeRow } from './codeRow.ts';
import { pickOne } from './pickOne.ts';

const levelRows: Record<Level, MessageKey> = {
  code: 'level.code',
  theme: 'level.theme',
  dimension: 'level.dimension',
};

/** Lets the user choose a level. The likely one comes first, so that Enter takes it. */
export async function pickLevel(title: string, likely: Level): Promise<Level | undefined> {
  const others = (['code', 'theme', 'dimension'] as const).filter((level) => level !== likely);
  const picked = await pickOne(
    [likely, ...others].map((level) => ({ label: say(levelRows[level]), level })),
    { title },
  );
  return picked?.level;
}

const slotNames: Record<PaletteSlot, MessageKey> = {
  orange: 'color.orange',
  sky: 'color.sky',
  green: 'color.green',
  yellow: 'color.yellow',
  blue: 'color.blue',
  vermilion: 'color.vermilion',
  purple: 'color.purple',
};

/**
 * Lets the user choose a colour: a slot of the palette, one of their own, or none.
 *
 * @param current the colour that the codes have now, when it is one
 * @returns `color` is undefined for none; undefined when the user chose nothing
 */
export async function pickColor(
  title: string,
  current: string | undefined,
): Promise<{ readonly color: string | undefined } | undefined> {
  type Row = vscode.QuickPickItem & { readonly color?: string; readonly isOwn?: true };
  const mark = (color: string | undefined) =>
    color === current ? { description: say('level.current') } : {};
  const rows: Row[] = [
    ...paletteSlots.map((slot) => ({
      label: say(slotNames[slot]),
      iconPath: colorPicture(slot),
      color: slot,
      ...mark(slot),
    })),
    { label: say('color.own'), iconPath: new vscode.ThemeIcon('symbol-color'), isOwn: true },
    { label: say('color.inherit'), iconPath: new vscode.ThemeIcon('circle-slash'), ...mark(undefined) },
  ];
  const picked = await pickOne(rows, { title });
  if (!picked) return undefined;
  if (!picked.isOwn) return { color: picked.color };
  const own = await askText({
    title,
    prompt: say('color.ownPrompt'),
    value: current?.startsWith('#') ? current : '#',
    refuse: (text) => (isOwnColor(text) ? undefined : say('color.invalid')),
  });
  return own === undefined ? undefined : { color: own.trim().toLowerCase() };
}

function isOwnColor(text: string): boolean {
  return text.trim().startsWith('#') && isColor(text.trim());
}

/** Lets the user choose where in the tree something goes: under a code, or at the top (`parent` undefined). */
export async function pickParent(
  codebook: Codebook,
  title: string,
  among: readonly Code[],
): Promise<{ readonly parent: Code | undefined } | undefined> {
  type Row = vscode.QuickPickItem & { readonly parent: Code | undefined };
  const rows: Row[] = [
    { label: say('move.top'), iconPath: new vscode.ThemeIcon('home'), parent: undefined },
    ...among.map((parent) => ({ ...codeRow(codebook, parent), parent })),
  ];
  return pickOne(rows, { title, matchOnDescription: true });
}
