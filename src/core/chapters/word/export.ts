import { fit } from '../../render/columnWidths.ts';
import { type Pages, wordFile } from '../../render/docx/file.ts';
import { type Block, tableBlocks } from '../../render/docx/tableBlocks.ts';
import type { Message } from '../../study/problem.ts';
import { settingsOf } from '../../study/settings.ts';
import type { Study } from '../../study/study.ts';
import type { Table } from '../../tables/table.ts';
import { renderChapter } from '../render.ts';
import { piecesOf } from './pieces.ts';
import { Prose } from './prose.ts';

export interface ExportedChapter {
  readonly bytes: Uint8Array;
  /** All words that are in the file, or in the chapter as it would be up to date. */
  readonly text: string;
  /** What the author should know of the file: each a warning. */
  readonly remarks: readonly Message[];
}

/**
 * A chapter as a Word file: headings, paragraphs, lists and block quotations in styles of Word's own, its tables brought up to date and
 * as tables of Word's. The same study and chapter always give the same bytes.
 *
 * @param text the chapter as it is on disk or in an editor, with its own line ends
 */
export async function chapterToDocx(study: Study, text: string): Promise<ExportedChapter> {
  const { language } = settingsOf(study.settings);
  const prose = new Prose(language);
  const pages = new PagesOfKind();
  const remarks: Message[] = [];
  const addTable = (table: Table) => {
    const place = fit(table);
    if (place === 'tooWide') remarks.push({ key: 'format.tooWide', values: { table: nameOf(table) } });
    pages.add(tableBlocks(table), place !== 'upright');
  };
  for (const piece of piecesOf(study, text)) {
    if (piece.kind === 'table') {
      addTable(piece.table);
      continue;
    }
    if (piece.kind === 'asItStands') {
      const key = piece.status === 'failed' ? 'word.failed' : 'word.handEdited';
      remarks.push({ key, values: { line: piece.line } });
    }
    for (const block of prose.blocksOf(piece.markdown)) {
      if ('layout' in block) addTable(block);
      else pages.add([block], false);
    }
  }
  for (const picture of prose.pictures) remarks.push({ key: 'word.picture', values: { picture } });
  const { title } = study.settings;
  const bytes = await wordFile(pages.all, {
    language,
    listStarts: prose.listStarts,
    ...(title !== undefined && { title }),
  });
  const words = [title ?? '', renderChapter(study, text).text].join('\n');
  return { bytes, text: words, remarks };
}

function nameOf({ caption, columns }: Table): string {
  return caption ?? columns[0]?.header ?? '';
}

/** Gathers what follows one another on pages of one kind. */
class PagesOfKind {
  readonly #pages: { readonly isOnItsSide: boolean; readonly blocks: Block[] }[] = [];

  add(blocks: readonly Block[], isOnItsSide: boolean): void {
    const last = this.#pages.at(-1);
    if (last?.isOnItsSide === isOnItsSide) last.blocks.push(...blocks);
    else this.#pages.push({ isOnItsSide, blocks: [...blocks] });
  }

  get all(): readonly Pages[] {
    return this.#pages.length > 0 ? this.#pages : [{ isOnItsSide: false, blocks: [] }];
  }
}
