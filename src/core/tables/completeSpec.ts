import { attributeNames } from '../study/attributes.ts';
import { codeTreeOf } from '../study/codeTree.ts';
import type { TextRange } from '../study/problem.ts';
import type { Study } from '../study/study.ts';
import type { Values } from './fields.ts';
import { canStandInSpec, specKeys, tableKinds } from './specKeys.ts';

/** Something that can stand at a place in a spec. */
export interface SpecSuggestion {
  readonly text: string;
  readonly kind: 'key' | 'value' | 'code' | 'attribute';
  /** What was typed of it already, as a range in the YAML text. */
  readonly replaces: TextRange;
}

/**
 * What can be written at a place in a spec: keys of the table or of a column, values, codes, attributes. It reads the text
 * before the place only, since a spec that is being written is seldom YAML yet.
 *
 * @param offset UTF-16 offset in the YAML text
 */
export function completeSpec(study: Study, yaml: string, offset: number): readonly SpecSuggestion[] {
  const before = yaml.slice(0, offset);
  const typed = /[^\s:,{}[\]]*$/.exec(before)?.[0] ?? '';
  const replaces = { start: offset - typed.length, end: offset };
  const kind = tableKinds.find((name) => name === /^\s*table:\s*([\w-]+)/m.exec(yaml)?.[1]);
  const top: Values = {
    kind: 'mapping',
    keys: { table: { kind: 'choice', choices: tableKinds }, ...(kind && specKeys(kind)) },
  };
  const place = placeIn(top, before.slice(0, before.length - typed.length));
  if (!place) return [];
  const used = new Set([...yaml.matchAll(/^(\w+):/gm)].map((match) => match[1]));
  // A list of values takes the same as one of them.
  return [...new Set(place)]
    .flatMap((values) => suggestions(study, values))
    .flatMap((suggestion) =>
      place[0] === top && used.has(suggestion.text) ? [] : [{ ...suggestion, replaces }],
    );
}

/** What may stand at the end of a text: a mapping when a key may. */
function placeIn(top: Values, before: string): readonly Values[] | undefined {
  const lines = before.split('\n');
  const line = lines.at(-1) ?? '';
  const indented = /^\s/.test(line) || line.startsWith('-');
  const keyLine = indented ? lines.findLastIndex((text) => /^\w/.test(text)) : lines.length - 1;
  const match = /^(\w+):(.*)$/s.exec(lines.slice(Math.max(keyLine, 0)).join('\n'));
  if (!match) return line.trim() === '' ? [top] : undefined;
  const values = top.kind === 'mapping' ? top.keys[match[1] ?? ''] : undefined;
  return values && placeInValue(values, match[2] ?? '');
}

/** What may stand at the end of the text after a key with such a value. */
function placeInValue(values: Values, text: string): readonly Values[] {
  const item = itemText(text);
  const alternatives = flattened(values, item !== undefined);
  if (item === undefined) return alternatives.filter(({ kind }) => kind !== 'mapping');
  const entry = /(?:^|,)\s*(\w+)\s*:\s*$/.exec(item);
  if (!entry) return alternatives;
  return alternatives.flatMap((one) => {
    const value = one.kind === 'mapping' ? one.keys[entry[1] ?? ''] : undefined;
    return value ? flattened(value, true) : [];
  });
}

/** The text of the list item or mapping that is being written; undefined outside of one. */
function itemText(text: string): string | undefined {
  const flow = Math.max(text.lastIndexOf('{'), text.lastIndexOf('['));
  if (flow >= 0 && !/[}\]]/.test(text.slice(flow))) return text.slice(flow + 1);
  const dash = /\n\s*-\s+([^\n]*)$/.exec(text);
  if (dash) return dash[1] ?? '';
  const nested = /\n\s+([^\n]*)$/.exec(text);
  return nested ? (nested[1] ?? '') : undefined;
}

function flattened(values: Values, inside: boolean): readonly Values[] {
  if (values.kind === 'either') return values.of.flatMap((one) => flattened(one, inside));
  if (values.kind === 'list') return flattened(values.of, inside);
  return [values];
}

function suggestions(study: Study, values: Values): readonly Omit<SpecSuggestion, 'replaces'>[] {
  switch (values.kind) {
    case 'mapping':
      return Object.keys(values.keys).map((text) => ({ text, kind: 'key' }));
    case 'choice':
      return values.choices.map((text) => ({ text, kind: 'value' }));
    case 'name':
      return [...new Set(values.namesIn(study))]
        .filter(canStandInSpec)
        .map((text) => ({ text, kind: 'value' }));
    case 'flag':
      return ['true', 'false'].map((text) => ({ text, kind: 'value' }));
    case 'code':
      return codeTreeOf(study.codebook).all.map(({ id }) => ({ text: id, kind: 'code' }));
    case 'attribute':
      return attributeNames(study)
        .filter(canStandInSpec)
        .map((text) => ({ text, kind: 'attribute' }));
    default:
      return [];
  }
}
