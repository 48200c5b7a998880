import { textAfter } from '../anchoring/followRange.ts';
import { parseSidecar, serialiseSidecar } from '../formats/sidecar.ts';
import type { ContentEdit, FileChange, FileSide } from '../study/operation.ts';
import { type Problem, problem } from '../study/problem.ts';
import { readSidecarPath } from '../study/sidecarPath.ts';
import { digestOf } from '../text/digest.ts';
import { frontMatterOf } from '../text/frontMatter.ts';
import { rawOffsets } from '../text/rawOffsets.ts';
import { normalForm, transcriptOf } from '../text/transcript.ts';
import { type NameReplacement, readable, type TextFile } from './nameReplacements.ts';
import { placedAfter } from './replaceNames.ts';

/** What a chapter needs besides: its generated blocks are still as they were generated, so their digests are made anew. */
export type Seal = (text: string, edits: readonly ContentEdit[]) => readonly ContentEdit[];

/**
 * The changes of files that put pseudonyms in the place of the names that are given, and of no other. The quotations of a transcript
 * stay on exactly their words; one that held a part of a name holds all of its pseudonym.
 *
 * @param files all files of the study that are text, each sidecar of the very text of its transcript
 */
export function contentChanges(
  files: readonly TextFile[],
  replacements: readonly (ContentEdit & Pick<NameReplacement, 'path'>)[],
  seal: Seal,
): readonly FileChange[] {
  const raw = new Map(files.map((file) => [file.path, file.raw]));
  const edits = new Map<string, ContentEdit[]>();
  for (const { path, start, end, text } of replacements)
    edits.set(path, [...(edits.get(path) ?? []), { start, end, text }]);
  const changes = new Map<string, FileChange>();
  for (const { path, raw: before } of files) {
    const own = edits.get(path);
    if (own && !readSidecarPath(path, (file) => raw.has(file)))
      changes.set(path, changed(path, before, seal(normalForm(before), withSafeQuotes(before, own))));
  }
  for (const { path, raw: before } of files) {
    const sidecar = readSidecarPath(path, (file) => raw.has(file));
    const transcript = sidecar && changes.get(sidecar.document);
    const own = edits.get(path) ?? [];
    if (!sidecar || (!transcript && own.length === 0)) continue;
    const said = textAfter(normalForm(before), own);
    const { value } = parseSidecar(said, path, sidecar.document, sidecar.coder);
    if (!value) continue;
    const after = transcriptOf(transcript?.after.raw ?? raw.get(sidecar.document) ?? '');
    const quotations = value.quotations.map((quotation) =>
      transcript ? placedAfter(quotation, transcript.after.edits, after.text) : quotation,
    );
    const text = transcript ? digestOf(after) : value.sidecar.text;
    const written = serialiseSidecar({ ...value, sidecar: { ...value.sidecar, text }, quotations });
    if (written !== before) changes.set(path, whole(path, before, written));
  }
  return [...changes.values()];
}

/** What keeps names from being replaced safely: JSON that cannot be read or that a newer version wrote. */
export function problemsOfFiles(files: readonly TextFile[]): readonly Problem[] {
  const raw = new Map(files.map((file) => [file.path, file.raw]));
  return files.flatMap(({ path, raw: text }): readonly Problem[] => {
    if (!path.endsWith('.json')) return [];
    const cannot = [problem('error', path, 'pseudonymise.unreadable', { file: path })];
    if (readable(text.replace(/^\ufeff/, '')) === undefined) return cannot;
    const sidecar = readSidecarPath(path, (file) => raw.has(file));
    if (!sidecar) return [];
    const { value, readOnly } = parseSidecar(text, path, sidecar.document, sidecar.coder);
    const transcript = raw.get(sidecar.document);
    const isOfText =
      transcript === undefined ||
      value?.quotations.length === 0 ||
      value?.sidecar.text.sha256 === digestOf(transcriptOf(transcript)).sha256;
    return value && !readOnly && isOfText ? [] : cannot;
  });
}

/** In front matter an apostrophe may end a value: where it does, the typographic one stands for it. */
function withSafeQuotes(raw: string, edits: readonly ContentEdit[]): readonly ContentEdit[] {
  const before = frontMatterOf(transcriptOf(raw));
  if (before.end === 0 || before.error) return edits;
  const after = frontMatterOf({ text: textAfter(normalForm(raw), edits) });
  const isSame =
    !after.error && Object.keys(after.attributes).length === Object.keys(before.attributes).length;
  if (isSame) return edits;
  return edits.map((edit) =>
    edit.end <= before.end ? { ...edit, text: edit.text.replaceAll("'", '’') } : edit,
  );
}

function changed(path: string, raw: string, edits: readonly ContentEdit[]): FileChange {
  const after: FileSide = { raw: rawAfter(raw, edits), edits };
  return { kind: 'content', path, before: { raw, edits: reversed(normalForm(raw), edits) }, after };
}

function whole(path: string, before: string, after: string): FileChange {
  const [from, to] = [normalForm(before), normalForm(after)];
  return {
    kind: 'content',
    path,
    before: { raw: before, edits: [{ start: 0, end: to.length, text: from }] },
    after: { raw: after, edits: [{ start: 0, end: from.length, text: to }] },
  };
}

/** The edits that take edits back. */
function reversed(text: string, edits: readonly ContentEdit[]): readonly ContentEdit[] {
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
  });
}

/** What no edit touches keeps its bytes; a line end that is put in is as the first one of the file. */
function rawAfter(raw: string, edits: readonly ContentEdit[]): string {
  const lineEnd = /\r\n?|\n/.exec(raw)?.[0] ?? '\n';
  const toRaw = rawOffsets(raw);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits) {
    parts.push(raw.slice(at, toRaw(start)), text.replaceAll('\n', lineEnd));
    at = toRaw(end);
  }
  return parts.join('') + raw.slice(at);
}
