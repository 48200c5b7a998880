import * as vscode from 'vscode';
import { type LinkTarget, linksTo, memosAbout, targetOf } from '../../core/study/memoLinks.ts';
import type { Subject } from '../../core/study/subject.ts';
import type { CommandRow } from '../commands/register.ts';
import { chooseQuotation, inTranscript, transcriptIn } from '../inTranscript.ts';
import { pickOne } from '../picker/pickOne.ts';
import { pickSubject } from '../picker/subjectPicker.ts';
import { offsetOf } from '../positions.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import type { TreeArguments } from '../views/elementsMeant.ts';
import { elementsMeant } from '../views/elementsMeant.ts';
import type { QuotationElement } from '../views/quotationsView.ts';
import { linkMemo, targetOfSubject } from './linkMemo.ts';
import { linkAt, memoIn } from './memoIn.ts';
import { dateOf } from './memoItem.ts';
import { memoTypeName, targetName } from './memoNames.ts';
import type { MemosElement, MemosView } from './memosView.ts';
import { type MemoTargets, openMemo } from './memoTargets.ts';
import { newMemo, newMemoHere } from './newMemo.ts';

/** A row of any of our views that a memo can link to, or a quotation as the hover of an editor names it. */
type About = Subject | Pick<QuotationElement, 'quotation'>;

/** The commands that make, open, link and find memos. */
export class MemoCommands {
  readonly #sessions: Sessions;
  readonly #view: MemosView;
  readonly #targets: MemoTargets;

  constructor(sessions: Sessions, view: MemosView, targets: MemoTargets) {
    this.#sessions = sessions;
    this.#view = view;
    this.#targets = targets;
  }

  get rows(): readonly CommandRow[] {
    return [
      { id: 'newMemo', run: (...args: TreeArguments<About>) => this.#new(args) },
      { id: 'newMemoHere', run: () => this.#newHere() },
      { id: 'memos.reveal', run: (element: MemosElement) => this.#open(element) },
      { id: 'memos.follow', run: (offset?: unknown) => this.#follow(offset) },
      { id: 'memos.link', run: () => linkMemo(this.#sessions) },
      { id: 'memos.show', run: (...args: TreeArguments<About>) => this.#show(args) },
    ];
  }

  async #new(args: TreeArguments<About>): Promise<void> {
    const session = this.#sessions.active;
    if (session) await newMemo(session, targetsMeant(args));
  }

  async #newHere(): Promise<void> {
    const where = inTranscript(this.#sessions);
    if (where) await newMemoHere(where);
  }

  async #open(element: MemosElement): Promise<void> {
    const session = this.#sessions.active;
    if (!session || element.kind === 'type') return;
    const link = element.kind === 'link' ? this.#view.linkOf(element) : undefined;
    if (link?.target) return this.#targets.open(session, link.target);
    const { path } = element;
    await openMemo(session, path, link && { start: link.start, end: link.start });
  }

  /** Follows the link at an offset of the active memo, or at the caret. */
  async #follow(offset: unknown): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const found = memoIn(this.#sessions, editor?.document);
    if (!editor || !found) return;
    const at = typeof offset === 'number' ? offset : offsetOf(editor.document, editor.selection.active);
    const link = linkAt(found.memo, at);
    const target = link && targetOf(found.session.study, link);
    if (target) return this.#targets.open(found.session, target);
    void vscode.window.showInformationMessage(say(link ? 'memos.linkGone' : 'memos.noLink'));
  }

  /** Show Memos: those that link to what is meant, to open one where it does. */
  async #show(args: TreeArguments<About>): Promise<void> {
    const session = this.#sessions.active;
    const [meant] = targetsMeant(args);
    const target = session && (meant ?? (await this.#choose(session)));
    if (!session || !target) return;
    const { study } = session;
    const rows = memosAbout(study, target).map((memo) => ({
      label: memo.title,
      description: [memoTypeName(memo.type), dateOf(memo)].filter((text) => text !== undefined).join(' · '),
      iconPath: new vscode.ThemeIcon('note'),
      memo,
    }));
    const more = { label: say('memos.new'), iconPath: new vscode.ThemeIcon('add'), memo: undefined };
    const picked = await pickOne([...rows, more], {
      title: say('memos.showTitle', { count: rows.length, name: targetName(study, target) }),
      matchOnDescription: true,
    });
    if (!picked) return;
    if (!picked.memo) return newMemo(session, [target]);
    const link = linksTo(study, target).find(({ memo }) => memo === picked.memo);
    await openMemo(session, picked.memo.path, link?.link.range);
  }

  /** The quotation at the caret of a transcript, else what the user chooses. */
  async #choose(session: StudySession): Promise<LinkTarget | undefined> {
    const where = transcriptIn(this.#sessions, vscode.window.activeTextEditor);
    if (where) {
      const quotation = await chooseQuotation(where);
      return quotation && { kind: 'quotation', id: quotation.id };
    }
    const subject = await pickSubject(session.study, say('memos.showWhich'));
    return subject && targetOfSubject(subject);
  }
}

/** What rows of our views stand for. Groups and other rows that a memo cannot link to are passed over. */
function targetsMeant(args: TreeArguments<About>): readonly LinkTarget[] {
  const elements = elementsMeant<About>({ selection: [] }, args) ?? [];
  return elements.flatMap((element): readonly LinkTarget[] => {
    if ('quotation' in element) return [{ kind: 'quotation', id: element.quotation }];
    const target = targetOfSubject(element);
    return target ? [target] : [];
  });
}
