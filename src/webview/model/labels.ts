/** A name as lines of a node: broken between words, the last one cut off where more than `most` would be needed. */
export function linesOf(name: string, longest: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of name.trim().split(/\s+/)) {
    const line = lines.at(-1);
    const joined = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && joined.length <= longest) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  const shown = lines.slice(0, most).map((line) => shortened(line, longest));
  if (lines.length <= most) return shown;
  return [...shown.slice(0, -1), shortened(`${shown.at(-1)}…`, longest)];
}

/** A text of at most so many characters. */
export function shortened(text: string, longest: number): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}

/** A sentence with its `{…}` filled in. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
