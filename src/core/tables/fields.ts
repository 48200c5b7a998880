import { isMap, isNode, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { queryIn } from '../query/check.ts';
import type { Query } from '../query/query.ts';
import { attributeNames } from '../study/attributes.ts';
import { codesNamed } from '../study/codeNames.ts';
import type { Message, Problem, TextRange } from '../study/problem.ts';
import type { Study } from '../study/study.ts';
import { closest } from '../text/closest.ts';

/** What may stand behind a key of a spec: for completion, and for whoever explains a spec. */
export type Values =
  | { readonly kind: 'text' | 'flag' | 'number' | 'code' | 'attribute' | 'query' | 'header' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'name'; readonly namesIn: (study: Study) => readonly string[] }
  | { readonly kind: 'list'; readonly of: Values }
  | { readonly kind: 'mapping'; readonly keys: Readonly<Record<string, Values>> }
  | { readonly kind: 'either'; readonly of: readonly Values[] };

/** Something wrong with a spec; the range is in its YAML text. */
export interface SpecProblem {
  readonly severity: Problem['severity'];
  readonly message: Message;
  readonly range: TextRange;
}

/** What reading a spec takes, and the problems found so far. */
export interface Reading {
  readonly study: Study;
  readonly problems: SpecProblem[];
}

/** How the value of a key is read and described. Reading something wrong reports it and gives nothing. */
export interface Field<Value> {
  readonly values: Values;
  read(node: Node, reading: Reading): Value | undefined;
}

export type ValueOf<F> = F extends Field<infer Value> ? Value : never;

/** Reports what is wrong at a node, or in a range. */
export function report(
  reading: Reading,
  where: Node | TextRange,
  key: string,
  values: Message['values'] = {},
): undefined {
  const range = 'start' in where ? where : rangeOf(where);
  reading.problems.push({ severity: 'error', message: { key, values }, range });
}

/** Where a node stands in the YAML text, without what follows it. */
export function rangeOf(node: Node): TextRange {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

/** Reports a name that does not exist, with those that do, closest first. */
export function reportUnknown(
  reading: Reading,
  node: Node,
  key: string,
  name: string,
  known: readonly string[],
): undefined {
  const names = closest(name, known).join(', ') || '–';
  return report(reading, node, key, { name, names });
}

/** A scalar as it is written: a year stays `2019`, a mark `8.50`. */
export function textOf(node: Node): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

export const text: Field<string> = {
  values: { kind: 'text' },
  read: (node, reading) => textOf(node) ?? report(reading, node, 'table.needsText'),
};

/** The header of a column to sort by; which there are is known once the table is made. */
export const header: Field<string> = { values: { kind: 'header' }, read: text.read };

export const flag: Field<boolean> = {
  values: { kind: 'flag' },
  read: (node, reading) =>
    isScalar(node) && typeof node.value === 'boolean' ? node.value : report(reading, node, 'table.needsFlag'),
};

/** A whole number within bounds, both included. */
export function wholeNumber(least: number, most: number): Field<number> {
  return {
    values: { kind: 'number' },
    read: (node, reading) => {
      const value = isScalar(node) ? node.value : undefined;
      if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most)
        return value;
      return report(reading, node, 'table.needsNumber', { least, most });
    },
  };
}

export function choice<const Choice extends string>(choices: readonly Choice[]): Field<Choice> {
  return {
    values: { kind: 'choice', choices },
    read: (node, reading) => {
      const name = textOf(node) ?? '';
      const found = choices.find((one) => one === name);
      return found ?? reportUnknown(reading, node, 'table.unknownValue', name, choices);
    },
  };
}

/** A code by its id or name; the value is the id. */
export const code: Field<string> = {
  values: { kind: 'code' },
  read: (node, reading) => {
    const name = textOf(node);
    if (name === undefined) return report(reading, node, 'table.needsText');
    const { codebook } = reading.study;
    const found = codesNamed(codebook, name);
    const [only] = found;
    if (!only) {
      const names = [...codebook.codes.values()].map((one) => one.name);
      return reportUnknown(reading, node, 'table.unknownCode', name, names);
    }
    if (found.length === 1) return only.id;
    return report(reading, node, 'table.ambiguousCode', { name, ids: found.map(({ id }) => id).join(', ') });
  },
};

export const attribute: Field<string> = {
  values: { kind: 'attribute' },
  read: (node, reading) => {
    const name = textOf(node);
    if (name === undefined) return report(reading, node, 'table.needsText');
    const names = attributeNames(reading.study);
    return names.includes(name) ? name : reportUnknown(reading, node, 'table.unknownAttribute', name, names);
  },
};

/** One of the names that a study has of something, exactly as it has it. */
export function nameOf(namesIn: (study: Study) => readonly string[]): Field<string> {
  return {
    values: { kind: 'name', namesIn },
    read: (node, reading) => {
      const name = textOf(node);
      if (name === undefined) return report(reading, node, 'table.needsText');
      const names = [...new Set(namesIn(reading.study))];
      return names.includes(name) ? name : reportUnknown(reading, node, 'table.unknownValue', name, names);
    },
  };
}

/** A query, with its text for the note under the table. */
export interface Where {
  readonly text: string;
  readonly query: Query;
}

export const query: Field<Where> = {
  values: { kind: 'query' },
  read: (node, reading) => {
    const written = textOf(node);
    if (written === undefined) return report(reading, node, 'table.needsText');
    const parsed = queryIn(reading.study, written);
    if ('query' in parsed) return { text: written, query: parsed.query };
    return report(
      reading,
      withinText(node, parsed.error.at),
      parsed.error.message.key,
      parsed.error.message.values,
    );
  },
};

/** A range in the text of a scalar as a range in the YAML text; exact for text on one line without escapes. */
function withinText(node: Node, at: TextRange): TextRange {
  const { start, end } = rangeOf(node);
  const from = start + (isScalar(node) && node.type?.startsWith('QUOTE') ? 1 : 0);
  return { start: Math.min(from + at.start, end), end: Math.min(from + at.end, end) };
}

/** One value, or a list of them. */
export function listOf<Value>(item: Field<Value>): Field<readonly Value[]> {
  return {
    values: { kind: 'either', of: [item.values, { kind: 'list', of: item.values }] },
    read: (node, reading) => {
      const nodes = isSeq<Node>(node) ? node.items : [node];
      const values = nodes.map((one) => item.read(one, reading)).filter((value) => value !== undefined);
      return values.length === nodes.length ? values : undefined;
    },
  };
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What a mapping with certain keys is read to: those that are there. */
export type Entries<F extends Fields> = { readonly [Key in keyof F]?: ValueOf<F[Key]> };

/** A mapping with certain keys, each optional. */
export function mapping<F extends Fields>(fields: F): Field<Entries<F>> {
  const keys = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.values]));
  return {
    values: { kind: 'mapping', keys },
    read: (node, reading) => {
      if (!isMap(node))
        return report(reading, node, 'table.needsKeys', { names: Object.keys(keys).join(', ') });
      return readEntries(node, fields, reading);
    },
  };
}

/** Reads the entries of a mapping. A key that is not known, or a value that cannot be read, is reported and left out. */
export function readEntries<F extends Fields>(map: YAMLMap, fields: F, reading: Reading): Entries<F> {
  const entries: Record<string, unknown> = {};
  for (const { key, value } of nodesOf(map)) {
    const name = textOf(key) ?? '';
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) reportUnknown(reading, key, 'table.unknownKey', name, Object.keys(fields));
    else if (!value) report(reading, key, 'table.needsValue', { name });
    else {
      const read = field.read(value, reading);
      if (read !== undefined) entries[name] = read;
    }
  }
  // Each value was read by the field of its own key.
  return entries as Entries<F>;
}

/** The keys of a mapping with their values; a value is absent when nothing is written behind the key. */
export function nodesOf(map: YAMLMap): readonly { readonly key: Node; readonly value: Node | undefined }[] {
  return map.items.flatMap(({ key, value }) => {
    if (!isNode(key)) return [];
    const isEmpty = !isNode(value) || (isScalar(value) && value.value === null);
    return [{ key, value: isEmpty ? undefined : value }];
  });
}
