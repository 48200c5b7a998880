import { casesAmong, nothing, tallies } from '../analysis/codings.ts';
import { ancestorAt, codeTreeOf } from '../study/codeTree.ts';
import { type Code, type Codebook, type Level, levels } from '../study/model.ts';
import { codeRows } from './codeRows.ts';
import { doubtSentences, inReviewBehind } from './doubts.ts';
import { codesOf, countCell, type Making, noteOf, rollupSentence } from './making.ts';
import type { dataStructureColumns, SpecOf } from './specKeys.ts';
import { type Cell, type Column, emptyCell, type Table } from './table.ts';

type DataStructureColumn = (typeof dataStructureColumns)[number];

const usual: readonly DataStructureColumn[] = ['code', 'theme', 'dimension'];

/** A code with what it is part of; only a theme or dimension where nothing is under it. */
type Branch = Readonly<Partial<Record<Level, Code>>>;

/**
 * From open codes to themes to dimensions, after the data structure of Gioia, Corley and Hamilton (2013), "Seeking qualitative
 * rigor in inductive research", Organizational Research Methods 16(1): a row per code in the order of the code tree. A theme or
 * dimension that no row of what is below it names has one of its own; codes that are part of nothing come last.
 */
export function dataStructureTable(making: Making, spec: SpecOf<'data-structure'>): Table {
  const { study, analysis } = making;
  const branches = branchesOf(making, spec);
  const columns = spec.columns ?? usual;
  const lowest = branches.map(({ code, theme, dimension }) => code ?? theme ?? dimension);
  const sets = lowest.map((code) => codesOf(making, code ? [code.id] : []));
  const documents = [...study.documents.values()];
  const tally = tallies(sets, [documents], making.includes, false);
  const cellOf = (branch: Branch, index: number, name: DataStructureColumn): Cell => {
    const { codings, documents, quotations } = tally[index]?.[0] ?? nothing;
    switch (name) {
      case 'codings':
        return countCell(codings, quotations);
      case 'documents':
        return countCell(documents, quotations);
      case 'cases':
        return countCell(casesAmong(study, quotations()).size, quotations);
      default:
        return branch[name] ? { text: branch[name].name } : emptyCell;
    }
  };
  const rows = branches.map((branch, index) => columns.map((name) => cellOf(branch, index, name)));
  const counts = columns.filter((name) => name === 'codings' || name === 'documents' || name === 'cases');
  const loose = branches.filter(isLoose).length;
  return {
    layout: 'grid',
    language: making.language,
    ...(spec.caption !== undefined && { caption: spec.caption }),
    columns: columns.map((name) => columnOf(making, name)),
    rows,
    totalRows: 0,
    ...noteOf(making, spec, rows.length === 0, (notes) => [
      analysis.note.dataStructure,
      loose > 0 && analysis.note.loose(loose),
      ...counts.map((name) => notes[name]),
      counts.length > 0 &&
        rollupSentence(
          making,
          notes,
          lowest.flatMap((code) => code?.id ?? []),
        ),
      ...doubtSentences(
        making,
        spec,
        inReviewBehind(rows),
        counts.length > 0 ? { documents, codes: new Set(sets.flatMap((set) => [...set])) } : undefined,
      ),
    ]),
  };
}

function branchesOf({ study: { codebook } }: Making, spec: SpecOf<'data-structure'>): readonly Branch[] {
  const meant = new Set(codeRows(codebook, spec.rows ?? {}));
  const all = codeTreeOf(codebook).all.filter((code) => meant.has(code));
  const named = new Set<Code>();
  const shown = new Set<Code>();
  for (const level of levels) {
    const missing = all.filter((code) => code.level === level && !named.has(code));
    for (const code of missing) {
      shown.add(code);
      for (const above of Object.values(branchOf(codebook, code))) named.add(above);
    }
  }
  const branches = all.flatMap((code) => (shown.has(code) ? [branchOf(codebook, code)] : []));
  return [...branches.filter((one) => !isLoose(one)), ...branches.filter(isLoose)];
}

/** A code with the nearest theme and the nearest dimension above it; a theme has no code, a dimension neither. */
function branchOf(codebook: Codebook, code: Code): Branch {
  if (code.level === 'dimension') return { dimension: code };
  const theme = ancestorAt(codebook, code.id, 'theme');
  const dimension = ancestorAt(codebook, code.id, 'dimension');
  return { ...(code.level === 'code' && { code }), ...(theme && { theme }), ...(dimension && { dimension }) };
}

function isLoose({ theme, dimension }: Branch): boolean {
  return theme === undefined && dimension === undefined;
}

function columnOf({ words }: Making, name: DataStructureColumn): Column {
  if (name === 'codings' || name === 'documents') return { header: words.count[name], kind: 'number' };
  if (name === 'cases') return { header: words.cases, kind: 'number' };
  return { header: words[name], kind: 'text' };
}
