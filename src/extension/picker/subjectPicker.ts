import * as vscode from 'vscode';
import { codeTreeOf } from '../../core/study/codeTree.ts';
import { caseOf, documentName, documentsByCase } from '../../core/study/sources.ts';
import type { Study } from '../../core/study/study.ts';
import type { Subject } from '../../core/study/subject.ts';
import type { MessageKey } from '../../messages/english.ts';
import { say } from '../say.ts';
import { codeRow } from './codeRow.ts';
import { pickOne } from './pickOne.ts';

export type SubjectRow = vscode.QuickPickItem & { readonly subject?: Subject };

/** Lets the user choose what quotations are about: a code, a case or a document. */
export async function pickSubject(study: Study, title: string): Promise<Subject | undefined> {
  const picked = await pickOne(subjectRows(study), {
    title,
    matchOnDescription: true,
  });
  return picked?.subject;
}

/** All codes, cases and documents of a study, each kind under its heading. */
export function subjectRows(study: Study): readonly SubjectRow[] {
  return [
    ...section('subject.codes', codeRows(study)),
    ...section('subject.cases', caseRows(study)),
    ...section('subject.documents', documentRows(study)),
  ];
}

function section(key: MessageKey, rows: readonly SubjectRow[]): readonly SubjectRow[] {
  return rows.length === 0 ? [] : [{ label: say(key), kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

function codeRows({ codebook }: Study): readonly SubjectRow[] {
  return codeTreeOf(codebook).all.map((code) => ({
    ...codeRow(codebook, code),
    subject: { kind: 'code', code: code.id },
  }));
}

function caseRows(study: Study): readonly SubjectRow[] {
  return [...documentsByCase(study).keys()].map((name) => ({
    label: name,
    iconPath: new vscode.ThemeIcon('briefcase'),
    subject: { kind: 'case', name },
  }));
}

function documentRows(study: Study): readonly SubjectRow[] {
  return [...study.documents.values()].map((document) => {
    const name = caseOf(document);
    return {
      label: documentName(document.path),
      ...(name !== undefined && { description: name }),
      iconPath: new vscode.ThemeIcon('file'),
      subject: { kind: 'document', path: document.path },
    };
  });
}
