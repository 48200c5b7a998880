import { isId } from '../study/ids.ts';
import type { Json } from '../study/json.ts';
import type { Anchor, Quotation } from '../study/model.ts';
import { isObject, isTextList, isTextRecord, unknownKeys } from './jsonRead.ts';
import { inline, inlineSorted } from './jsonWrite.ts';

const known: ReadonlySet<string> = new Set([
  'id',
  'start',
  'end',
  'exact',
  'prefix',
  'suffix',
  'codes',
  'comment',
  'weight',
  'star',
  'translation',
  'anchor',
  'created',
  'modified',
]);

/**
 * The quotation of a record in a sidecar, or the key that makes it none. A hand-written record may leave out its context
 * and times. Plain checks in a fixed order: a large study has a hundred thousand of these to open.
 */
export function quotationOf(record: Json, document: string, coder: string): Quotation | string {
  if (!isObject(record)) return 'id';
  const { id, start, end, exact, prefix = '', suffix = '', codes = noCodes, created = '', modified = '' } = record;
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
  return hasMore(record) ? withOptional(quotation, record) : quotation;
}

const noCodes: readonly string[] = [];
const required: ReadonlySet<string> = new Set([...known].filter((key) => !optionalKeys.has(key)));
