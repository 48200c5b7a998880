import type { HistoryOperation } from '../study/history.ts';
import type { Language } from '../text/notation.ts';

/** The words that Codeboom itself writes in tables: headers and the parts of a note. */
export interface Words {
  readonly case: string;
  readonly document: string;
  readonly count: Readonly<Record<'documents' | 'quotations' | 'codings' | 'words' | 'speakers', string>>;
  readonly cases: string;
  readonly mean: string;
  readonly min: string;
  readonly max: string;
  readonly sum: string;
  readonly share: string;
  readonly code: string;
  readonly codes: string;
  readonly theme: string;
  readonly dimension: string;
  readonly definition: string;
  readonly include: string;
  readonly exclude: string;
  readonly example: string;
  readonly quotation: string;
  readonly topic: string;
  readonly questions: string;
  /** Types of source, as a count. */
  readonly types: string;
  readonly total: string;
  readonly noCase: string;
  readonly noValue: string;
  /** A group for what is in no theme. */
  readonly other: string;
  readonly line: string;
  readonly yes: string;
  readonly no: string;
  /** Headers of the history of the codebook. */
  readonly history: Readonly<Record<'date' | 'operation' | 'from' | 'to' | 'coder' | 'why', string>>;
  readonly operations: Readonly<Record<HistoryOperation, string>>;
  /** What was done to a code set; `{set}` is its name. */
  readonly codeSet: Readonly<Record<'into' | 'outOf' | 'renamed' | 'changed', string>>;
  readonly topOfTree: string;
  /** Headers of relations. */
  readonly relation: Readonly<Record<'from' | 'type' | 'to' | 'comment', string>>;
  readonly note: Notes;
}

/** Sentences of a note. */
export interface Notes {
  readonly label: string;
  readonly documents: string;
  readonly cases: string;
  readonly quotations: string;
  readonly codings: string;
  readonly words: Readonly<Record<'respondents' | 'all', string>>;
  readonly speakers: Readonly<Record<'respondents' | 'all', string>>;
  readonly share: Readonly<Record<'respondents' | 'all', string>>;
  readonly present: string;
  readonly mean: string;
  readonly percent: Readonly<Record<'row' | 'column' | 'total', string>>;
  readonly rollup: string;
  readonly noRollup: string;
  readonly totals: string;
  /** What makes a quotation one about a topic. */
  readonly topics: string;
  readonly types: string;
  readonly singleType: string;
  readonly withoutCase: (count: number) => string;
  /** Quotations that are counted or printed, though their place is in doubt. */
  readonly inReview: (count: number) => string;
  /** Quotations that are neither, since their words were not found again. */
  readonly lost: (count: number) => string;
  /** Of the history. */
  readonly recoded: string;
  readonly relationsLeft: (count: number) => string;
  readonly where: (query: string) => string;
  readonly empty: string;
}

const english: Words = {
  case: 'Case',
  document: 'Document',
  count: {
    documents: 'Documents',
    quotations: 'Quotations',
    codings: 'Codings',
    words: 'Words',
    speakers: 'Speakers',
  },
  cases: 'Cases',
  mean: 'Mean',
  min: 'Lowest',
  max: 'Highest',
  sum: 'Sum of',
  share: 'Share of',
  code: 'Code',
  codes: 'Codes',
  theme: 'Theme',
  dimension: 'Dimension',
  definition: 'Definition',
  include: 'Include',
  exclude: 'Exclude',
  example: 'Example',
  quotation: 'Quotation',
  topic: 'Topic',
  questions: 'Questions',
  types: 'Types of source',
  total: 'Total',
  noCase: '(no case)',
  noValue: '(not known)',
  other: '(other)',
  line: 'line',
  yes: 'yes',
  no: 'no',
  history: { date: 'Date', operation: 'Change', from: 'From', to: 'To', coder: 'Coder', why: 'Why' },
  operations: {
    create: 'made',
    rename: 'renamed',
    recolour: 'coloured',
    define: 'defined',
    level: 'level changed',
    move: 'moved',
    group: 'grouped',
    ungroup: 'ungrouped',
    merge: 'merged',
    split: 'split',
    delete: 'deleted',
    set: 'code set changed',
  },
  codeSet: {
    into: 'put in the code set “{set}”',
    outOf: 'taken out of the code set “{set}”',
    renamed: 'code set renamed',
    changed: 'code set “{set}” made or deleted',
  },
  topOfTree: '(top)',
  relation: { from: 'From', type: 'Relation', to: 'To', comment: 'Comment' },
  note: {
    label: 'Note.',
    documents: 'Documents: each transcript or other source counts once.',
    cases: 'Cases: each case with at least one quotation counts once.',
    quotations: 'Quotations: each passage counts once.',
    codings: 'Codings: one code applied to one quotation counts as one.',
    words: {
      respondents: 'Words: those of the respondents; a word counts once, also where quotations overlap.',
      all: 'Words: those of all speakers; a word counts once, also where quotations overlap.',
    },
    speakers: {
      respondents: 'Speakers: the respondents, each once per case or document.',
      all: 'Speakers: everyone who speaks, each once per case or document.',
    },
    share: {
      respondents: 'Shares: coded words as a percentage of all words of the respondents; a word counts once.',
      all: 'Shares: coded words as a percentage of all words; a word counts once.',
    },
    present: 'x: at least one quotation.',
    mean: 'Means are of the values of the documents.',
    percent: {
      row: 'Percentages are of the total of the row.',
      column: 'Percentages are of the total of the column.',
      total: 'Percentages are of the total of the table.',
    },
    rollup: 'A code includes the codes below it.',
    noRollup: 'A code does not include the codes below it.',
    totals: 'In a total, nothing counts twice.',
    topics: 'Topics: a coded quotation counts that carries a code of the topic or stands under its heading.',
    types: 'Types of source: the types of the documents in which the code was applied.',
    singleType: 'Only codes that rest on one type of source.',
    withoutCase: (count) => `Documents without a case, not in this table: ${count}.`,
    inReview: (count) => `Quotations whose place is still to be checked, taken along: ${count}.`,
    lost: (count) => `Quotations whose words were not found again, left out: ${count}.`,
    recoded: 'Quotations: those that the change coded otherwise.',
    relationsLeft: (count) => `Relations with a code that is gone, left out: ${count}.`,
    where: (query) => `Only quotations that match: ${query}.`,
    empty: 'There is nothing to show yet.',
  },
};

const dutch: Words = {
  case: 'Casus',
  document: 'Document',
  count: {
    documents: 'Documenten',
    quotations: 'Fragmenten',
    codings: 'Coderingen',
    words: 'Woorden',
    speakers: 'Sprekers',
  },
  cases: 'Casussen',
  mean: 'Gemiddelde',
  min: 'Laagste',
  max: 'Hoogste',
  sum: 'Som van',
  share: 'Aandeel',
  code: 'Code',
  codes: 'Codes',
  theme: 'Thema',
  dimension: 'Dimensie',
  definition: 'Definitie',
  include: 'Wel',
  exclude: 'Niet',
  example: 'Voorbeeld',
  quotation: 'Citaat',
  topic: 'Topic',
  questions: 'Vragen',
  types: 'Soorten bronnen',
  total: 'Totaal',
  noCase: '(geen casus)',
  noValue: '(onbekend)',
  other: '(overig)',
  line: 'regel',
  yes: 'ja',
  no: 'nee',
  history: { date: 'Datum', operation: 'Wijziging', from: 'Van', to: 'Naar', coder: 'Codeur', why: 'Waarom' },
  operations: {
    create: 'gemaakt',
    rename: 'hernoemd',
    recolour: 'gekleurd',
    define: 'gedefinieerd',
    level: 'niveau gewijzigd',
    move: 'verplaatst',
    group: 'gegroepeerd',
    ungroup: 'groep opgeheven',
    merge: 'samengevoegd',
    split: 'gesplitst',
    delete: 'verwijderd',
    set: 'codeset gewijzigd',
  },
  codeSet: {
    into: 'in de codeset “{set}” gezet',
    outOf: 'uit de codeset “{set}” gehaald',
    renamed: 'codeset hernoemd',
    changed: 'codeset “{set}” gemaakt of verwijderd',
  },
  topOfTree: '(boven in de boom)',
  relation: { from: 'Van', type: 'Relatie', to: 'Naar', comment: 'Opmerking' },
  note: {
    label: 'Noot.',
    documents: 'Documenten: elk transcript en elke andere bron telt eenmaal.',
    cases: 'Casussen: elke casus met ten minste één fragment telt eenmaal.',
    quotations: 'Fragmenten: elke passage telt eenmaal.',
    codings: 'Coderingen: één code die aan één fragment is toegekend telt als één.',
    words: {
      respondents:
        'Woorden: die van de respondenten; een woord telt eenmaal, ook waar fragmenten elkaar overlappen.',
      all: 'Woorden: die van alle sprekers; een woord telt eenmaal, ook waar fragmenten elkaar overlappen.',
    },
    speakers: {
      respondents: 'Sprekers: de respondenten, elk eenmaal per casus of document.',
      all: 'Sprekers: iedereen die spreekt, elk eenmaal per casus of document.',
    },
    share: {
      respondents:
        'Aandelen: gecodeerde woorden als percentage van alle woorden van de respondenten; een woord telt eenmaal.',
      all: 'Aandelen: gecodeerde woorden als percentage van alle woorden; een woord telt eenmaal.',
    },
    present: 'x: ten minste één fragment.',
    mean: 'Gemiddelden zijn van de waarden van de documenten.',
    percent: {
      row: 'Percentages zijn van het totaal van de rij.',
      column: 'Percentages zijn van het totaal van de kolom.',
      total: 'Percentages zijn van het totaal van de tabel.',
    },
    rollup: 'Bij een code tellen de codes eronder mee.',
    noRollup: 'Bij een code tellen de codes eronder niet mee.',
    totals: 'In een totaal telt niets dubbel.',
    topics:
      'Topics: een gecodeerd fragment telt mee als het een code van het topic draagt of onder de kop ervan staat.',
    types: 'Soorten bronnen: de soorten documenten waarin de code is toegekend.',
    singleType: 'Alleen codes die op één soort bron berusten.',
    withoutCase: (count) => `Documenten zonder casus, niet in deze tabel: ${count}.`,
    inReview: (count) => `Fragmenten waarvan de plaats nog is na te kijken, meegenomen: ${count}.`,
    lost: (count) => `Fragmenten waarvan de woorden niet zijn teruggevonden, weggelaten: ${count}.`,
    recoded: 'Fragmenten: die door de wijziging anders gecodeerd zijn.',
    relationsLeft: (count) => `Relaties met een code die er niet meer is, weggelaten: ${count}.`,
    where: (query) => `Alleen fragmenten die voldoen aan: ${query}.`,
    empty: 'Er is nog niets om te tonen.',
  },
};

/** The words of tables in a language. */
export function wordsOf(language: Language): Words {
  return language === 'nl' ? dutch : english;
}
