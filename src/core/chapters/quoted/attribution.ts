import type { TextRange } from '../../study/problem.ts';
import type { QuotedPassage } from './passages.ts';
import { type NamedSource, type SourceNames, sourcesNamedIn } from './sources.ts';

/** Whom a chapter says a passage to be of. */
export interface Attribution {
  /** Interviews that it is attributed to: any of them will do. Empty when none is named. */
  readonly named: readonly NamedSource[];
  /** A source that no interview is known by, in a place that holds nothing but a source. */
  readonly unknown?: TextRange;
  /** A publication: what it says stands in no transcript. */
  readonly isLiterature: boolean;
}

const sourceMark = /(?:\b(?:bron|source)\s*:|^\s*[–—-]{1,3}\s)/i;

/** Words that make a name in their sentence that of whoever speaks; a hyphen stands for any ending. */
const sayingWords = [
  'volgens aldus zei zegt zeiden stond beschreef beschrijft respondent- interview- geïnterviewde- deelnemer-',
  'zeg- vertel- noem- stel- merk- leg- verklaar- vind- vond- antwoord- beschrijv- verwoord- benadruk- formuleer- herinner-',
  'verzucht- vat- constateer- reageer- voeg- beaam- erken- vraag- vroeg- geldt luidt',
  'said says say saying told tells explain- recall- remember- noted notes add added adds argue- describ- call called calls',
  'participant- answer- remark- admit- stress- observ- reflect- laugh- ask asked asks repl- mention- state stated states',
];
const saying = new RegExp(
  String.raw`(?<!\p{L})(?:according to|in the words of|in de woorden van|puts? it|${sayingWords
    .join(' ')
    .split(' ')
    .map((word) => word.replace(/-$/, String.raw`\p{L}*`))
    .join('|')})(?!\p{L})`,
  'iu',
);

/** Words before a name that make it what is talked of, not who talks. */
const about =
  /(?:(?<!\p{L})(?:over|met|tegen|naar|dan|voor|tot|tussen|jegens|richting|zonder|zoals|about|with|against|(?<!according )to|than|for|between|towards?|on|unlike|without)\s+(?:de |het |een |the |an? )?["“*_]*)$/iu;

/** A year in brackets, a key of a bibliography. */
const literature =
  /\[[^\]\n]*@[\w:.-]+[^\]\n]*\]|(?<![\p{L}\p{N}])@[\p{L}][\w:.-]*\d|\([^()]*(?:1[89]|20)\d\d[a-z]?(?:[,:;][^()]*)?\)/u;

/** A date beside an interview is no year of publication. */
function isOfBook(text: string): boolean {
  return literature.test(text) && !/interview|respondent|participant/i.test(text);
}

/** What a passage is called by rather than said in: a title, a term. */
const entitled =
  /(?:getiteld|onder de titel|onder de naam|genaamd|met als titel|entitled|titled|named|the title|de titel)\s*:?\s*$/i;

/** Whom a passage is attributed to, by what stands after it and before it in its sentence. */
export function attributionOf(names: SourceNames, text: string, passage: QuotedPassage): Attribution {
  const { before, after } = passage;
  const tail = text.slice(after.start, after.end);
  const lead = text.slice(before.start, before.end);
  const behind = explicitSource(names, text, after);
  const isLiterature = [tail, lead].some(isOfBook) || entitled.test(lead);
  if (behind.named.length > 0 || behind.unknown) return { ...behind, isLiterature };
  const said = sayingIn(names, text, before, /:\s*$/.test(lead) || saying.test(lead));
  if (said.length > 0) return { named: said, isLiterature };
  return { named: sayingIn(names, text, after, saying.test(tail)), isLiterature };
}

/** A source right after a passage: in brackets, after a dash, after "source:". */
function explicitSource(
  names: SourceNames,
  text: string,
  after: TextRange,
): { readonly named: readonly NamedSource[]; readonly unknown?: TextRange } {
  const tail = text.slice(after.start, after.end);
  const found =
    /^[\s.,;]*\(([^()]*)\)/.exec(tail) ??
    /^[\s.,;]*\[([^[\]]*)\]/.exec(tail) ??
    /^[\s.,;*_(]*(?:bron|source)\s*:([^.!?;\n]*)/i.exec(tail) ??
    /^[\s.,;*_(]*[–—-]{1,3}\s([^.!?\n]*)/.exec(tail);
  if (!found) return { named: [] };
  const inside = found[1] ?? '';
  const start = after.start + found[0].lastIndexOf(inside);
  const range = { start, end: start + inside.length };
  const named = sourcesNamedIn(names, text, range);
  if (named.length > 0 || !sourceMark.test(found[0])) return { named };
  const written = /\p{Lu}[\p{L}\p{N} .'’-]*/u.exec(inside);
  if (!written || !/(?:bron|source)\s*:/i.test(found[0])) return { named };
  const from = start + written.index;
  return { named, unknown: { start: from, end: from + written[0].trimEnd().length } };
}

/** The names in a sentence that are of who speaks. */
function sayingIn(
  names: SourceNames,
  text: string,
  range: TextRange,
  isSaying: boolean,
): readonly NamedSource[] {
  if (!isSaying) return [];
  return sourcesNamedIn(names, text, range).filter(
    ({ range: { start } }) => !about.test(text.slice(Math.max(range.start, start - 30), start)),
  );
}
