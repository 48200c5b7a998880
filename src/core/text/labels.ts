import { timeIn, timePattern, timestampPattern } from './timestamps.ts';

/** What may be the label of a speaker, at the start of a line. */
export interface Label {
  /** As written, without marks: `R`. */
  readonly speaker: string;
  /**
   * - `sure`: bold with a colon, or a line of a name, a wide gap and a time;
   * - `colon`: `Name:`, which any sentence may start with;
   * - `line`: a line of its own with nothing but a name, or a name and a time.
   */
  readonly kind: 'sure' | 'colon' | 'line';
  readonly timestamp?: string;
  /** In UTF-16 code units from the start of the line, up to what comes after label and timestamp. */
  readonly length: number;
}

/** Invisible marks of writing direction may stand around a name in right-to-left text. */
const gap = String.raw`[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]*`;
const inName = String.raw`\-\p{L}\p{M}\p{N}._'’&()/#`;
const name = String.raw`(?<name>[\p{L}\p{N}](?:[${inName} ]{0,58}[${inName}])?)`;
const stamp = (group: string) => `(?<${group}>${timestampPattern})?${gap}`;

const bold = new RegExp(
  String.raw`^${gap}${stamp('t1')}\*\*\s*(?<name>[^*:\s][^*:\n]{0,58}?)\s*${stamp('t2')}(?::\s*\*\*|\*\*${gap}${stamp('t3')}:)${gap}${stamp('t4')}`,
  'u',
);
const colon = new RegExp(
  String.raw`^${gap}${stamp('t1')}${name}${gap}${stamp('t2')}:(?=\s|$)${gap}${stamp('t3')}`,
  'u',
);
const line = new RegExp(
  String.raw`^${gap}${name}(?:(?<space>[ \t\u00a0]+)(?<t1>${timePattern}|${timestampPattern}))?\s*$`,
  'u',
);

/** No label is longer; a longer line is read no further than this. */
const longestLabel = 160;

/** The label that a line starts with, if it can be one. Whether it is depends on who else speaks: see `turnsOf`. */
export function labelOf(text: string): Label | undefined {
  const head = text.slice(0, longestLabel);
  return (
    made(bold.exec(head), 'sure') ??
    made(colon.exec(head), 'colon') ??
    (text.length <= longestLabel ? made(line.exec(head), 'line') : undefined)
  );
}

function made(match: RegExpExecArray | null, kind: Label['kind']): Label | undefined {
  const groups = match?.groups;
  const speaker = groups?.name;
  if (!match || !groups || speaker === undefined || !/[\p{L}\p{N}]/u.test(speaker)) return undefined;
  const timestamp = groups.t1 ?? groups.t2 ?? groups.t3 ?? groups.t4;
  const isWide = kind === 'line' && /\t|\s{2}/.test(groups.space ?? '');
  return {
    speaker,
    kind: isWide ? 'sure' : kind,
    ...(timestamp !== undefined && { timestamp: timeIn(timestamp) }),
    length: match[0].length,
  };
}
