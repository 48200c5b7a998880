import { shareOf } from '../../core/analysis/coverage.ts';

/**
 * A coded share as a reader sees it: a dash where nothing is said; never 0% where something is coded, nor 100% where
 * something is not.
 */
export function percentOf(share: Parameters<typeof shareOf>[0]): string {
  const part = shareOf(share);
  if (part === undefined) return '–';
  const rounded = Math.round(part * 100);
  if (rounded === 0 && part > 0) return '<1%';
  return `${part < 1 ? Math.min(rounded, 99) : rounded}%`;
}
