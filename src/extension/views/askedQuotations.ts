import { savedQueryNamed } from '../../core/query/saved.ts';
import { foundBy } from '../../core/query/smartCodes.ts';
import type { Quotation } from '../../core/study/model.ts';
import { findQuotation, quotationsAlike } from '../../core/study/quotations.ts';
import type { Study } from '../../core/study/study.ts';
import { quotationsAbout, type Subject } from '../../core/study/subject.ts';
import { say, sentenceOf } from '../say.ts';
import { subjectName } from '../subjectName.ts';

/** What the quotations view is asked to show: what is about some subjects or found by a query, or what one quotation is compared with. */
export type Asked =
  | { readonly kind: 'about'; readonly subjects: readonly Subject[] }
  | { readonly kind: 'query'; readonly text: string }
  | { readonly kind: 'smartCode'; readonly name: string }
  | { readonly kind: 'alike'; readonly quotation: string };

export interface Answer {
  readonly quotations: readonly Quotation[];
  /** The codes by which quotations are compared; of each quotation those are named that it has in common. */
  readonly compared: readonly string[];
  readonly name: string;
  /** What to say when there are no quotations. */
  readonly none: string;
}

/** What there is to show of a study. */
export function answerTo(study: Study, asked: Asked): Answer {
  if (asked.kind === 'about') {
    const what = asked.subjects.map((subject) => subjectName(study, subject)).join(', ');
    return {
      quotations: quotationsAbout(study, asked.subjects),
      compared: [],
      name: what,
      none: say('quotations.none', { what }),
    };
  }
  if (asked.kind === 'query') return answerToQuery(study, asked.text, asked.text);
  if (asked.kind === 'smartCode') {
    const saved = savedQueryNamed(study.settings, asked.name);
    return saved
      ? answerToQuery(study, saved.text, saved.name)
      : { quotations: [], compared: [], name: asked.name, none: say('smartCode.gone', { name: asked.name }) };
  }
  const quotation = findQuotation(study, asked.quotation);
  if (!quotation) return { quotations: [], compared: [], name: '', none: say('quotation.gone') };
  const codes = quotation.codes.map((id) => study.codebook.codes.get(id)?.name ?? id).join(', ');
  const none = codes === '' ? say('compare.noCodes') : say('compare.none', { codes });
  return {
    quotations: quotationsAlike(study, quotation),
    compared: quotation.codes,
    name: say('compare.alike', { codes: codes || say('quotation.noCodes') }),
    none,
  };
}

function answerToQuery(study: Study, text: string, name: string): Answer {
  const found = foundBy(study, text);
  return 'error' in found
    ? { quotations: [], compared: [], name, none: sentenceOf(found.error.message) }
    : { quotations: found.quotations, compared: [], name, none: say('query.none', { query: name }) };
}
