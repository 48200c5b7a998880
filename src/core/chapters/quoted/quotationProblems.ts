import { documentName } from '../../study/sources.ts';
import type { Study } from '../../study/study.ts';
import { positionAt } from '../../text/lines.ts';
import type { ChapterProblem } from '../blocks.ts';
import type { Difference } from './differences.ts';
import type { CheckedPassage, WrongSource } from './lintQuotations.ts';

/** How many differences a message names; the fix makes all of them right. */
const mostNamed = 4;

const sourceKeys: Readonly<Record<WrongSource['kind'], string>> = {
  interviewer: 'quoted.byInterviewer',
  other: 'quoted.otherSource',
  unknown: 'quoted.unknownSource',
};

/** What is wrong with a passage that a chapter quotes; nothing where it is word for word what its source said. */
export function quotationProblems(study: Study, passage: CheckedPassage): readonly ChapterProblem[] {
  const { range, wording, document, place, differences, wrongSource } = passage;
  const transcript = document === undefined ? undefined : study.documents.get(document)?.transcript;
  const line = transcript && place ? positionAt(transcript, place.start).line + 1 : 1;
  const where = { document: documentName(document ?? ''), line };
  const problems: ChapterProblem[] = [];
  const add = (
    severity: ChapterProblem['severity'],
    key: string,
    values: ChapterProblem['message']['values'],
  ) => problems.push({ severity, message: { key, values }, range });
  if (wording === 'notFound') add('warning', 'quoted.notFound', {});
  if (wording === 'lost') add('warning', 'quoted.lost', { document: where.document });
  if (wording === 'altered') add('warning', 'quoted.altered', { ...where, differences: listed(differences) });
  // How a transcriber sets commas is no fault in a quotation, but whoever wants to know can see it.
  if (wording === 'marks') add('information', 'quoted.marks', { ...where, differences: listed(differences) });
  if (wrongSource) {
    const { kind, named, name } = wrongSource;
    const message = { key: sourceKeys[kind], values: { named, name, ...where } };
    problems.push({ severity: 'warning', message, range: wrongSource.range });
  }
  return problems;
}

function listed(differences: readonly Difference[]): string {
  const shown = differences.slice(0, mostNamed).map(({ quoted, said }) => `“${quoted}” → “${said}”`);
  return [...shown, ...(differences.length > mostNamed ? ['…'] : [])].join(', ');
}
