/** A text in JSON, and where it stands. */
export interface JsonText {
  /** UTF-16 offsets of what is between its quotation marks. */
  readonly start: number;
  readonly end: number;
  /** The keys and indexes that lead to it. */
  readonly path: readonly (string | number)[];
  readonly isKey: boolean;
}

interface Level {
  readonly kind: 'object' | 'list';
  key: string;
  index: number;
  isAtKey: boolean;
}

/**
 * The texts and keys of JSON in their order. Only for JSON that can be read: in any other what comes out means nothing.
 *
 * @param from the offset at which the value begins
 */
export function textsInJson(json: string, from = 0, to = json.length): readonly JsonText[] {
  const found: JsonText[] = [];
  const levels: Level[] = [];
  const path = () => levels.map(({ kind, key, index }) => (kind === 'object' ? key : index));
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],]/gs;
  token.lastIndex = from;
  for (let match = token.exec(json); match && match.index < to; match = token.exec(json)) {
    const [sign] = match;
    const level = levels.at(-1);
    if (sign === '{') levels.push({ kind: 'object', key: '', index: 0, isAtKey: true });
    else if (sign === '[') levels.push({ kind: 'list', key: '', index: 0, isAtKey: false });
    else if (sign === '}' || sign === ']') levels.pop();
    else if (sign === ',') {
      if (level?.kind === 'object') level.isAtKey = true;
      else if (level) level.index++;
    } else {
      const isKey = level?.isAtKey ?? false;
      if (level && isKey) {
        level.key = String(JSON.parse(sign));
        level.isAtKey = false;
      }
      found.push({ start: match.index + 1, end: match.index + sign.length - 1, path: path(), isKey });
    }
  }
  return found;
}

/** JSON with its escapes read, so that the n of a line end is no letter of the name after it; and where each character stood. */
export function unescaped(json: string): { readonly plain: string; readonly offsets: readonly number[] } {
  const parts: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < json.length; ) {
    const sequence =
      json[at] === '\\' ? /^\\(?:u[0-9a-f]{4}|.)/i.exec(json.slice(at, at + 6))?.[0] : undefined;
    parts.push(sequence === undefined ? (json[at] ?? '') : meaningOf(sequence));
    offsets.push(at);
    at += sequence?.length ?? 1;
  }
  offsets.push(json.length);
  return { plain: parts.join(''), offsets };
}

function meaningOf(sequence: string): string {
  if (sequence.length === 6) return String.fromCharCode(Number.parseInt(sequence.slice(2), 16));
  return sequence === '\\n' ? '\n' : ' ';
}
