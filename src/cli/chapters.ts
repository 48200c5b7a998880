import { isMap, parseDocument } from 'yaml';
import { blockChanges, type CellChange } from '../core/chapters/blockChanges.ts';
import { type RenderedChapter, renderChapter } from '../core/chapters/render.ts';
import { type Problem, problem } from '../core/study/problem.ts';
import { documentName } from '../core/study/sources.ts';
import { normalForm } from '../core/text/transcript.ts';
import { chaptersOf, type OpenStudy } from './openStudy.ts';

/** A chapter as it is on disk, and what it would be when rendered. */
export interface Chapter {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** In LF. */
  readonly text: string;
  readonly rendered: RenderedChapter;
  /** All that keeps it from being up to date and right. */
  readonly problems: readonly Problem[];
}

/** Renders every chapter of a study, in memory. A chapter that is not UTF-8 is a problem, and has nothing rendered. */
export async function renderAll(
  open: OpenStudy,
): Promise<{ readonly chapters: readonly Chapter[]; readonly unreadable: readonly Problem[] }> {
  const chapters: Chapter[] = [];
  const unreadable: Problem[] = [];
  for (const path of await chaptersOf(open)) {
    const bytes = await open.files.read(path);
    if (!bytes) continue;
    const text = decoded(bytes);
    if (text === undefined) unreadable.push(problem('error', path, 'cli.notUtf8', { file: path }));
    else {
      const rendered = renderChapter(open.study, text);
      const problems = problemsIn(path, text, rendered);
      chapters.push({ path, bytes, text: normalForm(text), rendered, problems });
    }
  }
  return { chapters, unreadable };
}

/** With its byte order mark, so that it is written back; undefined when a byte would be lost. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function problemsIn(path: string, text: string, { blocks, citations, problems }: RenderedChapter): Problem[] {
  const chapter = normalForm(text);
  const stale = blocks.flatMap(({ block, status, table }) => {
    if (status !== 'stale' && status !== 'neverRendered') return [];
    const name = blockName(chapter.slice(block.spec.start, block.spec.end));
    const changes = table ? blockChanges(chapter.slice(block.content.start, block.content.end), table) : [];
    const cells = listed(changes);
    if (cells === '') return problem('warning', path, 'cli.stale', { block: name }, block.range);
    return problem('warning', path, 'cli.staleCells', { block: name, cells }, block.range);
  });
  const staleCitations = citations
    .filter(({ status }) => status === 'stale')
    .map(({ id, range }) => problem('warning', path, 'chapter.staleCitation', { id }, range));
  return [...problems.map((one) => ({ ...one, file: path })), ...stale, ...staleCitations];
}

/** How many cells a line names, and of each how many documents. */
const mostCells = 5;
const mostDocuments = 4;

/** The cells that differ, each with the documents that it is worked out from now. */
function listed(changes: readonly CellChange[]): string {
  const shown = changes.slice(0, mostCells).map(({ row, column, before, after, documents }) => {
    const from =
      documents.length > 0
        ? ` (${documents.slice(0, mostDocuments).map(documentName).join(', ')}${documents.length > mostDocuments ? ', …' : ''})`
        : '';
    return `${row}, ${column}: ${before || '–'} → ${after || '–'}${from}`;
  });
  return [...shown, ...(changes.length > mostCells ? ['…'] : [])].join('; ');
}

/** What a reader knows a block by: its caption, or else its kind. */
function blockName(spec: string): string {
  const { contents } = parseDocument(spec, { logLevel: 'silent' });
  if (!isMap(contents)) return '–';
  return String(contents.get('caption') ?? contents.get('table') ?? '–');
}
