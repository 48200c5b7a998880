import { closest, editDistance } from '../text/closest.ts';
import type { Memo, MemoLink } from './memo.ts';
import type { LinkTarget } from './memoLinks.ts';
import { documentName, documentsByCase } from './sources.ts';
import type { Study } from './study.ts';
import { codesOnceNamed, survivorsOf } from './survivors.ts';

const most = 4;

/** What a link that leads nowhere may mean, likeliest first: what became of the code, then what is called nearly so. */
export function likelyTargets(study: Study, link: Pick<MemoLink, 'kind' | 'to'>): readonly LinkTarget[] {
  const { kind, to } = link;
  const became = kind === 'code' ? survivorsOf(study, to) : kind === 'name' ? codesOnceNamed(study, to) : [];
  const byName = namesFor(study, link);
  const alike = closest(to, byName.keys(), most).filter((name) => isAlike(to, name));
  const targets = [
    ...became.map((id): LinkTarget => ({ kind: 'code', id })),
    ...alike.flatMap((name) => byName.get(name) ?? []),
  ];
  const distinct = new Map(targets.map((target) => [`${target.kind}:${target.id}`, target]));
  return [...distinct.values()].slice(0, most);
}

/** A few slips of the finger, or a part of the name. */
function isAlike(written: string, name: string): boolean {
  const [a, b] = [written.toLowerCase(), name.toLowerCase()];
  return (a.length > 2 && b.includes(a)) || editDistance(a, b) <= Math.max(1, Math.floor(a.length / 3));
}

function namesFor(study: Study, { kind, to }: Pick<MemoLink, 'kind' | 'to'>): Map<string, LinkTarget> {
  switch (kind) {
    case 'code':
      return codeNames(study);
    case 'document':
      return documentNames(study);
    case 'case':
      return caseNames(study);
    case 'quotation':
      return quotationIds(study, to);
    case 'name':
      return new Map([
        ...memoNames(study.memos.values()),
        ...documentNames(study),
        ...caseNames(study),
        ...codeNames(study),
      ]);
  }
}

function codeNames({ codebook }: Study): Map<string, LinkTarget> {
  const codes = [...codebook.codes.values()];
  return new Map(
    codes.flatMap(({ id, name }): [string, LinkTarget][] => [
      [name, { kind: 'code', id }],
      [id, { kind: 'code', id }],
    ]),
  );
}

function documentNames({ documents }: Study): Map<string, LinkTarget> {
  return new Map(
    [...documents.keys()].flatMap((path): [string, LinkTarget][] => [
      [documentName(path), { kind: 'document', id: path }],
      [path, { kind: 'document', id: path }],
    ]),
  );
}

function caseNames(study: Study): Map<string, LinkTarget> {
  return new Map([...documentsByCase(study).keys()].map((name) => [name, { kind: 'case', id: name }]));
}

function memoNames(memos: Iterable<Memo>): Map<string, LinkTarget> {
  return new Map([...memos].map(({ title, path }) => [title, { kind: 'memo', id: path }]));
}

/** There may be a hundred thousand: only those that share a half with the id as written are compared letter by letter. */
function quotationIds({ documents }: Study, to: string): Map<string, LinkTarget> {
  const half = Math.floor(to.length / 2);
  const [head, tail] = [to.slice(0, half), to.slice(half)];
  const found = new Map<string, LinkTarget>();
  if (half < 2) return found;
  for (const { quotations } of documents.values())
    for (const { id } of quotations)
      if (id.startsWith(head) || id.endsWith(tail)) found.set(id, { kind: 'quotation', id });
  return found;
}
