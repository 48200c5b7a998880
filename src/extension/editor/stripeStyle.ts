import * as vscode from 'vscode';
import { laneCount } from '../../core/study/lanes.ts';
import { isPaletteSlot, paletteSlots } from '../../core/study/palette.ts';

/**
 * VS Code draws one icon a line in the gutter, and puts the classes of all decorations of the line on it. Each stripe sets
 * a property with its own lane, and all have the same background made of these properties: so stripes of any number of
 * quotations come together on a line of the screen, wrapped ones included, in theme colours, without a picture for each
 * combination. `gutterIconSize` is where an extension can say such a thing; it needs an icon, which is empty.
 */
export function stripeLook(lane: number | 'more', drawing: string): vscode.DecorationRenderOptions {
  return {
    gutterIconPath: emptyIcon,
    gutterIconSize: `auto; background: ${background}; ${propertyOf(lane)}: ${drawing}`,
  };
}

/** A stripe in a colour: each colour of the palette has its own line, so that colour alone never tells them apart. */
export function stripeDrawing(color: string): string {
  if (!isPaletteSlot(color)) return `linear-gradient(${color}, ${color})`;
  const css = `var(--vscode-codeboom-${color})`;
  const line = lines[paletteSlots.indexOf(color) % lines.length] ?? '100%';
  return `repeating-linear-gradient(${css} 0 ${line})`;
}

/** What stands in the last lane where there are more stripes than lanes: a plus sign. */
export const moreDrawing = `url("data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 8" width="3" height="8"><path d="M0 4h3M1.5 2.5v3" stroke="#888"/></svg>',
)}")`;

/** How each line of a stripe is dashed, as parts of the height of a line of text: drawn up to, repeated after. */
const lines = ['100%', '78%, transparent 0 100%', '28%, transparent 0 50%'] as const;

const propertyOf = (lane: number | 'more') => `--codeboom-stripe-${lane}`;

/** From the text outwards. A lane is a sixth of the margin, less a gap. */
const background = [...Array.from({ length: laneCount }, (_, lane) => lane), 'more' as const]
  .map(
    (lane, index) =>
      `var(${propertyOf(lane)}, none) ${100 - (100 * index) / laneCount}% 0 / calc(${100 / (laneCount + 1)}% - 1px) 100% no-repeat`,
  )
  .join(', ');

const emptyIcon = vscode.Uri.parse(
  `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')}`,
);
