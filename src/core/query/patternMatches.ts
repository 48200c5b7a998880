import type { TextRange } from '../study/problem.ts';
import { reachable, type Side, sideOf } from './pattern.ts';
import { type Instruction, programOf } from './patternProgram.ts';
import type { QueryError } from './query.ts';

/** Finds where a text matches. */
export type Matches = (text: string) => readonly TextRange[];

/**
 * A regular expression of the user's that says where it matches; see `patternOf`. The matches, from left to right, do not
 * overlap; each ends as early as it can and then starts as early as it can. That keeps the time proportional to the length
 * of the text times that of the pattern, which the longest match would not.
 */
export function matchesOf(source: string): { readonly matches: Matches } | { readonly error: QueryError } {
  const compiled = programOf(source);
  return 'error' in compiled ? compiled : { matches: matcherOf(compiled.program) };
}

/** A way to match that is under way: the next place in the program, and where in the text it started. */
interface Thread {
  readonly place: number;
  readonly start: number;
}

function matcherOf(program: readonly Instruction[]): Matches {
  return (text) => {
    const found: TextRange[] = [];
    // In the order of their starts, so that whichever comes to a place first has started first.
    let threads: readonly Thread[] = [];
    let before: Side = 'edge';
    for (let at = 0; at <= text.length; ) {
      const codePoint = text.codePointAt(at);
      const character = codePoint === undefined ? '' : String.fromCodePoint(codePoint);
      const after = sideOf(character);
      const next = new Map<number, number>();
      const seen = new Set<number>();
      let match: TextRange | undefined;
      for (const { place, start } of [...threads, { place: 0, start: at }]) {
        for (const reached of reachable(program, [place], before, after, seen)) {
          const instruction = program[reached];
          if (instruction?.kind === 'match' && start < at) match ??= { start, end: at };
          if (instruction?.kind !== 'character' || character === '') continue;
          if (!next.has(reached + 1) && instruction.test.test(character)) next.set(reached + 1, start);
        }
      }
      if (match) {
        // The next match may start where this one ended: the same character again, with nothing under way.
        found.push(match);
        threads = [];
        continue;
      }
      threads = [...next].map(([place, start]) => ({ place, start }));
      before = after;
      at += character.length || 1;
    }
    return found;
  };
}
