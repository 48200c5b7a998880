import { SimpleField, TextRun } from 'docx';
import type { Run } from '../../text/runs.ts';
import { numberedCaption } from '../captionNumber.ts';
import { forXml } from '../forXml.ts';

export function textRun(run: Run): TextRun {
  return new TextRun({
    text: forXml(run.text),
    ...(run.italic && { italics: true }),
    ...(run.bold && { bold: true }),
  });
}

/**
 * A caption as Word knows it: its number is a field of a sequence, so that Word can list the tables and refer to them. It stays the
 * number that the researcher wrote, also when the fields are updated.
 */
export function captionRuns(caption: string): readonly (TextRun | SimpleField)[] {
  const numbered = numberedCaption(caption);
  if (!numbered) return [textRun({ text: caption })];
  const { word, number, rest } = numbered;
  return [
    textRun({ text: `${word} ` }),
    new SimpleField(`SEQ ${word} \\* ARABIC \\r ${number}`, number),
    textRun({ text: rest }),
  ];
}
