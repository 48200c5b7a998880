import * as vscode from 'vscode';
import { rangeOfCode } from '../../core/formats/codebook.ts';
import { type LinkTarget, memosAbout, targetOf } from '../../core/study/memoLinks.ts';
import type { TextRange } from '../../core/study/problem.ts';
import { documentsByCase } from '../../core/study/sources.ts';
import { rangeOf } from '../positions.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { linkUnder, memoIn, memoSelector } from './memoIn.ts';

/**
 * Go to Definition and Find All References for the links of memos: to what a link means, and to all links to the same. What a
 * definition cannot do, show a code in its tree, `memos.follow` does; the definition of a code is its record in the codebook.
 */
export function registerMemoDefinitions(sessions: Sessions): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(memoSelector, {
      async provideDefinition(document, position) {
        const under = linkUnder(sessions, document, position);
        if (!under) return [];
        const { session, link, target } = under;
        const places = await placesOf(session, target);
        return places.map(
          ({ uri, range }): vscode.LocationLink => ({
            originSelectionRange: rangeOf(document, link.range),
            targetUri: uri,
            targetRange: range,
          }),
        );
      },
    }),
    vscode.languages.registerReferenceProvider(memoSelector, {
      provideReferences: async (document, position) => {
        const under = linkUnder(sessions, document, position);
        return under ? linksOf(sessions, under.session, under.target) : [];
      },
    }),
  );
}

/** Where something is defined; a case has no place of its own but those of its documents. */
async function placesOf(
  session: StudySession,
  { kind, id }: LinkTarget,
): Promise<readonly vscode.Location[]> {
  switch (kind) {
    case 'code':
      return [await place(session, 'codebook.json', (text) => rangeOfCode(text, id))];
    case 'quotation':
      return Promise.all(
        session.quotations([id]).map((quotation) => place(session, quotation.document, () => quotation)),
      );
    case 'case': {
      const documents = documentsByCase(session.study).get(id) ?? [];
      return Promise.all(documents.map(({ path }) => place(session, path)));
    }
    case 'document':
    case 'memo':
      return [await place(session, id)];
  }
}

/** @param find where in the text of a file, LF text or not; its beginning where that is not known */
async function place(
  session: StudySession,
  path: string,
  find: (text: string) => TextRange | undefined = () => undefined,
): Promise<vscode.Location> {
  const document = await vscode.workspace.openTextDocument(session.uriOf(path));
  return new vscode.Location(
    document.uri,
    rangeOf(document, find(document.getText()) ?? { start: 0, end: 0 }),
  );
}

/** The links of all memos to something, as the memos are in their editors. */
async function linksOf(
  sessions: Sessions,
  session: StudySession,
  target: LinkTarget,
): Promise<vscode.Location[]> {
  const places = memosAbout(session.study, target).map(async ({ path }) => {
    const document = await vscode.workspace.openTextDocument(session.uriOf(path));
    const links = memoIn(sessions, document)?.memo.links ?? [];
    return links
      .filter((link) => {
        const meant = targetOf(session.study, link);
        return meant?.kind === target.kind && meant.id === target.id;
      })
      .map(({ range }) => new vscode.Location(document.uri, rangeOf(document, range)));
  });
  return (await Promise.all(places)).flat();
}
