import { foldedName } from './codeNames.ts';
import { derived } from './derived.ts';
import type { Memo, MemoLink } from './memo.ts';
import type { Codebook } from './model.ts';
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
      return codesByName(study.codebook).get(foldedName(to)) ?? othersByName(study).get(to);
  }
}

/** Ids of codes are names of these too, for whoever links by them; before the names of others. */
const codesByName = derived(({ codes }: Codebook): ReadonlyMap<string, LinkTarget> => {
  const names = new Map<string, LinkTarget>();
  const add = (name: string, id: string) => {
    if (!names.has(name)) names.set(name, { kind: 'code', id });
  };
  for (const id of codes.keys()) add(foldedName(id), id);
  for (const { id, name } of codes.values()) add(foldedName(name), id);
  return names;
});

const othersByName = derived((study: Study): ReadonlyMap<string, LinkTarget> => {
  const names = new Map<string, LinkTarget>();
  const add = (name: string, kind: LinkTarget['kind'], id: string) => {
    if (!names.has(name)) names.set(name, { kind, id });
  };
  for (const name of documentsByCase(study).keys()) add(name, 'case', name);
  for (const path of study.documents.keys())
    for (const name of [path, documentName(path)]) add(name, 'document', path);
  for (const { path, title } of study.memos.values())
    for (const name of [title, path, documentName(path)]) add(name, 'memo', path);
  return names;
});

/** A link with the memo that it stands in. */
export interface LinkFrom {
  readonly memo: Memo;
  readonly link: MemoLink;
}

const linksByTarget = derived((study: Study): ReadonlyMap<string, readonly LinkFrom[]> => {
  const byTarget = new Map<string, LinkFrom[]>();
  for (const memo of study.memos.values()) {
    for (const link of memo.links) {
      // What says its kind need not be there to be linked to.
      const target = link.kind === 'name' ? targetOf(study, link) : { kind: link.kind, id: link.to };
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
