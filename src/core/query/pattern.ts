import { type Assertion, type Instruction, programOf, wordClass } from './patternProgram.ts';
import type { QueryError } from './query.ts';

/** Whether a text holds a match. */
export type Pattern = (text: string) => boolean;

/**
 * A regular expression of the user's, safe on any text: all its ways are followed at once (Thompson's construction, made
 * deterministic as it is used), so the time is proportional to the length of the text, whatever the pattern. The
 * matcher of JavaScript goes back and tries again, and `(a+)+b` can keep it busy for years.
 *
 * Proportional may still be slow: a pattern of a thousand steps that differ at each character takes a thousand times as long
 * as a word.
 *
 * @param stop called when the pattern proves to be such a one, to throw; without it there is no end to patience
 */
export function patternOf(
  source: string,
  stop?: () => never,
): { readonly pattern: Pattern } | { readonly error: QueryError } {
  const compiled = programOf(source);
  return 'error' in compiled ? compiled : { pattern: matcherOf(compiled.program, stop) };
}

/** What stands on one side of a place in the text. */
export type Side = 'edge' | 'word' | 'other';

/** All places in the program that can be reached after a character, and what kind of character that was. */
interface State {
  readonly places: readonly number[];
  readonly before: Side;
  /** Where each of the first 256 characters leads, as far as it was asked: most of a text, and found faster than in a map. */
  readonly nextLatin: (State | 'match' | undefined)[];
  /** The same for every other code point; -1 is the end of the text. */
  readonly next: Map<number, State | 'match'>;
}

/** How many characters have a place of their own in a state. */
const latin = 256;

/** Beyond so many, all states are forgotten and made anew: there may be exponentially many. */
const maximumStates = 1_000;
const endOfText = -1;
const wordCharacter = new RegExp(`^[${wordClass}]$`, 'u');

/**
 * How many places in the program may be gone through, over all texts: so many at once, about a second of work, and so many
 * for each character. What is made anew only now and then stays far below it.
 */
const placesAtOnce = 10_000_000;
const placesPerCharacter = 10;

function matcherOf(program: readonly Instruction[], stop?: () => never): Pattern {
  const states = new Map<string, State>();
  let allowance = placesAtOnce;

  const stateOf = (places: readonly number[], before: Side): State => {
    const key = `${before} ${places.join()}`;
    const known = states.get(key);
    if (known) return known;
    if (states.size >= maximumStates) states.clear();
    const state: State = { places, before, nextLatin: new Array(latin).fill(undefined), next: new Map() };
    states.set(key, state);
    return state;
  };

  const follow = (state: State, codePoint: number): State | 'match' => {
    const character = codePoint === endOfText ? '' : String.fromCodePoint(codePoint);
    const after = sideOf(character);
    const places = new Set<number>();
    const reached = reachable(program, [...state.places, 0], state.before, after);
    allowance -= reached.length;
    if (allowance < 0) stop?.();
    for (const place of reached) {
      const instruction = program[place];
      if (instruction?.kind === 'match') return 'match';
      if (instruction?.kind === 'character' && character !== '' && instruction.test.test(character)) {
        places.add(place + 1);
      }
    }
    return stateOf(
      [...places].sort((a, b) => a - b),
      after,
    );
  };

  const after = (state: State, codePoint: number): State | 'match' => {
    const known = state.next.get(codePoint);
    if (known !== undefined) return known;
    const next = follow(state, codePoint);
    if (0 <= codePoint && codePoint < latin) state.nextLatin[codePoint] = next;
    else state.next.set(codePoint, next);
    return next;
  };

  return (text) => {
    allowance += placesPerCharacter * text.length;
    let state = stateOf([], 'edge');
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      let next = unit < latin ? state.nextLatin[unit] : undefined;
      if (next === undefined) {
        const codePoint = unit < latin ? unit : (text.codePointAt(at) ?? endOfText);
        next = after(state, codePoint);
        if (codePoint > 0xffff) at++;
      }
      if (next === 'match') return true;
      state = next;
    }
    return after(state, endOfText) === 'match';
  };
}

/** What a character is for what stands beside it; without one, the end of the text. */
export function sideOf(character: string): Side {
  if (character === '') return 'edge';
  return wordCharacter.test(character) ? 'word' : 'other';
}

/**
 * The places reached without taking a character, between what stands before and after.
 *
 * @param seen places that were reached already, and are not reached again; those found here are added
 */
export function reachable(
  program: readonly Instruction[],
  from: readonly number[],
  before: Side,
  after: Side,
  seen: Set<number> = new Set(),
): readonly number[] {
  const found: number[] = [];
  const open = [...from];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    found.push(place);
    const instruction = program[place];
    if (instruction?.kind === 'split') open.push(...instruction.to);
    if (instruction?.kind === 'assertion' && holds(instruction.assertion, before, after))
      open.push(place + 1);
  }
  return found;
}

function holds(assertion: Assertion, before: Side, after: Side): boolean {
  switch (assertion) {
    case 'start':
      return before === 'edge';
    case 'end':
      return after === 'edge';
    case 'boundary':
      return (before === 'word') !== (after === 'word');
    case 'noBoundary':
      return (before === 'word') === (after === 'word');
  }
}
