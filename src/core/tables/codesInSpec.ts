import { isMap, isSeq, type Node, parseDocument } from 'yaml';
import type { TextRange } from '../study/problem.ts';
import { nodesOf, rangeOf, textOf, type Values } from './fields.ts';
import { specKeys, tableKinds } from './specKeys.ts';

/** A value in a spec that names a code, or a query that may name some. */
export interface NamingValue {
  readonly kind: 'code' | 'query';
  /** What it says, without the quotation marks of YAML. */
  readonly text: string;
  /** In the YAML text. */
  readonly range: TextRange;
}

/** The values in a spec that name codes, in order; none in a text that is no spec. What they name need not exist. */
export function namingValuesIn(yaml: string): readonly NamingValue[] {
  const { contents, errors } = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' });
  if (errors.length > 0 || !isMap(contents)) return [];
  const nodes = nodesOf(contents);
  const table = nodes.find(({ key }) => textOf(key) === 'table')?.value;
  const kind = tableKinds.find((name) => table && name === textOf(table));
  return kind ? valuesIn(contents, { kind: 'mapping', keys: specKeys(kind) }) : [];
}

/** The table that a spec asks for, as it is written there. */
export function tableIn(yaml: string): string {
  return /^\s*table:\s*([\w-]+)/m.exec(yaml)?.[1] ?? '';
}

function valuesIn(node: Node, values: Values): readonly NamingValue[] {
  switch (values.kind) {
    case 'code':
    case 'query': {
      const text = textOf(node);
      return text === undefined ? [] : [{ kind: values.kind, text, range: rangeOf(node) }];
    }
    case 'list':
      return isSeq<Node>(node) ? node.items.flatMap((item) => valuesIn(item, values.of)) : [];
    case 'mapping':
      if (!isMap(node)) return [];
      return nodesOf(node).flatMap(({ key, value }) => {
        const name = textOf(key) ?? '';
        const within = Object.hasOwn(values.keys, name) ? values.keys[name] : undefined;
        return within && value ? valuesIn(value, within) : [];
      });
    case 'either':
      // Of the alternatives at most one fits: a name, a list of them, or a mapping.
      return values.of.flatMap((one) => valuesIn(node, one));
    default:
      return [];
  }
}
