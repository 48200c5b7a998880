/** `CODEBOOM_FAULTS=full` tries as often as it takes to be sure; otherwise it has to be done in a minute or two. */
export const isFull = process.env.CODEBOOM_FAULTS === 'full';

/** How often something is tried. */
export function times(inShort: number, inFull: number): number {
  return isFull ? inFull : inShort;
}

const tried = new Map<string, number>();
let acknowledged = 0;
let losses = 0;

/** Counts faults that were tried, for the figures at the end. */
export function count(fault: string, number = 1): void {
  tried.set(fault, (tried.get(fault) ?? 0) + number);
}

/**
 * Counts quotations that were acknowledged, and those of them that are not there.
 *
 * @returns the ones that are lost
 */
export function lostOf(expected: Iterable<string>, there: Iterable<string>): readonly string[] {
  const found = new Set(there);
  const all = [...expected];
  const lost = all.filter((id) => !found.has(id));
  acknowledged += all.length;
  losses += lost.length;
  return lost;
}

process.on('exit', () => {
  const total = [...tried.values()].reduce((sum, number) => sum + number, 0);
  const rows = [...tried].map(([fault, number]) => `  ${String(number).padStart(6)}  ${fault}\n`).join('');
  process.stdout.write(
    `\n${rows}faults tried: ${total}, quotations looked for afterwards: ${acknowledged}, losses: ${losses}\n`,
  );
});
