import { frontMatterOf } from '../text/frontMatter.ts';
import { attributeRange } from '../text/frontMatterEdit.ts';
import { namedTwoWays } from './caseNames.ts';
import { problemsOfAttributes } from './checkAttributes.ts';
import { problemsOfLinks } from './checkLinks.ts';
import { derived } from './derived.ts';
import type { Codebook, Quotation, StudyDocument } from './model.ts';
import { type Problem, problem, type TextRange } from './problem.ts';
import { sidecarPathOf } from './sidecarPath.ts';
import { caseOf, documentsByCase } from './sources.ts';
import type { Study } from './study.ts';
import { topicsOf } from './topics.ts';

/**
 * What the files of a study say together that does not agree, and what waits for a decision of the user. Cheap after a
 * change: what a document says by itself is worked out again only when it changed.
 */
export function problemsOf(study: Study): readonly Problem[] {
  return [
    ...problemsOfCases(study),
    ...[...study.documents.values()].flatMap((document) => [
      ...problemsOfDocument(document),
      ...unknownCodesIn(document, study.codebook),
    ]),
    ...problemsOfAttributes(study),
    ...problemsOfLinks(study),
    ...problemsOfTopics(study),
  ];
}

/** A guide without a heading has no topics; what it links to may be gone. */
function problemsOfTopics(study: Study): readonly Problem[] {
  const { topicGuide } = study;
  if (!topicGuide) return [];
  const { path, links } = topicGuide;
  const gone = links.filter(({ kind, to }) => kind === 'code' && !study.codebook.codes.has(to));
  return [
    ...(topicsOf(topicGuide).length === 0 ? [problem('warning', path, 'topics.noHeadings')] : []),
    ...gone.map(({ to, range }) => problem('warning', path, 'memo.gone.code', { to }, range)),
  ];
}

/** Cases that no document names, and documents of a case that the table lacks; nothing of this without a table. */
function problemsOfCases(study: Study): readonly Problem[] {
  const { cases } = study.cases;
  const twoWays = namedTwoWays(study);
  if (cases.size === 0 && twoWays.size === 0) return [];
  return [...documentsByCase(study)].flatMap(([name, documents]) => {
    const other = twoWays.get(name);
    if (other !== undefined) {
      const values = { name, other };
      if (documents.length === 0) return [problem('warning', 'cases.csv', 'cases.twoWays', values)];
      return documents.map((one) => problem('warning', one.path, 'cases.twoWays', values, caseLine(one)));
    }
    if (cases.size === 0) return [];
    if (!cases.has(name)) return documents.map((document) => unknownCase(document));
    return documents.length === 0 ? [problem('information', 'cases.csv', 'cases.noDocuments', { name })] : [];
  });
}

const unknownCase = derived((document: StudyDocument): Problem => {
  const name = caseOf(document) ?? '';
  return problem(
    'warning',
    document.path,
    'cases.unknown',
    { file: document.path, name },
    caseLine(document),
  );
});

/** Where the front matter of a document names its case. */
function caseLine({ transcript }: StudyDocument): TextRange | undefined {
  return transcript && attributeRange(transcript, 'case');
}

/** What can be said of a document by itself. */
const problemsOfDocument = derived((document: StudyDocument): readonly Problem[] => {
  const { path, transcript, quotations } = document;
  if (!transcript) return withoutTranscript(document);
  const { error } = frontMatterOf(transcript);
  return [
    ...(error
      ? [problem('error', path, 'transcript.frontMatter', { file: path, reason: error.reason }, error.range)]
      : []),
    ...quotations.flatMap((quotation) => doubt(quotation, transcript.text.length)),
  ];
});

function withoutTranscript({ path, sidecars, quotations }: StudyDocument): readonly Problem[] {
  return [...sidecars.keys()].map((coder) => {
    const file = sidecarPathOf(path, coder);
    const count = quotations.filter((quotation) => quotation.coder === coder).length;
    return problem('warning', file, 'sidecar.noTranscript', { file, document: path, count });
  });
}

/** A quotation that is not surely where it says. */
function doubt({ document, exact, start, end, anchor }: Quotation, length: number): readonly Problem[] {
  if (!anchor || (anchor.state === 'lost' && anchor.kept)) return [];
  const range: TextRange = { start: Math.min(start, length), end: Math.min(end, length) };
  return anchor.state === 'review'
    ? [
        problem(
          'warning',
          document,
          'quotation.review',
          { text: short(exact), was: short(anchor.was) },
          range,
        ),
      ]
    : [
        problem(
          'warning',
          document,
          'quotation.lost',
          { text: short(exact) },
          { start: range.start, end: range.start },
        ),
      ];
}

/** The codes that a document uses, each with the first quotation that does and how many do. */
const codesUsed = derived((document: StudyDocument) => {
  const used = new Map<string, { readonly first: Quotation; count: number }>();
  for (const quotation of document.quotations) {
    for (const code of quotation.codes) {
      const known = used.get(code);
      if (known) known.count++;
      else used.set(code, { first: quotation, count: 1 });
    }
  }
  return used;
});

/** One problem for each code that the codebook lacks: where it is used first. */
function unknownCodesIn(document: StudyDocument, { codes }: Codebook): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [code, { first, count }] of codesUsed(document)) {
    if (codes.has(code)) continue;
    const { start, end } = first;
    const range = document.transcript && { start, end };
    problems.push(problem('warning', document.path, 'quotation.unknownCode', { code, count }, range));
  }
  return problems;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}
