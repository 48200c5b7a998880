import { isMap, type Node, parseDocument } from 'yaml';
import type { TextRange } from '../study/problem.ts';
import type { Study } from '../study/study.ts';
import { isNestedTooDeep } from '../text/yamlDepth.ts';
import {
  nodesOf,
  type Reading,
  rangeOf,
  readEntries,
  report,
  reportUnknown,
  type SpecProblem,
  text,
  textOf,
} from './fields.ts';
import { keysByKind, type Spec, type TableKind, tableKinds } from './specKeys.ts';

export interface ParsedSpec {
  /** Absent when there is an error among the problems. */
  readonly spec?: Spec;
  /** Ranges are UTF-16 offsets in the YAML text. */
  readonly problems: readonly SpecProblem[];
}

/**
 * Reads the spec of a table: what is asked for, with names of codes and attributes looked up in the study.
 *
 * @param yaml the spec in LF text
 */
export function parseSpec(yaml: string, study: Study): ParsedSpec {
  const problems: SpecProblem[] = [];
  const reading: Reading = { study, problems };
  const whole: TextRange = { start: 0, end: yaml.length };
  if (isNestedTooDeep(yaml)) {
    report(reading, whole, 'table.notYaml', { reason: 'nested too deep' });
    return { problems };
  }
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' });
  for (const error of document.errors) {
    const [start, end] = error.pos.map((offset) => Math.min(offset, yaml.length));
    report(reading, { start: start ?? 0, end: end ?? 0 }, 'table.notYaml', { reason: error.message });
  }
  if (problems.length > 0) return { problems };

  const { contents } = document;
  if (!isMap(contents)) {
    report(reading, contents ? rangeOf(contents) : whole, 'table.noKind', { names: tableKinds.join(', ') });
    return { problems };
  }
  const nodes = nodesOf(contents);
  const kindNode = nodes.find(({ key }) => textOf(key) === 'table')?.value;
  if (!kindNode) {
    report(reading, whole, 'table.noKind', { names: tableKinds.join(', ') });
    return { problems };
  }
  const kind = kindOf(kindNode, reading);
  if (!kind) return { problems };

  const entries = readEntries(contents, { table: text, ...keysByKind[kind] }, reading);
  const ranges = new Map<string, TextRange>();
  for (const { key, value } of nodes) ranges.set(textOf(key) ?? '', rangeOf(value ?? key));
  if (problems.length > 0) return { problems };
  // The entries were read by the fields of this kind.
  return { spec: { ...entries, table: kind, ranges } as Spec, problems };
}

function kindOf(node: Node, reading: Reading): TableKind | undefined {
  const name = textOf(node) ?? '';
  const kind = tableKinds.find((one) => one === name);
  return kind ?? reportUnknown(reading, node, 'table.unknownKind', name, tableKinds);
}
