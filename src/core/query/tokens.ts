import type { TextRange } from '../study/problem.ts';
import type { Comparison, QueryError } from './query.ts';

/** A piece of a query. `value` is what it says: a name or pattern without its quotes and escapes. */
export interface Token extends TextRange {
  readonly kind: 'word' | 'name' | 'pattern' | 'comparison' | 'colon' | 'open' | 'close';
  readonly value: string;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  /** A name or pattern that is not closed; its token runs to the end of the text. */
  readonly error?: QueryError;
}

export const comparisons: readonly Comparison[] = ['!=', '<=', '>=', '=', '<', '>'];

/** Word processors put the quotes of the language in place of the straight one. */
const closingQuotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '”“', '”': '”', '«': '»' };

const symbols: Readonly<Record<string, Token['kind']>> = { '(': 'open', ')': 'close', ':': 'colon' };

/** A word runs to white space or to a character that has a meaning; an apostrophe is part of it, as in `KPI's`. */
const wordPattern = /(?:(?!!=)[^\s()":=<>“”„«»])+/uy;

/** Cuts a query into tokens. */
export function tokensOf(text: string): Tokens {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/\s/u.test(character)) {
      at++;
      continue;
    }
    const token = tokenAt(text, at, tokens.at(-1));
    tokens.push(token.token);
    if (token.unclosed) {
      const range = { start: at, end: text.length };
      return {
        tokens,
        error: { message: { key: token.unclosed, values: { text: text.slice(at, at + 40) } }, at: range },
      };
    }
    at = token.token.end;
  }
  return { tokens };
}

function tokenAt(
  text: string,
  start: number,
  before: Token | undefined,
): { token: Token; unclosed?: string } {
  const character = text.charAt(start);
  const closing = closingQuotes[character];
  if (closing !== undefined) return quoted(text, start, closing, 'name', 'query.unclosedQuote');
  if (character === '/' && before?.kind === 'colon') {
    return quoted(text, start, '/', 'pattern', 'query.unclosedPattern');
  }
  const symbol = symbols[character];
  if (symbol) return { token: { kind: symbol, value: character, start, end: start + 1 } };
  const comparison = comparisons.find((sign) => text.startsWith(sign, start));
  if (comparison) {
    return { token: { kind: 'comparison', value: comparison, start, end: start + comparison.length } };
  }
  wordPattern.lastIndex = start;
  const word = wordPattern.exec(text)?.[0] ?? character;
  return { token: { kind: 'word', value: word, start, end: start + word.length } };
}

/** In a name `\"` and `\\` stand for the sign itself; in a pattern only `\/` does, all else is the pattern's own. */
function quoted(
  text: string,
  start: number,
  closing: string,
  kind: 'name' | 'pattern',
  unclosed: string,
): { token: Token; unclosed?: string } {
  let value = '';
  let inClass = false;
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    if (character === '\\' && next !== '') {
      const isEscape = kind === 'pattern' ? next === '/' : next === '\\' || closing.includes(next);
      value += isEscape ? next : character + next;
      at++;
    } else if (closing.includes(character) && !inClass) {
      return { token: { kind, value, start, end: at + 1 } };
    } else {
      if (kind === 'pattern') inClass = character === '[' || (inClass && character !== ']');
      value += character;
    }
  }
  return { token: { kind, value, start, end: text.length }, unclosed };
}
