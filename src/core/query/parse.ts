import { patternOf } from './pattern.ts';
import type { Comparison, Field, ParsedQuery, Proximity, Query, QueryError } from './query.ts';
import { comparisons, type Token, tokensOf } from './tokens.ts';
import { fieldOf, fields, type Operator, operatorOf, yesOrNo } from './vocabulary.ts';

/** Longer or deeper queries are refused: nobody writes them by hand, and reading them must not exhaust the stack. */
const maximumLength = 10_000;
const maximumDepth = 100;

/**
 * Parses a query. From loose to tight: `OR`, `AND`, `NOT`, proximity (from left to right), operands. So `a AND NOT b
 * within c` is `a AND (NOT (b within c))`. Names of codes, cases and attributes are not looked up here: `checkQuery`.
 *
 * @returns the query, or the first error with its place in the text
 */
export function parseQuery(text: string): ParsedQuery {
  if (text.length > maximumLength) {
    return {
      error: {
        message: { key: 'query.tooLong', values: { maximum: maximumLength } },
        at: { start: 0, end: text.length },
      },
    };
  }
  const { tokens, error } = tokensOf(text);
  if (error) return { error };
  try {
    return { query: new Parser(text, tokens).query() };
  } catch (thrown) {
    if (thrown instanceof SyntaxFault) return { error: thrown.error };
    throw thrown;
  }
}

/** Thrown by the parser and caught in `parseQuery`: recursive descent reads best without an error branch at each step. */
class SyntaxFault extends Error {
  readonly error: QueryError;
  constructor(key: string, at: { start: number; end: number }, values: Record<string, string | number> = {}) {
    super(key);
    this.error = { message: { key, values }, at: { start: at.start, end: at.end } };
  }
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  query(): Query {
    const query = this.#any();
    const rest = this.#peek();
    if (rest?.kind === 'close') throw new SyntaxFault('query.unopened', rest);
    if (rest) throw new SyntaxFault('query.operatorExpected', rest, { found: this.#source(rest) });
    return query;
  }

  #any(): Query {
    const of = [this.#all()];
    while (this.#takeOperator('or')) of.push(this.#all());
    return combined('any', of);
  }

  #all(): Query {
    const of = [this.#not()];
    while (this.#takeOperator('and')) of.push(this.#not());
    return combined('all', of);
  }

  #not(): Query {
    if (!this.#takeOperator('not')) return this.#proximity();
    return this.#deeper(() => ({ kind: 'not', of: this.#not() }));
  }

  #proximity(): Query {
    let left = this.#operand();
    const depth = this.#depth;
    for (let found = this.#takeProximity(); found; found = this.#takeProximity()) {
      // What stands to the left is one level deeper for each further operator of the chain.
      this.#enter();
      const words = found === 'near' ? this.#words() : 0;
      const right = this.#takeOperator('not') ? negated(this.#operand()) : this.#operand();
      left = { kind: 'proximity', proximity: found, words, left, right };
    }
    this.#depth = depth;
    return left;
  }

  #operand(): Query {
    const token = this.#take();
    if (!token) throw this.#endedTooSoon();
    if (token.kind === 'open') {
      const inner = this.#deeper(() => this.#any());
      if (this.#peek()?.kind !== 'close') {
        const rest = this.#peek();
        if (rest) throw new SyntaxFault('query.operatorExpected', rest, { found: this.#source(rest) });
        throw new SyntaxFault('query.unclosed', token);
      }
      this.#take();
      return inner;
    }
    if (token.kind === 'comparison' && token.value === '=') {
      const name = this.#value(token);
      return { kind: 'code', name: name.value, only: true, at: range(name) };
    }
    if (token.kind !== 'word' && token.kind !== 'name') {
      throw new SyntaxFault('query.operandExpected', token, { found: this.#source(token) });
    }
    const next = this.#peek();
    if (next?.kind === 'colon' && token.kind === 'word') return this.#field(token);
    const comparison = next?.kind === 'comparison' && comparisons.find((sign) => sign === next.value);
    if (comparison) return this.#attribute(token, comparison);
    if (token.kind === 'word' && operatorOf(token.value)) {
      throw new SyntaxFault('query.operandBefore', token, { found: token.value });
    }
    return { kind: 'code', name: token.value, only: false, at: range(token) };
  }

  #field(word: Token): Query {
    const field = fieldOf(word.value);
    if (!field) {
      throw new SyntaxFault('query.unknownField', word, { name: word.value, fields: fields.join(', ') });
    }
    const colon = this.#take() ?? word;
    const token = this.#peek();
    if (token?.kind === 'pattern') {
      this.#take();
      return this.#pattern(field, token);
    }
    const value = this.#value(colon);
    if (field !== 'star') {
      return { kind: 'field', field, value: value.value, pattern: false, at: range(value) };
    }
    const star = yesOrNo(value.value);
    if (!star) throw new SyntaxFault('query.yesOrNo', value, { found: value.value });
    return { kind: 'field', field, value: star, pattern: false, at: range(value) };
  }

  #pattern(field: Field, token: Token): Query {
    if (field !== 'text' && field !== 'comment') {
      throw new SyntaxFault('query.noPatternHere', token, { field });
    }
    const compiled = patternOf(token.value);
    if ('error' in compiled) {
      const { message, at } = compiled.error;
      // The pattern starts after its slash; an escaped slash before the error moves it by one, which does no harm.
      const start = Math.min(token.start + 1 + at.start, token.end);
      throw new SyntaxFault(
        message.key,
        { start, end: Math.min(token.start + 1 + at.end, token.end) },
        message.values,
      );
    }
    return { kind: 'field', field, value: token.value, pattern: true, at: range(token) };
  }

  #attribute(name: Token, comparison: Comparison): Query {
    const sign = this.#take() ?? name;
    const value = this.#value(sign);
    return { kind: 'attribute', name: name.value, comparison, value: value.value, at: range(name) };
  }

  /** The word or quoted name that has to follow. */
  #value(after: Token): Token {
    const token = this.#take();
    if (!token) throw new SyntaxFault('query.valueExpected', after, { after: after.value });
    if (token.kind !== 'word' && token.kind !== 'name') {
      throw new SyntaxFault('query.valueExpected', token, { after: after.value });
    }
    return token;
  }

  #words(): number {
    const token = this.#take();
    if (!token) throw this.#endedTooSoon('query.wordsExpected');
    if (token.kind !== 'word' || !/^\d{1,6}$/.test(token.value)) {
      throw new SyntaxFault('query.wordsExpected', token, { found: this.#source(token) });
    }
    return Number(token.value);
  }

  #endedTooSoon(key = 'query.operandMissing'): SyntaxFault {
    const last = this.#tokens.at(-1);
    if (!last) return new SyntaxFault('query.empty', { start: 0, end: this.#text.length });
    return new SyntaxFault(key, last, { found: this.#source(last) });
  }

  #takeOperator(operator: Operator): boolean {
    const token = this.#peek();
    if (token?.kind !== 'word' || operatorOf(token.value) !== operator) return false;
    this.#next++;
    return true;
  }

  #takeProximity(): Proximity | undefined {
    const token = this.#peek();
    const operator = token?.kind === 'word' ? operatorOf(token.value) : undefined;
    if (!operator || operator === 'and' || operator === 'or' || operator === 'not') return undefined;
    this.#next++;
    return operator;
  }

  #deeper(parse: () => Query): Query {
    this.#enter();
    const query = parse();
    this.#depth--;
    return query;
  }

  #enter(): void {
    if (++this.#depth > maximumDepth) {
      throw new SyntaxFault('query.tooDeep', this.#peek() ?? { start: 0, end: this.#text.length }, {
        maximum: maximumDepth,
      });
    }
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #take(): Token | undefined {
    return this.#tokens[this.#next++];
  }

  #source(token: Token): string {
    return this.#text.slice(token.start, token.end);
  }
}

function combined(kind: 'all' | 'any', of: readonly Query[]): Query {
  const [only] = of;
  return of.length === 1 && only ? only : { kind, of };
}

function negated(query: Query): Query {
  return { kind: 'not', of: query };
}

function range({ start, end }: Token): { start: number; end: number } {
  return { start, end };
}
