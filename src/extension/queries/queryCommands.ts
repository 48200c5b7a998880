import * as vscode from 'vscode';
import { referencesToSaved } from '../../core/chapters/references.ts';
import { renameSavedReferring } from '../../core/chapters/renameReferring.ts';
import { written } from '../../core/query/completions.ts';
import { type SavedQuery, savedQueries } from '../../core/query/saved.ts';
import {
  changeSavedQuery,
  deleteSavedQueries,
  refusedSavedName,
  saveQuery,
} from '../../core/query/savedQueryChanges.ts';
import { smartCodes } from '../../core/query/smartCodes.ts';
import { operatorWords } from '../../core/query/vocabulary.ts';
import { cleanName } from '../../core/study/codebook/names.ts';
import { isRefusal } from '../../core/study/codebook/refusal.ts';
import { codesNamed } from '../../core/study/codeNames.ts';
import { settingsOf } from '../../core/study/settings.ts';
import { applyUnlessRefused } from '../codebook/codesMeant.ts';
import { detailOf } from '../codebook/delete.ts';
import { chapterTexts, offerEdits } from '../codebook/referringTexts.ts';
import type { CommandRow } from '../commands/register.ts';
import { askText } from '../picker/askText.ts';
import { pickSomeCodes } from '../picker/codePicker.ts';
import { say, sentenceOf } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { type CodeTreeElement, type CodeTreeView, codesIn } from '../views/codeTreeView.ts';
import { elementsMeant, type TreeArguments } from '../views/elementsMeant.ts';
import type { QuotationsView } from '../views/quotationsView.ts';
import { type AskedQuery, askQuery } from './queryPicker.ts';
import type { RecentQueries } from './recentQueries.ts';
import { smartCodeIcon } from './smartCodeItem.ts';

type Arguments = TreeArguments<CodeTreeElement>;

/** The commands of queries, and of the smart codes that they become when they are saved. */
export class QueryCommands {
  readonly #sessions: Sessions;
  readonly #tree: CodeTreeView;
  readonly #quotations: QuotationsView;
  readonly #recent: RecentQueries;

  constructor(sessions: Sessions, tree: CodeTreeView, quotations: QuotationsView, recent: RecentQueries) {
    this.#sessions = sessions;
    this.#tree = tree;
    this.#quotations = quotations;
    this.#recent = recent;
  }

  get rows(): readonly CommandRow[] {
    const on =
      (act: (session: StudySession, saved: readonly [SavedQuery, ...SavedQuery[]]) => unknown) =>
      (...args: Arguments) =>
        this.#onSaved(args, act);
    return [
      { id: 'query', run: () => this.#sessions.active && this.#query(this.#sessions.active, '') },
      { id: 'codeTree.query', run: (...args: Arguments) => this.#queryCodes(args) },
      { id: 'smartCodes.showQuotations', run: on((_, [{ name }]) => this.#show(name)) },
      { id: 'smartCodes.edit', run: on((session, [saved]) => this.#edit(session, saved)) },
      { id: 'smartCodes.rename', run: on((session, [saved]) => this.#rename(session, saved)) },
      { id: 'smartCodes.delete', run: on((session, saved) => this.#delete(session, saved)) },
    ];
  }

  /** On the smart codes that are meant in the tree; from the palette on one that the user chooses. */
  async #onSaved(
    args: Arguments,
    act: (session: StudySession, saved: readonly [SavedQuery, ...SavedQuery[]]) => unknown,
  ): Promise<void> {
    const session = this.#sessions.active;
    if (!session) return;
    const elements = elementsMeant(this.#tree.view, args);
    const names = elements?.flatMap((element) => (element.kind === 'smartCode' ? element.name : []));
    const known = savedQueries(session.study.settings);
    const saved = names
      ? known.filter(({ name }) => names.includes(name))
      : [await pickSmartCode(session)].flatMap((one) => one ?? []);
    const [first, ...others] = saved;
    if (first) await act(session, [first, ...others]);
  }

  async #queryCodes(args: Arguments): Promise<void> {
    const session = this.#sessions.active;
    if (!session) return;
    const { codebook } = session.study;
    const elements = elementsMeant(this.#tree.view, args);
    const codes = elements ? codesIn(codebook, elements) : await pickSomeCodes(codebook, say('codes.which'));
    if (codes.length === 0) return;
    const names = codes.map(({ id, name }) => written(codesNamed(codebook, name).length === 1 ? name : id));
    const { language } = settingsOf(session.study.settings);
    const any = names.join(` ${operatorWords.or[language][0]} `);
    await this.#query(session, names.length === 1 ? `${any} ` : `(${any}) `);
  }

  async #query(session: StudySession, value: string): Promise<void> {
    const title = say('query.title');
    let asked = await askQuery(session, this.#quotations, { title, value, recent: this.#recent.all });
    // Who thinks better of a name comes back to the query.
    while (asked?.act === 'saveAs' && !(await this.#saveAs(session, asked))) {
      const { text } = asked;
      asked = await askQuery(session, this.#quotations, { title, value: text, recent: this.#recent.all });
    }
    if (asked?.act !== 'show') return;
    this.#recent.asked(asked.text);
    this.#quotations.showAsked({ kind: 'query', text: asked.text }, { focus: true });
  }

  /** @returns false when the user gave no name */
  async #saveAs(session: StudySession, { text }: AskedQuery): Promise<boolean> {
    const name = await askName(session, say('query.saveTitle'));
    if (name === undefined) return false;
    this.#recent.asked(text);
    if (applyUnlessRefused(session, saveQuery(session.study, name, text)))
      await this.#reveal(cleanName(name));
    return true;
  }

  async #edit(session: StudySession, { name, text }: SavedQuery): Promise<void> {
    const asked = await askQuery(session, this.#quotations, {
      title: say('smartCode.editTitle', { name }),
      value: text,
      recent: this.#recent.all,
      own: name,
    });
    if (!asked) return;
    if (asked.act === 'saveAs') {
      if (!(await this.#saveAs(session, asked))) await this.#edit(session, { name, text: asked.text });
      return;
    }
    this.#recent.asked(asked.text);
    if (applyUnlessRefused(session, changeSavedQuery(session.study, name, asked.text)))
      await this.#reveal(name);
  }

  async #rename(session: StudySession, { name }: SavedQuery): Promise<void> {
    const to = await askName(session, say('rename.title', { code: name }), name);
    if (to === undefined) return;
    const renamed = renameSavedReferring(session.study, name, to, await chapterTexts(session));
    if (!applyUnlessRefused(session, isRefusal(renamed) ? renamed : renamed.operation)) return;
    if (this.#isShown(name)) this.#show(cleanName(to), { focus: false });
    await this.#tree.revealSmartCode(cleanName(to));
    if (!isRefusal(renamed)) await offerEdits(session, renamed.edits, cleanName(to));
  }

  /** Where other queries or tables use one, that is told first. */
  async #delete(session: StudySession, saved: readonly [SavedQuery, ...SavedQuery[]]): Promise<void> {
    const names = saved.map(({ name }) => name);
    const chapters = await chapterTexts(session);
    const references = names
      .flatMap((name) => referencesToSaved(session.study, name, chapters))
      .filter(({ kind, name }) => !(kind === 'query' && names.includes(name)));
    if (references.length > 0) {
      const remove = say('delete.button');
      const what =
        names.length === 1
          ? say('code.quoted', { name: saved[0].name })
          : say('smartCode.several', { count: names.length });
      const answer = await vscode.window.showWarningMessage(
        say('delete.question', { what }),
        { modal: true, detail: detailOf(0, 0, references) },
        remove,
      );
      if (answer !== remove) return;
    }
    session.apply(deleteSavedQueries(session.study, names));
  }

  async #reveal(name: string): Promise<void> {
    this.#show(name, { focus: false });
    await this.#tree.revealSmartCode(name);
  }

  #show(name: string, { focus } = { focus: false }): void {
    this.#quotations.showAsked({ kind: 'smartCode', name }, { focus });
  }

  #isShown(name: string): boolean {
    const { asked } = this.#quotations;
    return asked?.kind === 'smartCode' && asked.name === name;
  }
}

function askName(session: StudySession, title: string, own?: string): Promise<string | undefined> {
  return askText({
    title,
    prompt: say('smartCode.namePrompt'),
    ...(own !== undefined && { value: own }),
    refuse: (text) => {
      const refusal = refusedSavedName(session.study, text, own);
      return refusal && sentenceOf(refusal.refused);
    },
  });
}

async function pickSmartCode(session: StudySession): Promise<SavedQuery | undefined> {
  const all = smartCodes(session.study);
  if (all.length === 0) {
    void vscode.window.showInformationMessage(say('smartCode.none'));
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    all.map((saved) => ({ label: saved.name, description: saved.text, iconPath: smartCodeIcon, saved })),
    { title: say('smartCode.which'), matchOnDescription: true, ignoreFocusOut: true },
  );
  return picked?.saved;
}
