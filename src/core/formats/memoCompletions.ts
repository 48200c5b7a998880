import { searchCodes } from '../study/codeSearch.ts';
import { codeTreeOf } from '../study/codeTree.ts';
import { isPlaced } from '../study/counts.ts';
import { type LinkTarget, nameInBrackets, nameOfTarget } from '../study/memoLinks.ts';
import type { TextRange } from '../study/problem.ts';
import { findQuotation } from '../study/quotations.ts';
import { caseOf, documentName, documentsByCase } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import { frontMatterOf } from '../text/frontMatter.ts';
import { writtenInBody, yamlItem } from './memoWriting.ts';

/** Something that a link may lead to. */
interface LinkSuggestion {
  readonly target: LinkTarget;
  readonly name: string;
  /** What tells it from others: the codes above it, the case, the document. */
  readonly detail?: string;
  /** What to put in the place of what was typed. */
  readonly text: string;
  /** What the editor compares with what was typed. */
  readonly filter: string;
}

export interface LinkCompletions {
  /** The part of the memo that the link takes the place of, in UTF-16 code units of LF text. */
  readonly replace: TextRange;
  readonly items: readonly LinkSuggestion[];
  /** There are more than are listed: ask again when more is typed. */
  readonly isCut: boolean;
}

/** Long lists are slow to show and nobody reads them. */
const most = 200;

/** What may be linked to at a place in a memo, after `[[` or `code:` and the like; undefined where no link begins. */
export function memoCompletions(study: Study, text: string, offset: number): LinkCompletions | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const after = text.slice(offset, lineEnd(text, offset));
  const isYaml = offset < frontMatterOf({ text }).end;
  return inBrackets(study, before, after, offset, isYaml) ?? afterKind(study, before, after, offset, isYaml);
}

/** After `[[`, up to the `]]` that may be there: a name. In front matter brackets mean lists. */
function inBrackets(
  study: Study,
  before: string,
  after: string,
  offset: number,
  isYaml: boolean,
): LinkCompletions | undefined {
  const [, typed] = /\[\[([^[\]|#\n]{0,100})$/.exec(before) ?? [];
  if (typed === undefined || isYaml) return undefined;
  const closing = /^[^[\]|#]*?\]\]|^\]?/.exec(after)?.[0].length ?? 0;
  const targets = [...codes(study, typed), ...documents(study), ...cases(study), ...memos(study)];
  const { kept, isCut } = cut(study, targets, typed);
  const items = kept.map((target): LinkSuggestion => {
    const name = nameOfTarget(study, target);
    const text = `${nameInBrackets(study, target)}]]`;
    return { target, name, text, filter: name, ...detailOf(study, target) };
  });
  return { replace: { start: offset - typed.length, end: offset + closing }, items, isCut };
}

/** The last name of a kind on a line, and what follows it: a link before it is another one. */
const lastKind =
  /(?<![\p{L}\p{N}_:/.-])(<?)(code|quotation|document|case):((?:(?!(?:code|quotation|document|case):)[^\n<>[\]{},]){0,100})$/u;

/** After `code:` and the like, with `<` before it or without: a name of which the id is put in. */
function afterKind(
  study: Study,
  before: string,
  after: string,
  offset: number,
  isYaml: boolean,
): LinkCompletions | undefined {
  const [found, open = '', kind, typed] = lastKind.exec(before) ?? [];
  if (found === undefined || typed === undefined || !isKind(kind)) return undefined;
  const closing = open !== '' && after.startsWith('>') ? 1 : 0;
  const isOfQuotations = kind === 'quotation';
  const targets = targetsOf(study, kind, typed);
  const { kept, isCut } = isOfQuotations
    ? { kept: targets.slice(0, most), isCut: true }
    : cut(study, targets, typed);
  const items = kept.map((target): LinkSuggestion => {
    const name = nameOfTarget(study, target);
    const written = isYaml ? yamlItem(`${kind}:${target.id}`) : writtenInBody(target, name);
    const text = open !== '' && !written.startsWith('<') ? `<${written}>` : written;
    // An editor compares no more than the beginning of a text: for quotations the choice is made here, and again with each
    // letter. After a space VS Code does not ask again, but drops what no longer fits: hence the space.
    const filter = isOfQuotations ? `${found} ${name}` : `${open}${kind}:${nameAndId(target, name)}`;
    return { target, name, text, filter, ...detailOf(study, target) };
  });
  return { replace: { start: offset - found.length, end: offset + closing }, items, isCut };
}

function nameAndId({ id }: LinkTarget, name: string): string {
  return name === id ? name : `${name} ${id}`;
}

/** Those that hold what was typed, as many as fit. */
function cut(
  study: Study,
  targets: readonly LinkTarget[],
  typed: string,
): { readonly kept: readonly LinkTarget[]; readonly isCut: boolean } {
  if (targets.length <= most) return { kept: targets, isCut: false };
  const wanted = wordsOf(typed);
  const fitting = targets.filter((target) => {
    const said = folded(nameAndId(target, nameOfTarget(study, target)));
    return wanted.every((word) => said.includes(word));
  });
  return { kept: fitting.slice(0, most), isCut: true };
}

function targetsOf(
  study: Study,
  kind: Exclude<LinkTarget['kind'], 'memo'>,
  typed: string,
): readonly LinkTarget[] {
  switch (kind) {
    case 'code':
      return codes(study, typed);
    case 'quotation':
      return quotations(study, typed);
    case 'document':
      return documents(study);
    case 'case':
      return cases(study);
  }
}

/** Those that a search finds come first; the editor hides what does not fit. */
function codes({ codebook }: Study, typed: string): readonly LinkTarget[] {
  const found = typed.trim() === '' ? codeTreeOf(codebook).all : searchCodes(codebook, typed);
  return [...new Set([...found, ...codeTreeOf(codebook).all])].map(({ id }) => ({ kind: 'code', id }));
}

/** By their words; no more than are shown are looked for. */
function quotations({ documents: all }: Study, typed: string): readonly LinkTarget[] {
  const wanted = wordsOf(typed);
  const found: LinkTarget[] = [];
  for (const document of all.values()) {
    for (const quotation of document.quotations) {
      if (!isPlaced(quotation)) continue;
      const { id, exact } = quotation;
      const said = wanted.length === 0 ? '' : folded(exact);
      if (wanted.every((word) => said.includes(word) || id.includes(word)))
        found.push({ kind: 'quotation', id });
      if (found.length > most) return found;
    }
  }
  return found;
}

function documents({ documents: all }: Study): readonly LinkTarget[] {
  return [...all.keys()].map((id) => ({ kind: 'document', id }));
}

function cases(study: Study): readonly LinkTarget[] {
  return [...documentsByCase(study).keys()].map((id) => ({ kind: 'case', id }));
}

function memos({ memos: all }: Study): readonly LinkTarget[] {
  return [...all.keys()].map((id) => ({ kind: 'memo', id }));
}

function detailOf(study: Study, { kind, id }: LinkTarget): { readonly detail?: string } {
  if (kind === 'code') {
    const above = codeTreeOf(study.codebook).pathTo(id).slice(0, -1);
    return above.length > 0 ? { detail: above.map(({ name }) => name).join(' › ') } : {};
  }
  if (kind === 'quotation') return { detail: documentName(findQuotation(study, id)?.document ?? '') };
  if (kind === 'document') {
    const document = study.documents.get(id);
    const name = document && caseOf(document);
    return name === undefined ? {} : { detail: name };
  }
  return kind === 'memo' ? { detail: study.memos.get(id)?.type ?? '' } : {};
}

function isKind(kind: string | undefined): kind is Exclude<LinkTarget['kind'], 'memo'> {
  return kind === 'code' || kind === 'quotation' || kind === 'document' || kind === 'case';
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function wordsOf(typed: string): readonly string[] {
  return folded(typed).split(/\s+/).filter(Boolean);
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
