import { isId } from '../study/ids.ts';
import type { Json } from '../study/json.ts';
import type { Anchor, Quotation } from '../study/model.ts';
import { isObject, isTextList, isTextRecord, unknownKeys } from './jsonRead.ts';
import { inline, inlineSorted } from './jsonWrite.ts';

type JsonObject = { readonly [key: string]: Json };

/** The keys that every record written by Codeboom has; most records have no other. */
const usual = ['id', 'start', 'end', 'exact', 'prefix', 'suffix', 'codes', 'created', 'modified'];
const isKnown: ReadonlySet<string> = new Set([
  ...usual,
  'comment',
  'weight',
  'star',
  'translation',
  'anchor',
]);

/**
 * The quotation of a record in a sidecar, or the key that makes it none. A hand-written record may leave out its codes,
 * context and times. Plain checks in a fixed order: a large study has a hundred thousand records to open.
 */
export function quotationOf(record: Json, document: string, coder: string): Quotation | string {
  if (!isObject(record)) return 'id';
  const { id, start, end, exact, prefix = '', suffix = '', codes = [], created = '', modified = '' } = record;
  if (typeof id !== 'string' || !isId(id)) return 'id';
  if (typeof start !== 'number' || !Number.isSafeInteger(start) || start < 0) return 'start';
  if (typeof end !== 'number' || !Number.isSafeInteger(end) || end < start) return 'end';
  if (typeof exact !== 'string') return 'exact';
  if (typeof prefix !== 'string') return 'prefix';
  if (typeof suffix !== 'string') return 'suffix';
  if (!isTextList(codes)) return 'codes';
  if (typeof created !== 'string') return 'created';
  if (typeof modified !== 'string') return 'modified';
  const quotation: Quotation = {
    id,
    document,
    coder,
    start,
    end,
    exact,
    prefix,
    suffix,
    codes: distinct(codes),
    created,
    modified,
  };
  return hasOnlyUsual(record) ? quotation : withOptional(quotation, record);
}

/** Whether all usual keys are there and nothing else; counting keys takes a fraction of looking each one up. */
function hasOnlyUsual(record: JsonObject): boolean {
  let count = 0;
  for (const _ in record) count++;
  return (
    count === usual.length &&
    record.prefix !== undefined &&
    record.suffix !== undefined &&
    record.codes !== undefined &&
    record.created !== undefined &&
    record.modified !== undefined
  );
}

function withOptional(quotation: Quotation, record: JsonObject): Quotation | string {
  const { comment, weight, star, translation, anchor } = record;
  if (comment !== undefined && typeof comment !== 'string') return 'comment';
  if (weight !== undefined && !isWeight(weight)) return 'weight';
  if (star !== undefined && typeof star !== 'boolean') return 'star';
  if (translation !== undefined && !isTextRecord(translation)) return 'translation';
  if (anchor !== undefined && !isAnchor(anchor)) return 'anchor';
  const unknown = unknownKeys(record, isKnown);
  return {
    ...quotation,
    ...(comment !== undefined && { comment }),
    ...(weight !== undefined && { weight }),
    ...(star !== undefined && { star }),
    ...(translation !== undefined && { translation }),
    ...(anchor !== undefined && { anchor }),
    ...(unknown && { unknown }),
  };
}

/** A quotation as its record's line in a sidecar. */
export function quotationLine(quotation: Quotation): string {
  const { id, start, end, exact, prefix, suffix, codes, comment, weight, star, translation } = quotation;
  const { anchor, created, modified, unknown } = quotation;
  let line = `{"id": "${id}", "start": ${start}, "end": ${end}, "exact": ${JSON.stringify(exact)}`;
  line += `, "prefix": ${JSON.stringify(prefix)}, "suffix": ${JSON.stringify(suffix)}, "codes": ${inline(codes)}`;
  if (comment !== undefined) line += `, "comment": ${JSON.stringify(comment)}`;
  if (weight) line += `, "weight": ${inlineSorted(weight)}`;
  if (star !== undefined) line += `, "star": ${star}`;
  if (translation) line += `, "translation": ${inlineSorted(translation)}`;
  if (anchor) line += `, "anchor": ${inline({ ...anchor })}`;
  if (created !== '') line += `, "created": ${JSON.stringify(created)}`;
  if (modified !== '') line += `, "modified": ${JSON.stringify(modified)}`;
  if (unknown)
    line += Object.entries(unknown)
      .map(([key, value]) => `, ${JSON.stringify(key)}: ${inline(value)}`)
      .join('');
  return `${line}}`;
}

function isWeight(value: Json): value is Readonly<Record<string, number>> {
  return isObject(value) && Object.values(value).every((weight) => typeof weight === 'number');
}

function isAnchor(value: Json): value is Json & Anchor {
  if (!isObject(value)) return false;
  return value.state === 'review'
    ? typeof value.was === 'string' && typeof value.reason === 'string'
    : value.state === 'lost' && typeof value.since === 'string';
}

/** Codes without repetitions; the list itself when it has none, which is nearly always. */
function distinct(codes: readonly string[]): readonly string[] {
  return codes.some((code, index) => codes.indexOf(code) < index) ? [...new Set(codes)] : codes;
}
