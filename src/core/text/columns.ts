/** The two sides of a section, by line. */
export interface Section<Line> {
  readonly left: readonly Line[];
  readonly right: readonly Line[];
}

/** Two columns in which every section starts on the same line: the shorter side of each is filled up with empty lines. */
export function alignedColumns<Line>(sections: readonly Section<Line>[], empty: Line): Section<Line> {
  const left: Line[] = [];
  const right: Line[] = [];
  for (const section of sections) {
    left.push(...section.left);
    right.push(...section.right);
    while (left.length < right.length) left.push(empty);
    while (right.length < left.length) right.push(empty);
  }
  return { left, right };
}

/**
 * A text in lines of at most so many UTF-16 code units, broken at white space. A word that is longer has a line of its own,
 * whole.
 */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
