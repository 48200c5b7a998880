/** Dragging codes from the Code Tree into the editor with the mouse, as slowly as a hand does. */
import type { Workbench } from './workbench.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Drags a code of the tree to a place on the screen. In coding mode nothing can be dropped until the lock is off.
 *
 * @param place asked while the button is down: what was drawn until then may have moved the text
 */
export async function dragCodeTo(
  workbench: Workbench,
  code: string,
  place: () => Promise<Place>,
): Promise<void> {
  const { mouse } = workbench.page;
  await (await workbench.waitForTreeItem('Code Tree', code)).hover();
  await mouse.down();
  const { x, y } = await place();
  await mouse.move(x, y - 150, { steps: 3 });
  await workbench.page.locator('.tab.active [aria-label$="Read-only"]').waitFor({ state: 'hidden' });
  await mouse.move(x, y, { steps: 3 });
  await mouse.up();
}

/** The middle of some words of one line of the editor, on the screen. */
export function placeOfWords(workbench: Workbench, words: string): Promise<Place> {
  return workbench.page
    .locator('.view-line span span', { hasText: words })
    .first()
    .evaluate(
      (span, wanted) => {
        const text = span.firstChild;
        const start = text?.textContent?.indexOf(wanted) ?? -1;
        if (!text || start < 0) throw new Error(`“${wanted}” is in several parts`);
        const range = document.createRange();
        range.setStart(text, start);
        range.setEnd(text, start + wanted.length);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { x: (left + right) / 2, y: (top + bottom) / 2 };
      },
      words.replaceAll(' ', '\u00a0'),
    );
}

/** Where the caret of the editor is on the screen. */
export async function placeOfCaret(workbench: Workbench): Promise<Place> {
  const caret = workbench.page.locator('.editor-instance .cursors-layer .cursor').first();
  await caret.waitFor({ state: 'attached' });
  return await caret.evaluate((element) => {
    const { left, top, bottom } = element.getBoundingClientRect();
    return { x: left + 2, y: (top + bottom) / 2 };
  });
}
