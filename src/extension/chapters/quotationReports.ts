import * as vscode from 'vscode';
import { citationOf } from '../../core/chapters/citations.ts';
import { type Extracted, extractQuotations } from '../../core/chapters/extract.ts';
import { codeTreeOf } from '../../core/study/codeTree.ts';
import { codeIdFor } from '../../core/study/ids.ts';
import { formatQuotation } from '../../core/study/quoteStyle.ts';
import { documentName, documentsByCase } from '../../core/study/sources.ts';
import { codeIcon } from '../codeIcon.ts';
import type { CommandRow } from '../commands/register.ts';
import { chooseQuotation, inTranscript } from '../inTranscript.ts';
import { pickQuotation } from '../picker/quotationPicker.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';

/** The commands that take quotations out of the study: to the clipboard, into a chapter, into a document of their own. */
export function quotationReports(sessions: Sessions): readonly CommandRow[] {
  return [
    { id: 'copyQuotation', run: () => copyQuotation(sessions) },
    { id: 'insertQuotation', run: () => insertQuotation(sessions) },
    {
      id: 'extractQuotations',
      run: (item?: { readonly extract?: Extracted }) => extract(sessions, item?.extract),
    },
  ];
}

async function copyQuotation(sessions: Sessions): Promise<void> {
  const where = inTranscript(sessions);
  const quotation = where && (await chooseQuotation(where));
  if (!where || !quotation) return;
  await vscode.env.clipboard.writeText(formatQuotation(where.session.study, quotation));
  vscode.window.setStatusBarMessage(`$(check) ${say('quotation.copied', { count: 1 })}`, 4000);
}

/** In a chapter of the study the quotation is a citation, which stays up to date; elsewhere it is text. */
async function insertQuotation(sessions: Sessions): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const session = (editor && sessions.of(editor.document.uri)) ?? sessions.active;
  if (!editor || !session) return;
  const quotation = await pickQuotation(session.study, say('quotation.insertTitle'));
  if (!quotation) return;
  const printed = formatQuotation(session.study, quotation);
  const text = session.isChapter(editor.document.uri) ? citationOf(quotation.id, printed) : printed;
  await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, text);
  });
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
}

/** Opens the quotations of a code, case or document as a new Markdown document beside the chapters, not yet saved. */
async function extract(sessions: Sessions, given: Extracted | undefined): Promise<void> {
  const session = sessions.active;
  if (!session) return;
  const wanted = given ?? (await pickExtract(session));
  if (!wanted) return;
  const path = await freePath(session, `chapters/${codeIdFor(nameOf(session, wanted), () => false)}`);
  const markdown = extractQuotations(session.study, wanted, path);
  const document = await vscode.workspace.openTextDocument(session.uriOf(path).with({ scheme: 'untitled' }));
  await vscode.languages.setTextDocumentLanguage(document, 'markdown');
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), markdown));
}

function nameOf(session: StudySession, extracted: Extracted): string {
  if (extracted.of === 'case') return extracted.name;
  if (extracted.of === 'document') return documentName(extracted.path);
  return session.study.codebook.codes.get(extracted.id)?.name ?? extracted.id;
}

async function freePath(session: StudySession, stem: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = number === 1 ? `${stem}.md` : `${stem}-${number}.md`;
    try {
      await vscode.workspace.fs.stat(session.uriOf(path));
    } catch {
      return path;
    }
  }
}

async function pickExtract(session: StudySession): Promise<Extracted | undefined> {
  const { study } = session;
  const tree = codeTreeOf(study.codebook);
  const items: (vscode.QuickPickItem & { readonly extract?: Extracted })[] = [
    { label: say('extract.codes'), kind: vscode.QuickPickItemKind.Separator },
    ...tree.all.map((code) => ({
      label: code.name,
      description: tree
        .pathTo(code.id)
        .slice(0, -1)
        .map(({ name }) => name)
        .join(' › '),
      iconPath: codeIcon(study.codebook, code),
      extract: { of: 'code', id: code.id } as const,
    })),
    { label: say('extract.cases'), kind: vscode.QuickPickItemKind.Separator },
    ...[...documentsByCase(study).keys()].map((name) => ({
      label: name,
      extract: { of: 'case', name } as const,
    })),
    { label: say('extract.documents'), kind: vscode.QuickPickItemKind.Separator },
    ...[...study.documents.keys()].map((path) => ({
      label: documentName(path),
      description: path,
      extract: { of: 'document', path } as const,
    })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: say('extract.title'),
    matchOnDescription: true,
  });
  return picked?.extract;
}
