import type { Workbench } from './workbench.ts';

/** How many highlights in the editor have the tint of a slot of the palette. */
export async function highlightsIn(workbench: Workbench, slot: string): Promise<number> {
  return workbench.page.locator('.view-overlays .cdr').evaluateAll((overlays, name) => {
    const probe = document.createElement('div');
    probe.style.backgroundColor = `var(--vscode-codeboom-${name}Background)`;
    document.querySelector('.monaco-workbench')?.append(probe);
    const tint = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return overlays.filter((overlay) => getComputedStyle(overlay).backgroundColor === tint).length;
  }, slot);
}
