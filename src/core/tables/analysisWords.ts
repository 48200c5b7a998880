import type { Language } from '../text/notation.ts';

/** The words of the tables that analyse: co-occurrence, data structure, saturation, framework matrix. */
export interface AnalysisWords {
  readonly saturation: Readonly<Record<'date' | 'new' | 'names' | 'cumulative' | 'share', string>>;
  /** A number of codings as a phrase of its own. */
  readonly someCodings: (count: number) => string;
  readonly note: AnalysisNotes;
}

/** Sentences of a note. */
interface AnalysisNotes {
  readonly cooccurrence: string;
  readonly coefficient: string;
  readonly both: string;
  readonly flagged: string;
  readonly ofItself: string;
  readonly dataStructure: string;
  readonly loose: (count: number) => string;
  readonly saturation: string;
  readonly seenShare: (count: number) => string;
  readonly undated: (count: number) => string;
  readonly summary: string;
  readonly bestQuotations: (limit: number) => string;
}

const english: AnalysisWords = {
  saturation: {
    date: 'Date',
    new: 'New codes',
    names: 'Which',
    cumulative: 'Codes so far',
    share: 'Share of codes',
  },
  someCodings: (count) => (count === 1 ? '1 coding' : `${count} codings`),
  note: {
    cooccurrence:
      'Co-occurrences: two codings occur together when their quotations overlap or are the same one; each such pair of quotations counts once.',
    coefficient:
      'c = n12 ÷ (n1 + n2 − n12): n12 is the number of co-occurrences, n1 and n2 are the numbers of quotations with the one and with the other code; 0 is never together, 1 is always together.',
    both: 'c is in brackets.',
    flagged:
      '*: c is above 1 or cannot be worked out, since single quotations overlap several others; look at the quotations before using it.',
    ofItself: 'A code is not set against itself, nor against a code that is counted with it.',
    dataStructure: 'Each code has one row, with the theme and the dimension that it is part of.',
    loose: (count) => `Codes in no theme and no dimension, at the end: ${count}.`,
    saturation:
      'Documents are in the order of their dates. A code is new in the first document in which a quotation has it.',
    seenShare: (count) => `Shares are of the ${count} codes that were seen in all documents together.`,
    undated: (count) => `Documents without a date that can be read, at the end: ${count}.`,
    summary: "Each cell: the researcher's own summary, the number of codings and what was said.",
    bestQuotations: (limit) =>
      `Quotations in a cell: at most ${limit}, key quotations first and then in the order of the text.`,
  },
};

const dutch: AnalysisWords = {
  saturation: {
    date: 'Datum',
    new: 'Nieuwe codes',
    names: 'Welke',
    cumulative: 'Codes tot en met hier',
    share: 'Aandeel van de codes',
  },
  someCodings: (count) => (count === 1 ? '1 codering' : `${count} coderingen`),
  note: {
    cooccurrence:
      'Samen voorkomen: twee coderingen komen samen voor als hun fragmenten elkaar overlappen of hetzelfde zijn; elk zo’n paar fragmenten telt eenmaal.',
    coefficient:
      'c = n12 ÷ (n1 + n2 − n12): n12 is hoe vaak de codes samen voorkomen, n1 en n2 zijn de aantallen fragmenten met de ene en met de andere code; 0 is nooit samen, 1 is altijd samen.',
    both: 'c staat tussen haakjes.',
    flagged:
      '*: c is hoger dan 1 of niet te berekenen, doordat één fragment meer andere overlapt; bekijk de fragmenten voordat je het getal gebruikt.',
    ofItself: 'Een code staat niet tegenover zichzelf, en ook niet tegenover een code die ermee meetelt.',
    dataStructure: 'Elke code heeft één rij, met het thema en de dimensie waar zij bij hoort.',
    loose: (count) => `Codes zonder thema en zonder dimensie, onderaan: ${count}.`,
    saturation:
      'De documenten staan op volgorde van hun datum. Een code is nieuw in het eerste document waarin een fragment haar heeft.',
    seenShare: (count) => `Aandelen zijn van de ${count} codes die in alle documenten samen voorkomen.`,
    undated: (count) => `Documenten zonder leesbare datum, onderaan: ${count}.`,
    summary: 'In elke cel: de samenvatting van de onderzoeker, het aantal coderingen en wat er gezegd is.',
    bestQuotations: (limit) =>
      `Fragmenten in een cel: ten hoogste ${limit}, eerst die met een ster en dan in de volgorde van de tekst.`,
  },
};

/** The words of these tables in a language. */
export function analysisWordsOf(language: Language): AnalysisWords {
  return language === 'nl' ? dutch : english;
}
