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
  if ('error' in compiled) return compiled;
  const matches = matcherOf(compiled.program, stop);
  const beginning = beginningOf(source);
  return { pattern: beginning ? (text) => beginning.test(text) && matches(text) : matches };
}

/**
 * The letters that every match begins with, where there are some. The host looks for plain letters much faster than we do, and
 * without going back; most texts do not have them.
 */
function beginningOf(source: string): RegExp | undefined {
  if (source.includes('|')) return undefined;
  const letters = [...(/^[\p{L}\p{N} ]+/u.exec(source)?.[0] ?? '')];
  const next = source.charAt(letters.join('').length);
  // The last one may be there any number of times, none included.
  const sure = /[*?{]/.test(next) ? letters.slice(0, -1) : letters;
  return sure.length > 1 ? new RegExp(sure.join(''), 'iu') : undefined;
}

/** What stands on one side of a place in the text. */
export type Side = 'edge' | 'word' | 'other';

/** All places in the program that can be reached after a character, and what kind of character that was. */
interface State {
  readonly places: readonly number[];
  readonly before: Side;
  /** Where each of the first 256 characters leads, as far as it was asked: most of a text, and found faster than in a map. */
  readonly nextLatin: (State | undefined)[];
  /** The same for every other code point; -1 is the end of the text. */
  readonly next: Map<number, State>;
}

/** Where a match ends: nothing follows from there. */
const matched: State = { places: [], before: 'edge', nextLatin: [], next: new Map() };

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
  // What stood before a place matters only to assertions: without them there are fewer states to go through.
  const asksWhatIsBeside = program.some(({ kind }) => kind === 'assertion');

  const stateOf = (places: readonly number[], before: Side): State => {
    const key = `${before} ${places.join()}`;
    const known = states.get(key);
    if (known) return known;
    if (states.size >= maximumStates) states.clear();
    const state: State = { places, before, nextLatin: new Array(latin).fill(undefined), next: new Map() };
    states.set(key, state);
    return state;
  };

  const follow = (state: State, codePoint: number): State => {
    const character = codePoint === endOfText ? '' : String.fromCodePoint(codePoint);
    const after = sideOf(character);
    const places = new Set<number>();
    const reached = reachable(program, [...state.places, 0], state.before, after);
    allowance -= reached.length;
    if (allowance < 0) stop?.();
    for (const place of reached) {
      const instruction = program[place];
      if (instruction?.kind === 'match') return matched;
      if (instruction?.kind === 'character' && character !== '' && instruction.test.test(character)) {
        places.add(place + 1);
      }
    }
    return stateOf(
      [...places].sort((a, b) => a - b),
      asksWhatIsBeside ? after : 'edge',
    );
  };

  const after = (state: State, codePoint: number): State => {
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
      if (next === matched) return true;
      state = next;
    }
    return after(state, endOfText) === matched;
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
