import type { Json } from '../study/json.ts';
import type { Quotation, Sidecar, StudyDocument, TextDigest } from '../study/model.ts';
import { type Problem, problem } from '../study/problem.ts';
import { inTextOrder } from '../study/study.ts';
import { digestOf } from '../text/digest.ts';
import { derivedId } from './derivedId.ts';
import { objectInPieces } from './jsonPieces.ts';
import {
  isList,
  isObject,
  itemRanges,
  jsonFile,
  memberRange,
  notReadable,
  readJson,
  tooDeep,
  unknownKeys,
} from './jsonRead.ts';
import { inline, objectFile, recordLines, unknownMembers } from './jsonWrite.ts';
import type { Parsed } from './parsed.ts';
import { quotationLine, quotationOf } from './quotationRecord.ts';

/** All that one sidecar holds. */
export interface SidecarFile {
  /** Study-relative path of the transcript. */
  readonly document: string;
  readonly sidecar: Sidecar;
  /** Sorted by start, end, id. */
  readonly quotations: readonly Quotation[];
}

const knownInFile: ReadonlySet<string> = new Set(['version', 'document', 'text', 'quotations']);

/**
 * Reads a sidecar. Whose it is comes from its path (see `readSidecarPath`), not from what it says. A record that is no
 * quotation is kept as it is among the unreadable ones; the second quotation of an id gets an id of its own.
 *
 * @param document study-relative path of its transcript
 */
export function parseSidecar(
  text: string,
  path: string,
  document: string,
  coder: string,
): Parsed<SidecarFile> {
  return sidecarIn(readJson(text, path), document, coder);
}

/**
 * As `parseSidecar`, in two thirds of the time, for a file that is as Codeboom writes it and has nothing wrong with it.
 *
 * @param pieces the file in order, cut after line ends
 * @returns undefined for any other file
 */
export function parseSidecarInPieces(
  pieces: readonly string[],
  path: string,
  document: string,
  coder: string,
): Parsed<SidecarFile> | undefined {
  const object = objectInPieces(pieces, 'quotations');
  if (!object) return undefined;
  // Without the text no problem has its place; so a file with problems is left to `parseSidecar`.
  const parsed = sidecarIn(jsonFile(object, '', path), document, coder);
  return parsed.problems.length === 0 ? parsed : undefined;
}

function sidecarIn(file: ReturnType<typeof readJson>, document: string, coder: string): Parsed<SidecarFile> {
  if (!('object' in file)) return notReadable(file.problems);
  const { path, text } = file;
  const records = file.object.quotations ?? [];
  if (!isList(records)) {
    const values = { file: path, key: 'quotations' };
    return notReadable([problem('error', path, 'json.noList', values, memberRange(text, 'quotations'))]);
  }
  const quotations: Quotation[] = [];
  const unreadable: Json[] = [];
  const problems: Problem[] = [...file.problems];
  const ids = new Set<string>();
  const rangeOf = itemRanges(text, 'quotations');
  for (let index = 0; index < records.length; index++) {
    const record = records[index] ?? null;
    const quotation = quotationOf(record, document, coder);
    if (typeof quotation === 'string') {
      const values = { file: path, key: quotation };
      problems.push(problem('error', path, 'sidecar.record', values, rangeOf(index)));
      unreadable.push(record);
    } else if (ids.has(quotation.id)) {
      const newId = derivedId(quotation.id, (id) => ids.has(id));
      const values = { file: path, id: quotation.id, newId };
      problems.push(problem('warning', path, 'sidecar.duplicateId', values, rangeOf(index)));
      ids.add(newId);
      quotations.push({ ...quotation, id: newId });
    } else {
      ids.add(quotation.id);
      quotations.push(quotation);
    }
  }
  const unknown = unknownKeys(file.object, knownInFile);
  const deep = tooDeep(path, [unknown, ...unreadable, ...quotations.map((quotation) => quotation.unknown)]);
  if (deep) return notReadable(deep);
  const sidecar: Sidecar = {
    coder,
    text: digestIn(file.object.text),
    ...(unknown && { unknown }),
    ...(unreadable.length > 0 && { unreadable }),
  };
  return { value: { document, sidecar, quotations: sorted(quotations) }, problems, readOnly: file.readOnly };
}

/** What the sidecar of a coder beside a document has to hold; undefined when there is nothing to keep in one. */
export function sidecarFileOf(document: StudyDocument, coder: string): SidecarFile | undefined {
  const known = document.sidecars.get(coder);
  const quotations = document.quotations.filter((quotation) => quotation.coder === coder);
  if (!known && quotations.length === 0) return undefined;
  const text = document.transcript ? digestOf(document.transcript) : (known?.text ?? noText);
  return { document: document.path, sidecar: { coder, ...known, text }, quotations };
}

/** A sidecar: a quotation a line, sorted by start, end, id. */
export function serialiseSidecar({ document, sidecar, quotations }: SidecarFile): string {
  const { length, sha256 } = sidecar.text;
  return objectFile([
    ['version', '1'],
    ['document', JSON.stringify(document.slice(document.lastIndexOf('/') + 1))],
    ['text', inline({ length, sha256 })],
    [
      'quotations',
      recordLines([...sorted(quotations).map(quotationLine), ...(sidecar.unreadable ?? []).map(inline)]),
    ],
    ...unknownMembers(sidecar.unknown),
  ]);
}

const noText: TextDigest = { length: 0, sha256: '' };

/** A digest that is not there or not readable is that of no text: then every place is looked up again. */
function digestIn(value: Json | undefined): TextDigest {
  if (!isObject(value)) return noText;
  const { length, sha256 } = value;
  return typeof length === 'number' && typeof sha256 === 'string' ? { length, sha256 } : noText;
}

/** Sorted by start, end, id; the list itself when it is so already, as in a file that Codeboom wrote. */
function sorted(quotations: readonly Quotation[]): readonly Quotation[] {
  for (let index = 1; index < quotations.length; index++) {
    const before = quotations[index - 1];
    const after = quotations[index];
    if (before && after && inTextOrder(before, after) > 0) return [...quotations].sort(inTextOrder);
  }
  return quotations;
}
