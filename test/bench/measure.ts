/** What is measured, and what it is held against. Times are in milliseconds. */
export interface Measurement {
  readonly what: string;
  readonly runs?: number;
  /** Done before each run, and before each run of the baseline; not timed. */
  readonly before?: () => unknown;
  readonly run: () => unknown;
  readonly budget?: number;
  /** Another way to get something comparable, timed in turn with ours so that both see the same machine. */
  readonly baseline?: { readonly name: string; readonly run: () => unknown };
  /** How many times the baseline it may take. */
  readonly ratioBudget?: number;
}

/** One figure of the table. */
export interface Figure {
  readonly what: string;
  readonly unit: 'ms' | 'MB' | 'KB';
  /** The first run of all, before anything is compiled or remembered. */
  readonly first?: number;
  /** The fastest run: what it takes when nothing else is going on. */
  readonly best?: number;
  readonly median: number;
  readonly budget?: number;
  readonly baseline?: number;
  readonly baselineName?: string;
  readonly ratioBudget?: number;
}

const widths = [62, 11, 11, 11, 11, 12, 11, 8];

export function printHead(): void {
  printCells([
    'what',
    'first',
    'best',
    'median',
    'budget',
    'ok/OVER',
    'baseline',
    'ratio',
    '  of the baseline',
  ]);
}

/** Prints one row: what, first, best, median, budget, ok or OVER, baseline, ratio. */
export function printFigure(figure: Figure): void {
  const { what, unit, first, best, median, budget, baseline, baselineName, ratioBudget } = figure;
  const shown = (value: number | undefined) =>
    value === undefined ? '–' : `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${unit}`;
  const ratio = baseline === undefined ? undefined : median / baseline;
  const isOver = budget !== undefined && median > budget;
  const isOverRatio = ratio !== undefined && ratioBudget !== undefined && ratio > ratioBudget;
  const verdict = isOver ? 'OVER' : isOverRatio ? `OVER ${ratioBudget}×` : budget === undefined ? '–' : 'ok';
  printCells([
    what,
    shown(first),
    shown(best),
    shown(median),
    shown(budget),
    verdict,
    shown(baseline),
    ratio === undefined ? '–' : `${ratio.toFixed(2)}×`,
    baselineName ? `  ${baselineName}` : '',
  ]);
}

function printCells(cells: readonly string[]): void {
  const padded = cells.map((cell, index) =>
    index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0),
  );
  console.log(padded.join('').trimEnd());
}

/** Times the median of some runs, in turn with those of the baseline, and prints a row. */
export async function measure(measurement: Measurement): Promise<void> {
  const { what, runs = 9, before = () => {}, run, budget, baseline, ratioBudget } = measurement;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let index = 0; index < runs; index++) {
    await before();
    ours.push(await timed(run));
    if (!baseline) continue;
    await before();
    theirs.push(await timed(baseline.run));
  }
  const [first] = ours;
  printFigure({
    what,
    unit: 'ms',
    ...(first !== undefined && { first, best: Math.min(...ours) }),
    median: median(ours),
    ...(budget !== undefined && { budget }),
    ...(baseline && { baseline: median(theirs), baselineName: baseline.name }),
    ...(ratioBudget !== undefined && { ratioBudget }),
  });
}

async function timed(run: () => unknown): Promise<number> {
  const begun = performance.now();
  const result = run();
  if (result instanceof Promise) await result;
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Lets go of all garbage, so that a run does not pay for that of another. */
export function collectGarbage(): void {
  if (!gc) throw new Error('Run with --expose-gc.');
  gc();
}

/** Memory in use after garbage was let go of, in MB of 10⁶ bytes. */
export function memoryInUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}
