import { Document, type ISectionOptions, Packer, PageOrientation } from 'docx';
import type { Language } from '../../text/notation.ts';
import { forXml } from '../forXml.ts';
import { repacked } from '../officePackage.ts';
import { documentStyles, margin } from './styles.ts';
import type { Block } from './tableBlocks.ts';

/** What stands on pages of one kind. */
export interface Pages {
  readonly isOnItsSide: boolean;
  readonly blocks: readonly Block[];
}

interface About {
  readonly language: Language;
  readonly title?: string;
  /** The first numbers of the numbered lists in it. */
  readonly listStarts?: ReadonlySet<number>;
}

/** A4, in twentieths of a point; docx turns it for a page on its side. */
const paper = { width: 11_906, height: 16_838 };

/** A Word file. The same content always gives the same bytes: without dates, and with names of links in their order. */
export async function wordFile(
  pages: readonly Pages[],
  { language, title, listStarts = new Set() }: About,
): Promise<Uint8Array> {
  const sections = pages.map(
    ({ isOnItsSide, blocks }): ISectionOptions => ({
      properties: {
        page: {
          size: {
            ...paper,
            orientation: isOnItsSide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: { top: margin, right: margin, bottom: margin, left: margin },
        },
      },
      children: [...blocks],
    }),
  );
  const document = new Document({
    ...documentStyles(language, listStarts),
    creator: 'Codeboom',
    lastModifiedBy: 'Codeboom',
    ...(title !== undefined && { title: forXml(title) }),
    sections,
  });
  const names = new LinkNames();
  return repacked(await Packer.pack(document, 'uint8array'), (path, xml) => {
    if (path === 'docProps/core.xml')
      return xml.replace(/<dcterms:(created|modified)\b.*?<\/dcterms:\1>/gs, '');
    return path === 'word/document.xml' || path === 'word/_rels/document.xml.rels' ? names.in(xml) : xml;
  });
}

/** The library names links by chance; here they are numbered as they come. */
class LinkNames {
  readonly #names = new Map<string, string>();

  in(xml: string): string {
    return xml.replace(/(?<=\b(?:r:id|Id)=")rId[\w-]{21}(?=")/g, (name) => {
      const known = this.#names.get(name) ?? `rIdLink${this.#names.size + 1}`;
      this.#names.set(name, known);
      return known;
    });
  }
}
