import { AlignmentType, type IPropertiesOptions, LevelFormat } from 'docx';
import type { Language } from '../../text/notation.ts';

/** Sizes in half points, distances in twentieths of a point. */
const body = 22;
const small = 18;

/** The width of the text between the margins, A4, in twentieths of a point. */
export const margin = 1417;
export const textWidths = { upright: 11_906 - 2 * margin, onItsSide: 16_838 - 2 * margin } as const;

/** Names of the styles that are ours; the others are Word's own, so that the researcher's template restyles all. */
export const styleIds = {
  body: 'BodyText',
  caption: 'Caption',
  quotation: 'Quote',
  code: 'SourceCode',
  tableText: 'TableText',
  tableNote: 'TableNote',
} as const;

/** The numbering of lists with bullets, and that of numbered lists that start with a certain number. */
export const bullets = 'bullets';
export const numbersFrom = (start: number) => `numbers from ${start}`;
const deepest = 6;

/**
 * How a Word file looks: plain, so that pasting it into a thesis takes on the look of the thesis.
 *
 * @param starts the first numbers of the numbered lists
 */
export function documentStyles(
  language: Language,
  starts: ReadonlySet<number>,
): Pick<IPropertiesOptions, 'styles' | 'numbering'> {
  const heading = (size: number) => ({
    run: { size, bold: true, color: '000000' },
    paragraph: { spacing: { before: 280, after: 120 }, keepNext: true },
  });
  return {
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: body, language: { value: language === 'nl' ? 'nl-NL' : 'en-GB' } },
        },
        heading1: heading(32),
        heading2: heading(28),
        heading3: heading(24),
        heading4: heading(body),
        heading5: heading(body),
        heading6: heading(body),
      },
      paragraphStyles: [
        {
          id: styleIds.body,
          name: 'Body Text',
          basedOn: 'Normal',
          quickFormat: true,
          paragraph: { spacing: { after: 160, line: 276 } },
        },
        {
          id: styleIds.caption,
          name: 'caption',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          run: { size: small, italics: true },
          paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
        },
        {
          id: styleIds.quotation,
          name: 'Quote',
          basedOn: 'Normal',
          quickFormat: true,
          paragraph: { indent: { left: 567, right: 567 }, spacing: { before: 80, after: 160 } },
        },
        {
          id: styleIds.code,
          name: 'Source Code',
          basedOn: 'Normal',
          quickFormat: true,
          run: { font: 'Consolas', size: small },
          paragraph: { spacing: { before: 80, after: 160 } },
        },
        {
          id: styleIds.tableText,
          name: 'Table Text',
          basedOn: 'Normal',
          quickFormat: true,
          run: { size: small },
          paragraph: { spacing: { before: 20, after: 20 } },
        },
        {
          id: styleIds.tableNote,
          name: 'Table Note',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          run: { size: 16 },
          paragraph: { spacing: { before: 80, after: 240 } },
        },
      ],
    },
    numbering: {
      config: [
        {
          reference: bullets,
          levels: levels(() => ({ format: LevelFormat.BULLET, text: '•' })),
        },
        ...[...starts].map((start) => ({
          reference: numbersFrom(start),
          levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start })),
        })),
      ],
    },
  };
}

interface Sign {
  readonly format: (typeof LevelFormat)[keyof typeof LevelFormat];
  readonly text: string;
  readonly start?: number;
}

function levels(sign: (level: number) => Sign) {
  return Array.from({ length: deepest }, (_, level) => ({
    level,
    ...sign(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } },
  }));
}

/** The level of a list that there is a numbering for. */
export function listLevel(depth: number): number {
  return Math.min(depth, deepest - 1);
}
