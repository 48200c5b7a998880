import { frontMatterOf } from '../text/frontMatter.ts';
import { isEditable, withWrittenValue, written, writtenValue } from '../text/frontMatterEdit.ts';
import type { AttributeOwner } from './attributeValues.ts';
import type { StudyDocument } from './model.ts';
import { type AttributeChange, fieldsChanged, type Operation, type RecordChange } from './operation.ts';
import type { Message } from './problem.ts';
import { documentName, documentsByCase } from './sources.ts';
import type { Study } from './study.ts';

/** What is to be done, or why it cannot be. */
export type Asked = { readonly operation: Operation } | { readonly refused: Message };

/**
 * Gives an attribute of documents and cases its values: in the front matter of a transcript, in the row of cases.csv. Without
 * values it stays, empty. One step to undo, wherever it is written.
 */
export function setAttribute(
  study: Study,
  owners: readonly AttributeOwner[],
  name: string,
  values: readonly string[],
): Asked {
  const changes: RecordChange[] = [];
  for (const owner of owners) {
    if (owner.kind === 'case') {
      changes.push(...caseChanges(study, owner.name, name, values));
      continue;
    }
    const document = study.documents.get(owner.path);
    const change = document && attributeChange(document, name, written(values));
    if (change === 'refused') return { refused: refusal(owner.path, name) };
    if (change) changes.push(change);
  }
  const value = values.join(', ');
  const [first] = owners;
  const owner =
    owners.length === 1 && first ? (first.kind === 'case' ? first.name : documentName(first.path)) : '';
  const one = value === '' ? 'done.clearAttribute' : 'done.setAttribute';
  const several = value === '' ? 'done.clearAttributes' : 'done.setAttributes';
  const label: Message = {
    key: owner === '' ? several : one,
    values: { name, value, owner, count: owners.length },
  };
  return { operation: { label, changes } };
}

/** Adds a case to cases.csv, as its last row. */
export function addCase(study: Study, name: string): Asked {
  const refused = nameRefused(study, name);
  if (refused) return { refused };
  const change = { record: 'case', id: name, before: null, after: { name, attributes: {} } } as const;
  return { operation: { label: { key: 'done.addCase', values: { name } }, changes: [change] } };
}

/** Gives a case another name, in cases.csv and in the front matter of all its documents. */
export function renameCase(study: Study, from: string, to: string): Asked {
  const refused = nameRefused(study, to, from);
  if (refused) return { refused };
  const row = study.cases.cases.has(from)
    ? [{ record: 'case', id: from, before: { name: from }, after: { name: to } } as const]
    : [];
  return inDocuments(study, from, to, row, { key: 'done.renameCase', values: { from, to } });
}

/**
 * Makes one case of two that are the same under two names. Its row in cases.csv keeps what it says, and takes over what only
 * the other row says; a row that says something else stays.
 */
export function mergeCases(study: Study, from: string, into: string): Asked {
  const { cases } = study.cases;
  const [was, other] = [cases.get(from), cases.get(into)];
  const label: Message = { key: 'done.mergeCases', values: { from, to: into } };
  if (!was) return inDocuments(study, from, into, [], label);
  if (!other) {
    const row = { record: 'case', id: from, before: { name: from }, after: { name: into } } as const;
    return inDocuments(study, from, into, [row], label);
  }
  const isSame = Object.entries(was.attributes).every(
    ([name, value]) => !Object.hasOwn(other.attributes, name) || other.attributes[name] === value,
  );
  if (!isSame || was.extra) return inDocuments(study, from, into, [], label);
  const sides = fieldsChanged(other, { attributes: { ...other.attributes, ...was.attributes } });
  const rows: readonly RecordChange[] = [
    ...(sides ? [{ record: 'case', id: into, ...sides } as const] : []),
    { record: 'case', id: from, before: was, after: null },
  ];
  return inDocuments(study, from, into, rows, label);
}

function inDocuments(
  study: Study,
  from: string,
  to: string,
  rows: readonly RecordChange[],
  label: Message,
): Asked {
  const changes: RecordChange[] = [...rows];
  for (const document of documentsByCase(study).get(from) ?? []) {
    const change = attributeChange(document, 'case', written([to]));
    if (change === 'refused') return { refused: refusal(document.path, 'case') };
    if (change) changes.push(change);
  }
  return { operation: { label, changes } };
}

/** What keeps a name from being that of a case. */
export function nameRefused(study: Study, name: string, was?: string): Message | undefined {
  if (name.trim() === '' || name.trim() !== name || /[\r\n]/.test(name))
    return { key: 'cases.nameEmpty', values: {} };
  const isTaken = name !== was && documentsByCase(study).has(name);
  return isTaken ? { key: 'cases.nameTaken', values: { name } } : undefined;
}

function refusal(document: string, name: string): Message {
  return { key: 'attributes.cannotWrite', values: { file: document, name } };
}

/** Undefined when it is so already. */
function attributeChange(
  document: StudyDocument,
  name: string,
  value: string,
): AttributeChange | 'refused' | undefined {
  const { path, transcript } = document;
  if (!transcript) return 'refused';
  const { attributes } = frontMatterOf(transcript);
  const isThere = Object.hasOwn(attributes, name);
  if (!isEditable(isThere ? attributes[name] : undefined)) return 'refused';
  if (!withWrittenValue(transcript, name, value)) return 'refused';
  const was = writtenValue(transcript, name);
  if (was === value || (was === undefined && value === '')) return undefined;
  return {
    record: 'attribute',
    document: path,
    id: name,
    before: was === undefined ? null : { written: was },
    after: { written: value },
  };
}

function caseChanges(
  study: Study,
  name: string,
  attribute: string,
  values: readonly string[],
): readonly RecordChange[] {
  const value = values.join(' | ');
  const row = study.cases.cases.get(name);
  if (!row) {
    const attributes = value === '' ? {} : { [attribute]: value };
    return [{ record: 'case', id: name, before: null, after: { name, attributes } }];
  }
  const { [attribute]: _was, ...others } = row.attributes;
  const attributes = value === '' ? others : { ...row.attributes, [attribute]: value };
  const sides = fieldsChanged(row, { attributes });
  return sides ? [{ record: 'case', id: name, ...sides }] : [];
}
