import { codeNamed } from './codebook/names.ts';
import { derived } from './derived.ts';
import type { Memo, MemoLink } from './memo.ts';
import { findQuotation } from './quotations.ts';
import { documentName, documentsByCase } from './sources.ts';
import type { Study } from './study.ts';

/** What a link means: the id of a code or quotation, the path of a document or memo, the name of a case. */
export interface LinkTarget {
  readonly kind: 'code' | 'quotation' | 'document' | 'case' | 'memo';
  readonly id: string;
}

/** What a link of a memo means in a study; undefined when that is not there. A name is looked up among codes first. */
export function targetOf(study: Study, { kind, to }: Pick<MemoLink, 'kind' | 'to'>): LinkTarget | undefined {
  switch (kind) {
    case 'code':
      return study.codebook.codes.has(to) ? { kind, id: to } : undefined;
    case 'quotation':
      return findQuotation(study, to) ? { kind, id: to } : undefined;
    case 'document':
      return study.documents.has(to) ? { kind, id: to } : undefined;
    case 'case':
      return documentsByCase(study).has(to) ? { kind, id: to } : undefined;
    case 'name':
      return named(study, to);
  }
}

function named(study: Study, name: string): LinkTarget | undefined {
  const code = study.codebook.codes.get(name) ?? codeNamed(study.codebook, name);
  if (code) return { kind: 'code', id: code.id };
  if (documentsByCase(study).has(name)) return { kind: 'case', id: name };
  const isCalled = (path: string) => path === name || documentName(path) === name;
  for (const path of study.documents.keys()) if (isCalled(path)) return { kind: 'document', id: path };
  for (const { path, title } of study.memos.values())
    if (title === name || isCalled(path)) return { kind: 'memo', id: path };
  return undefined;
}

/** A link with the memo that it stands in. */
export interface LinkFrom {
  readonly memo: Memo;
  readonly link: MemoLink;
}

const linksByTarget = derived((study: Study): ReadonlyMap<string, readonly LinkFrom[]> => {
  const byTarget = new Map<string, LinkFrom[]>();
  for (const memo of study.memos.values()) {
    for (const link of memo.links) {
      const target = targetOf(study, link);
      if (!target) continue;
      const key = `${target.kind}:${target.id}`;
      const list = byTarget.get(key);
      if (list) list.push({ memo, link });
      else byTarget.set(key, [{ memo, link }]);
    }
  }
  return byTarget;
});

/** The links of memos to something, by memo and in the order of the text. */
export function linksTo(study: Study, { kind, id }: LinkTarget): readonly LinkFrom[] {
  return linksByTarget(study).get(`${kind}:${id}`) ?? [];
}

/** The memos that link to something, each once. */
export function memosAbout(study: Study, target: LinkTarget): readonly Memo[] {
  return [...new Set(linksTo(study, target).map(({ memo }) => memo))];
}

/** What something is called; of a quotation its words, as they stand in the transcript. */
export function nameOfTarget(study: Study, { kind, id }: LinkTarget): string {
  switch (kind) {
    case 'code':
      return study.codebook.codes.get(id)?.name ?? id;
    case 'quotation':
      return findQuotation(study, id)?.exact.replace(/\s+/g, ' ').trim() ?? id;
    case 'document':
      return documentName(id);
    case 'case':
      return id;
    case 'memo':
      return study.memos.get(id)?.title ?? documentName(id);
  }
}

/** What to write between double brackets: the name, where that means this and nothing else, or what is always clear. */
export function nameInBrackets(study: Study, target: LinkTarget): string {
  const { kind, id } = target;
  const name = kind === 'quotation' ? '' : nameOfTarget(study, target);
  const meant = /^[^[\]|#\n]{1,300}$/.test(name) ? targetOf(study, { kind: 'name', to: name }) : undefined;
  if (meant?.kind === kind && meant.id === id) return name;
  return kind === 'memo' ? id : `${kind}:${id}`;
}
