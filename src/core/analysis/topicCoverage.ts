import type { Quotation, StudyDocument } from '../study/model.ts';
import type { TextRange } from '../study/problem.ts';
import { isCoded } from '../study/quotations.ts';
import type { Study } from '../study/study.ts';
import { codesOfTopic, type Topic, topicKey } from '../study/topics.ts';
import { sectionsOf } from '../text/headings.ts';
import { countedCodes, type Includes } from './codings.ts';

/** Gives the coded quotations of a document that are about a topic, in text order. */
export type TopicCoverage = (document: StudyDocument, topic: Topic) => readonly Quotation[];

/**
 * What is coded of the topics of a study. A coded quotation is about a topic when it carries a code that the guide links to
 * the topic, or stands in the transcript under the heading of the topic; each counts once.
 *
 * @param rollup whether codes below a linked code count with it
 */
export function topicCoverage(study: Study, includes: Includes, rollup: boolean): TopicCoverage {
  const codesByTopic = new Map<Topic, ReadonlySet<string>>();
  const codesOf = (topic: Topic) => {
    const codes = codesByTopic.get(topic) ?? countedCodes(study.codebook, codesOfTopic(study, topic), rollup);
    codesByTopic.set(topic, codes);
    return codes;
  };
  return (document, topic) => {
    const codes = codesOf(topic);
    const key = topicKey(topic.title);
    const sections = document.transcript
      ? sectionsOf(document.transcript).filter(({ title }) => topicKey(title) === key)
      : [];
    return document.quotations.filter(
      (quotation) =>
        isCoded(quotation) &&
        includes(quotation) &&
        (quotation.codes.some((code) => codes.has(code)) ||
          sections.some(({ heading, end }) => touches(quotation, { start: heading.end + 1, end }))),
    );
  };
}

/** Whether two ranges have a character in common. */
function touches(a: TextRange, b: TextRange): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** The documents that topics are looked for in: those that have a text. */
export function documentsWithText(study: Study): readonly StudyDocument[] {
  return [...study.documents.values()].filter(({ transcript }) => transcript !== undefined);
}
