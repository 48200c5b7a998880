import { isScalar, parseDocument, visit } from 'yaml';
import { derived } from '../study/derived.ts';
import type { Json } from '../study/json.ts';
import type { TextRange } from '../study/problem.ts';
import type { Transcript } from './transcript.ts';
import { isNestedTooDeep } from './yamlDepth.ts';

/** The YAML between two lines of `---` at the top of a transcript. */
export interface FrontMatter {
  /** Empty when there is none or it cannot be read. Dates, and numbers not in their plainest form, are text as written. */
  readonly attributes: Readonly<Record<string, Json>>;
  /** The offset after the closing line; 0 without front matter. */
  readonly end: number;
  readonly error?: FrontMatterError;
}

interface FrontMatterError {
  /** In the words of the YAML reader. */
  readonly reason: string;
  readonly range: TextRange;
}

/** What an honest front matter stays far below: aliases resolved, levels nested, UTF-16 code units. */
const mostAliases = 100;
const mostLevels = 20;
const mostCharacters = 50_000;

/** The front matter of a transcript. One that is not YAML is an error with its place; the transcript stays usable. */
export const frontMatterOf = derived(({ text }: Transcript): FrontMatter => {
  const opening = /^---[ \t]*\n/.exec(text);
  if (!opening) return { attributes: {}, end: 0 };
  const start = opening[0].length;
  const closing = /^---[ \t]*$\n?/gm;
  closing.lastIndex = start;
  const close = closing.exec(text);
  // A line of dashes may also be a rule across the page: with no key below it, and no end or a blank line first.
  const startsWithKey = /^\s*[\p{L}\p{N}_-]+[ \t]*:(?:\s|$)/u.test(text.slice(start, start + 200));
  if (!startsWithKey && (!close || text.charAt(start) === '\n')) return { attributes: {}, end: 0 };
  if (!close) {
    return {
      attributes: {},
      end: 0,
      error: { reason: 'no closing line ---', range: { start: 0, end: 3 } },
    };
  }
  const end = close.index + close[0].length;
  const result = read(text.slice(start, close.index));
  if ('attributes' in result) return { attributes: result.attributes, end };
  const from = Math.min(start + (result.range?.start ?? 0), close.index - 1);
  const to = Math.min(start + (result.range?.end ?? close.index - start), close.index);
  return {
    attributes: {},
    end,
    error: { reason: result.reason, range: { start: from, end: Math.max(to, from + 1) } },
  };
});

type Read =
  | { readonly attributes: Readonly<Record<string, Json>> }
  | { readonly reason: string; readonly range?: TextRange };

/** Reads YAML 1.2 with its core schema: no tag runs anything, no date is made of a text. */
function read(source: string): Read {
  if (source.length > mostCharacters) return { reason: `longer than ${mostCharacters} characters` };
  if (isNestedTooDeep(source)) return { reason: 'nested too deep' };
  try {
    const yaml = parseDocument(source, { schema: 'core', logLevel: 'silent', prettyErrors: false });
    const [error] = yaml.errors;
    if (error) return { reason: firstLine(error.message), range: { start: error.pos[0], end: error.pos[1] } };
    visit(yaml, {
      Scalar(_key, node) {
        const { value, source: written } = node;
        const isText = typeof value === 'string' || value === null;
        if (isScalar(node) && !isText && written !== undefined && String(value) !== written)
          node.value = written;
      },
    });
    const attributes = jsonOf(yaml.toJS({ maxAliasCount: mostAliases }), mostLevels);
    if (attributes === null) return { attributes: {} };
    if (isRecord(attributes)) return { attributes };
    return { reason: 'not a list of keys with their values' };
  } catch (error) {
    return { reason: firstLine(error instanceof Error ? error.message : String(error)) };
  }
}

function jsonOf(value: unknown, levels: number): Json {
  if (levels === 0) throw new RangeError('nested too deep');
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map((item) => jsonOf(item, levels - 1));
  if (typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, jsonOf(item, levels - 1)]));
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}
