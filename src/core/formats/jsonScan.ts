import type { TextRange } from '../study/problem.ts';

/** Deeper than any file of a study; keeps a hostile one from exhausting the stack. */
const maxDepth = 200;

const blank = /[ \t\n\r]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const atom = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Called for each item or member on the way: the depth it is at, its key or index, and its range. */
type Visit = (depth: number, key: string | number, range: TextRange) => void;

class Fault {
  readonly offset: number;

  constructor(offset: number) {
    this.offset = offset;
  }
}

/**
 * Where a text stops being JSON: from the first offending character to the end of its line. JSON.parse says so too, but
 * in words that differ between hosts.
 */
export function faultIn(json: string): TextRange {
  const offset = scan(json, () => {}) ?? 0;
  const lineEnd = json.indexOf('\n', offset);
  return { start: offset, end: Math.max(offset, lineEnd < 0 ? json.length : lineEnd) };
}

/** The range of a member of the outermost object, key included; the first line when it is not there. */
export function rangeOfMember(json: string, key: string): TextRange {
  return find(json, (depth, at) => depth === 1 && at === key);
}

/** The ranges of the items of a list that is a member of the outermost object. */
export function rangesOfItems(json: string, list: string): readonly TextRange[] {
  let found: readonly TextRange[] = [];
  let items: TextRange[] = [];
  scan(json, (depth, key, range) => {
    if (depth === 2) items.push(range);
    if (depth !== 1) return;
    if (key === list) found = items;
    items = [];
  });
  return found;
}

function find(json: string, isIt: (depth: number, key: string | number) => boolean): TextRange {
  let found: TextRange | undefined;
  scan(json, (depth, key, range) => {
    if (isIt(depth, key)) found = range;
  });
  const lineEnd = json.indexOf('\n');
  return found ?? { start: 0, end: lineEnd < 0 ? json.length : lineEnd };
}

/** Goes through JSON; returns the offset of what is wrong with it, if something is. */
function scan(json: string, visit: Visit): number | undefined {
  try {
    let at = value(json, skip(json, 0), 0, visit);
    at = skip(json, at);
    return at < json.length ? at : undefined;
  } catch (fault) {
    if (fault instanceof Fault) return fault.offset;
    throw fault;
  }
}

function value(json: string, at: number, depth: number, visit: Visit): number {
  const opening = json[at];
  if (opening === '{' || opening === '[') return container(json, at, depth + 1, visit, opening === '{');
  return opening === '"' ? quoted(json, at) : match(json, at, atom);
}

function container(json: string, start: number, depth: number, visit: Visit, isObject: boolean): number {
  if (depth > maxDepth) throw new Fault(start);
  const closing = isObject ? '}' : ']';
  let at = skip(json, start + 1);
  if (json[at] === closing) return at + 1;
  for (let index = 0; ; index++) {
    const from = at;
    let key: string | number = index;
    if (isObject) {
      at = quoted(json, at);
      key = JSON.parse(json.slice(from, at));
      at = skip(json, at);
      if (json[at] !== ':') throw new Fault(at);
      at = skip(json, at + 1);
    }
    at = value(json, at, depth, visit);
    visit(depth, key, { start: from, end: at });
    at = skip(json, at);
    if (json[at] === closing) return at + 1;
    if (json[at] !== ',') throw new Fault(at);
    at = skip(json, at + 1);
  }
}

/** The end of a quoted text; what is wrong with one is where it breaks off. */
function quoted(json: string, start: number): number {
  if (json[start] !== '"') throw new Fault(start);
  let at = start + 1;
  while (json[at] !== '"') {
    const isText = json.charCodeAt(at) >= 0x20;
    if (!isText) throw new Fault(at);
    at = json[at] === '\\' ? match(json, at, escaped) : at + 1;
  }
  return at + 1;
}

function skip(json: string, at: number): number {
  return match(json, at, blank);
}

/** The end of what a sticky pattern matches at an offset. */
function match(json: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  if (!pattern.test(json)) throw new Fault(at);
  return pattern.lastIndex;
}
