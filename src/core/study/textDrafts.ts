import { type FrontMatterEdit, withWrittenValue, writtenValue } from '../text/frontMatterEdit.ts';
import type { AttributeChange } from './operation.ts';
import type { Study } from './study.ts';

/** The texts of transcripts while attributes in them are changed. */
export class TextDrafts {
  readonly #study: Study;
  readonly #now = new Map<string, string>();

  constructor(study: Study) {
    this.#study = study;
  }

  /** Changes one attribute; false, with the text as it was, when it is not written as the change expects. */
  put({ document, id, before, after }: AttributeChange): boolean {
    const text = this.#now.get(document) ?? this.#textOf(document);
    if (text === undefined || writtenValue({ text }, id) !== before?.written) return false;
    const edit = withWrittenValue({ text }, id, after?.written);
    if (!edit) return false;
    this.#now.set(document, text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end));
    return true;
  }

  /** What makes each text that it was into the one that it is. */
  get edits(): ReadonlyMap<string, FrontMatterEdit> {
    return new Map(
      [...this.#now].map(([document, text]) => [document, editBetween(this.#textOf(document) ?? '', text)]),
    );
  }

  #textOf(document: string): string | undefined {
    return this.#study.documents.get(document)?.transcript?.text;
  }
}

/** The shortest single edit that makes one text of another; it cuts no surrogate pair. */
function editBetween(before: string, after: string): FrontMatterEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  if (isHighSurrogate(before, start - 1)) start--;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  if (isHighSurrogate(before, before.length - same - 1)) same--;
  const kept = Math.max(same, 0);
  return {
    range: { start, end: before.length - kept },
    text: after.slice(start, after.length - kept),
  };
}

function isHighSurrogate(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at));
}
