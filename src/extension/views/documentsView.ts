import * as vscode from 'vscode';
import type { StudyDocument } from '../../core/study/model.ts';
import { sameValue } from '../../core/study/operation.ts';
import { attributesOf, caseOf, documentsByCase } from '../../core/study/sources.ts';
import type { Study } from '../../core/study/study.ts';
import type { Subject } from '../../core/study/subject.ts';
import { Coverages } from '../coverage/coverages.ts';
import { say } from '../say.ts';
import type { ActiveChange, Sessions } from '../sessions.ts';
import { caseItem, caseTooltip, countIn, documentItem, documentTooltip } from './documentItem.ts';
import type { Stale } from './redraw.ts';
import { StudyTree } from './studyTree.ts';

/** A row of the documents view: always the same object for the same case or document. */
export type DocumentsElement = Exclude<Subject, { readonly kind: 'code' }>;

/** The cases of the study with their transcripts, and how much of each is coded. */
export class DocumentsView extends StudyTree<DocumentsElement> {
  readonly #coverages = new Coverages(() => this.study);
  /** Paths of documents whose coverage the rows do not show yet. */
  readonly #recovered = new Set<string>();
  /** The study as the rows show it; what differs from it is drawn again. */
  #shown: Study | undefined;
  #allStale = false;

  constructor(sessions: Sessions) {
    super(sessions, 'codeboom.documents');
    this.#coverages.onDidChange((paths) => this.#noteCoverage(paths));
  }

  getChildren(element?: DocumentsElement): DocumentsElement[] {
    const study = this.study;
    if (!study || element?.kind === 'document') return [];
    if (element) return documentsOf(study, element.name).map((document) => this.#elementOfDocument(document));
    const without = documentsOf(study, undefined);
    const cases = [...documentsByCase(study).keys()];
    if (cases.length === 0) return without.map((document) => this.#elementOfDocument(document));
    const names = without.length > 0 ? [...cases, undefined] : cases;
    return names.map((name) => this.#elementOf({ kind: 'case', name }));
  }

  getParent(element: DocumentsElement): DocumentsElement | undefined {
    const study = this.study;
    if (!study || element.kind === 'case' || documentsByCase(study).size === 0) return undefined;
    const document = study.documents.get(element.path);
    return document && this.#elementOf({ kind: 'case', name: caseOf(document) });
  }

  getTreeItem(element: DocumentsElement): vscode.TreeItem {
    const session = this.sessions.active;
    if (!session) return new vscode.TreeItem('');
    if (element.kind === 'case') return caseItem(element.name, documentsOf(session.study, element.name));
    const document = session.study.documents.get(element.path);
    if (!document) return new vscode.TreeItem('');
    return documentItem(document, {
      uri: session.uriOf(element.path),
      coverage: this.#coverages.of(document),
      showQuotations: {
        command: 'codeboom.documents.showQuotations',
        title: say('subject.title'),
        arguments: [element],
      },
    });
  }

  resolveTreeItem(item: vscode.TreeItem, element: DocumentsElement): vscode.TreeItem {
    const study = this.study;
    if (!study) return item;
    if (element.kind === 'case') {
      if (element.name !== undefined) item.tooltip = caseTooltip(study, element.name);
      return item;
    }
    const document = study.documents.get(element.path);
    if (document) item.tooltip = documentTooltip(study, document);
    return item;
  }

  #elementOfDocument({ path }: StudyDocument): DocumentsElement {
    return this.#elementOf({ kind: 'document', path });
  }

  #elementOf(element: DocumentsElement): DocumentsElement {
    const key = element.kind === 'document' ? `document/${element.path}` : `case/${element.name ?? ''}`;
    return this.row(key, element);
  }

  protected noteChange(change: ActiveChange): void {
    if (!change || change.cases || change.settings) {
      this.#allStale = true;
      this.#coverages.clear();
    }
    if (this.#allStale || (change && (change.quotations.size > 0 || change.transcripts.size > 0))) {
      this.redraw.soon();
    }
  }

  #noteCoverage(paths: readonly string[]): void {
    for (const path of paths) this.#recovered.add(path);
    this.redraw.soon();
  }

  protected override stale(): Stale<DocumentsElement> {
    const study = this.study;
    const before = this.#shown;
    const isAll = this.#allStale;
    this.#shown = study;
    this.#allStale = false;
    if (isAll || !study || !before || before.documents.size !== study.documents.size) return 'all';
    const stale = new Set<DocumentsElement>(
      [...this.#recovered].map((path) => this.#elementOf({ kind: 'document', path })),
    );
    this.#recovered.clear();
    for (const document of study.documents.values()) {
      const old = before.documents.get(document.path);
      if (old === document) continue;
      if (!old || caseOf(old) !== caseOf(document)) return 'all';
      // Out of sight nothing is worked out for a row: VS Code asks for it again when it is seen.
      if (this.view.visible) this.#coverages.of(document);
      if (this.view.visible && showsTheSame(old, document)) continue;
      stale.add(this.#elementOfDocument(document));
      const parent = this.getParent({ kind: 'document', path: document.path });
      if (parent) stale.add(parent);
    }
    return [...stale];
  }

  override dispose(): void {
    this.#coverages.dispose();
    super.dispose();
  }
}

function documentsOf(study: Study, name: string | undefined): readonly StudyDocument[] {
  if (name !== undefined) return documentsByCase(study).get(name) ?? [];
  return [...study.documents.values()].filter((document) => caseOf(document) === undefined);
}

/** Whether typing in a transcript, or coding it, changed nothing that its row shows, but for the coverage. */
function showsTheSame(before: StudyDocument, after: StudyDocument): boolean {
  return (
    (before.transcript === undefined) === (after.transcript === undefined) &&
    countIn([before]) === countIn([after]) &&
    sameValue(attributesOf(before), attributesOf(after))
  );
}
