import { placeOf } from '../text/place.ts';
import { trimRange } from '../text/trim.ts';
import type { Author } from './author.ts';
import { isPlaced } from './counts.ts';
import type { Codebook, Quotation, StudyDocument } from './model.ts';
import {
  type CodeChange,
  fieldsChanged,
  type Operation,
  type QuotationChange,
  type RecordChange,
} from './operation.ts';
import type { Message, TextRange } from './problem.ts';
import { relationChangesOnDelete } from './relationChanges.ts';
import type { Study } from './study.ts';

/** The fields of a quotation that a user sets; `undefined` takes one away. */
type QuotationFields = { readonly [Key in keyof Quotation]?: Quotation[Key] | undefined };

/** What the user asks for a quotation: codes to add and to take off, and a comment; an empty comment leaves it as it is. */
export interface Recoding {
  /** Ids of codes that exist or are made in the same operation. */
  readonly add: readonly string[];
  readonly remove?: readonly string[];
  readonly comment?: string;
}

/**
 * Codes ranges of a document. A range is trimmed of white space; what is left empty is passed over. Where the coder has
 * a quotation of the same range already, that one is recoded: no range is quoted twice.
 *
 * @param ranges UTF-16 offsets in the transcript's text
 * @returns the changes; none when every range is coded so already
 */
export function codingChanges(
  document: StudyDocument,
  ranges: readonly TextRange[],
  recoding: Recoding,
  author: Author,
): readonly QuotationChange[] {
  const text = document.transcript?.text;
  if (text === undefined) return [];
  const trimmed = ranges.map((range) => trimRange(text, range)).filter(({ start, end }) => start < end);
  const distinct = new Map(trimmed.map((range) => [keyOf(range), range]));
  const own = new Map<string, Quotation[]>();
  for (const quotation of ownPlaced(document, author)) {
    const key = keyOf(quotation);
    if (distinct.has(key)) own.set(key, [...(own.get(key) ?? []), quotation]);
  }
  return [...distinct].flatMap(([key, { start, end }]): readonly QuotationChange[] => {
    const existing = own.get(key);
    if (existing) return recodingChanges(existing, recoding, author);
    const quotation: Quotation = {
      id: author.newId('q'),
      document: document.path,
      coder: author.coder,
      ...placeOf(text, start, end),
      codes: [...new Set(recoding.add)],
      ...(recoding.comment && { comment: recoding.comment }),
      created: author.now,
      modified: author.now,
    };
    return [
      { record: 'quotation', document: document.path, id: quotation.id, before: null, after: quotation },
    ];
  });
}

/** The coder's own quotations of exactly some ranges, white space around these aside; not those whose words were lost. */
export function ownQuotations(
  document: StudyDocument,
  ranges: readonly TextRange[],
  author: Author,
): readonly Quotation[] {
  const text = document.transcript?.text ?? '';
  const meant = new Set(ranges.map((range) => keyOf(trimRange(text, range))));
  return ownPlaced(document, author).filter((quotation) => meant.has(keyOf(quotation)));
}

function ownPlaced({ quotations }: StudyDocument, { coder }: Author): readonly Quotation[] {
  return quotations.filter((quotation) => quotation.coder === coder && isPlaced(quotation));
}

function keyOf({ start, end }: TextRange): string {
  return `${start}-${end}`;
}

/** The changes that recode quotations. */
export function recodingChanges(
  quotations: readonly Quotation[],
  { add, remove = [], comment }: Recoding,
  author: Author,
): readonly QuotationChange[] {
  const gone = new Set(remove);
  return updateChanges(quotations, author, (quotation) => {
    const kept = quotation.codes.filter((code) => !gone.has(code));
    return {
      ...withoutCodes(quotation, gone),
      codes: [...new Set([...kept, ...add])],
      ...(comment && { comment }),
    };
  });
}

/**
 * The changes that put codes in the place of another: each once on a quotation, where the other stood and with its weight if
 * that is higher. A quotation that does not carry the other stays as it is.
 */
export function replacingChanges(
  quotations: readonly Quotation[],
  from: string,
  { add: to, comment }: Pick<Recoding, 'add' | 'comment'>,
  author: Author,
): readonly QuotationChange[] {
  const commented = comment ? { comment } : {};
  const carrying = quotations.filter(({ codes }) => codes.includes(from));
  return updateChanges(carrying, author, ({ codes, weight }) => {
    const replaced = [...new Set(codes.flatMap((code) => (code === from ? to : code)))];
    const taken = weight?.[from];
    if (taken === undefined) return { codes: replaced, ...commented };
    const kept = Object.entries(weight ?? {}).filter(([code]) => replaced.includes(code));
    const carried = to.map((code) => [code, Math.max(weight?.[code] ?? 0, taken)]);
    return { codes: replaced, weight: Object.fromEntries([...kept, ...carried]), ...commented };
  });
}

/** The changes that set fields of quotations, each with the time of the change; none where nothing differs. */
export function updateChanges(
  quotations: readonly Quotation[],
  author: Author,
  set: (quotation: Quotation) => QuotationFields,
): readonly QuotationChange[] {
  return quotations.flatMap((quotation) => {
    const changed = fieldsChanged(quotation, set(quotation));
    if (!changed) return [];
    const { document, id } = quotation;
    return [
      {
        record: 'quotation',
        document,
        id,
        before: { ...changed.before, modified: quotation.modified },
        after: { ...changed.after, modified: author.now },
      },
    ];
  });
}

/** The fields of a quotation without some codes: their codings and the weights of these. */
export function withoutCodes(quotation: Quotation, gone: ReadonlySet<string>): QuotationFields {
  const weight = Object.entries(quotation.weight ?? {}).filter(([code]) => !gone.has(code));
  return {
    codes: quotation.codes.filter((code) => !gone.has(code)),
    weight: weight.length > 0 ? Object.fromEntries(weight) : undefined,
  };
}

/** Deletes quotations with all their codings and relations; a code that had one for its example has none. */
export function deleteQuotations(study: Study, quotations: readonly Quotation[]): Operation {
  const ids = quotations.map(({ id }) => id);
  return operation('done.deleteQuotations', { count: quotations.length }, [
    ...relationChangesOnDelete(study, 'quotation', ids),
    ...exampleChanges(study.codebook, new Set(ids)),
    ...quotations.map(
      (quotation): QuotationChange => ({
        record: 'quotation',
        document: quotation.document,
        id: quotation.id,
        before: quotation,
        after: null,
      }),
    ),
  ]);
}

function exampleChanges({ codes }: Codebook, gone: ReadonlySet<string>): readonly CodeChange[] {
  return [...codes.values()].flatMap(({ id, example }) =>
    example !== undefined && gone.has(example)
      ? [{ record: 'code', id, before: { example }, after: {} } as const]
      : [],
  );
}

/**
 * Gives a quotation another range, which also settles a doubt about its place.
 *
 * @param range UTF-16 offsets; trimmed of white space. An empty one changes nothing.
 */
export function setBoundaries(
  document: StudyDocument,
  quotation: Quotation,
  range: TextRange,
  author: Author,
): Operation {
  const text = document.transcript?.text ?? '';
  const { start, end } = trimRange(text, range);
  if (start === end) return operation('done.setBoundaries', {}, []);
  const place = { ...placeOf(text, start, end), anchor: undefined };
  const changes = updateChanges([quotation], author, () => place).map((change) => ({
    ...change,
    before: { start: quotation.start, end: quotation.end, ...change.before },
    after: { start, end, ...change.after },
  }));
  return operation('done.setBoundaries', {}, changes);
}

/** Sets or, with an empty text, takes away the comment of a quotation. */
export function setComment(quotation: Quotation, comment: string, author: Author): Operation {
  return operation(
    'done.setComment',
    {},
    updateChanges([quotation], author, () => ({ comment: comment.trim() || undefined })),
  );
}

/** Marks quotations as key quotations; when all are, takes the mark off. */
export function toggleStar(quotations: readonly Quotation[], author: Author): Operation {
  const star = quotations.every((quotation) => quotation.star === true) ? undefined : true;
  return operation(
    star ? 'done.star' : 'done.unstar',
    { count: quotations.length },
    updateChanges(quotations, author, () => ({ star })),
  );
}

/** An operation of its label and changes. */
export function operation(
  key: string,
  values: Message['values'],
  changes: readonly RecordChange[],
): Operation {
  return { label: { key, values }, changes };
}
