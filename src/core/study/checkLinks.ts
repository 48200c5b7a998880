import { frontMatterOf } from '../text/frontMatter.ts';
import { derived } from './derived.ts';
import type { Memo } from './memo.ts';
import { targetOf } from './memoLinks.ts';
import type { Relation } from './model.ts';
import { type Problem, problem } from './problem.ts';
import { quotationsAmong } from './quotations.ts';
import { endName, readEnd } from './relationEnds.ts';
import { documentsByCase } from './sources.ts';
import type { Study } from './study.ts';

/** What in relations, code sets, summaries and memos leads to something that is not there. */
export function problemsOfLinks(study: Study): readonly Problem[] {
  const quotations = quotationsAmong(study, quotationsNamed(study));
  return [
    ...[...study.relations.relations.values()].flatMap((each) => ofRelation(study, each, quotations)),
    ...ofCodeSets(study),
    ...ofSummaries(study),
    ...[...study.memos.values()].flatMap((memo) => [
      ...ofFrontMatter(memo),
      ...ofMemo(study, memo, quotations),
    ]),
  ];
}

function quotationsNamed({ relations, memos }: Study): ReadonlySet<string> {
  const ends = [...relations.relations.values()].flatMap(({ from, to }) => [readEnd(from), readEnd(to)]);
  return new Set([
    ...ends.flatMap(({ kind, id }) => (kind === 'quotation' ? [id] : [])),
    ...[...memos.values()].flatMap(({ links }) =>
      links.flatMap(({ kind, to }) => (kind === 'quotation' ? [to] : [])),
    ),
  ]);
}

function ofRelation(
  study: Study,
  { from, to, type }: Relation,
  quotations: ReadonlySet<string>,
): readonly Problem[] {
  const file = 'relations.json';
  const values = { file, from, to, type };
  if (readEnd(from).kind !== readEnd(to).kind) return [problem('warning', file, 'relations.mixed', values)];
  const gone = [...new Set([from, to])].filter((end) => {
    const { kind, id } = readEnd(end);
    return !(kind === 'code' ? study.codebook.codes : quotations).has(id);
  });
  const named = () => ({ file, from: endName(study, from), to: endName(study, to), type });
  return gone.map((end) => problem('warning', file, 'relations.endGone', { ...named(), end }));
}

function ofCodeSets({ codebook: { codes, sets } }: Study): readonly Problem[] {
  return [...sets.values()].flatMap(({ name, codes: members }) => {
    const gone = members.filter((id) => !codes.has(id));
    if (gone.length === 0) return [];
    const values = { name, codes: gone.join(', ') };
    return [problem('warning', 'codebook.json', 'codebook.setUnknownCodes', values)];
  });
}

function ofSummaries(study: Study): readonly Problem[] {
  const { summaries, codebook } = study;
  return [...summaries.summaries.values()].flatMap(({ case: name, code }) => {
    if (codebook.codes.has(code) && documentsByCase(study).has(name)) return [];
    return [problem('warning', 'summaries.json', 'summaries.gone', { case: name, code })];
  });
}

const ofFrontMatter = derived(({ path, text }: Memo): readonly Problem[] => {
  const { error } = frontMatterOf({ text });
  if (!error) return [];
  return [
    problem('error', path, 'transcript.frontMatter', { file: path, reason: error.reason }, error.range),
  ];
});

function ofMemo(study: Study, { path, links }: Memo, quotations: ReadonlySet<string>): readonly Problem[] {
  return links.flatMap(({ kind, to, range }) => {
    const isThere = kind === 'quotation' ? quotations.has(to) : targetOf(study, { kind, to }) !== undefined;
    return isThere ? [] : [problem('warning', path, `memo.gone.${kind}`, { to }, range)];
  });
}
