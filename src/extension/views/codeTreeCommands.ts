import * as vscode from 'vscode';
import { codesMadeBy, createCodes } from '../../core/study/codebook/create.ts';
import { isRefusal } from '../../core/study/codebook/refusal.ts';
import type { Code } from '../../core/study/model.ts';
import { addToSet } from '../codebook/codeSetCommands.ts';
import type { CodeSetsView } from '../codebook/codeSetsView.ts';
import { applyUnlessRefused, refusedName, type SomeCodes } from '../codebook/codesMeant.ts';
import { defineCode } from '../codebook/define.ts';
import { setColor, setLevel } from '../codebook/fields.ts';
import { group, ungroup } from '../codebook/group.ts';
import { moveTo } from '../codebook/move.ts';
import type { ApplyCodes } from '../commands/applyCodes.ts';
import type { CommandRow } from '../commands/register.ts';
import { inTranscript, selectedRanges, transcriptIn } from '../inTranscript.ts';
import { askText } from '../picker/askText.ts';
import { pickLevel } from '../picker/codeFieldPickers.ts';
import { pickCode, pickSomeCodes } from '../picker/codePicker.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { showDone } from '../showDone.ts';
import type { CodeElement } from './codeItem.ts';
import { type CodeTreeElement, type CodeTreeView, codesIn } from './codeTreeView.ts';
import { elementsMeant, type TreeArguments } from './elementsMeant.ts';
import type { QuotationsView } from './quotationsView.ts';

type Arguments = TreeArguments<CodeTreeElement>;

/** The commands of the code tree: on what is selected there, or from the palette on a code that the user chooses. */
export class CodeTreeCommands {
  readonly #sessions: Sessions;
  readonly #tree: CodeTreeView;
  readonly #quotations: QuotationsView;
  readonly #applyCodes: ApplyCodes;
  readonly #codeSets: CodeSetsView;

  constructor(
    sessions: Sessions,
    tree: CodeTreeView,
    quotations: QuotationsView,
    applyCodes: ApplyCodes,
    codeSets: CodeSetsView,
  ) {
    this.#codeSets = codeSets;
    this.#sessions = sessions;
    this.#tree = tree;
    this.#quotations = quotations;
    this.#applyCodes = applyCodes;
  }

  get rows(): readonly CommandRow[] {
    const on =
      (act: (session: StudySession, codes: SomeCodes) => unknown, most: 'one' | 'several' = 'one') =>
      (...args: Arguments) =>
        this.#onCodes(args, act, most);
    return [
      { id: 'newCode', run: () => this.#newCode([]) },
      { id: 'codeTree.newCodeUnder', run: (...args: Arguments) => this.#newCode(args) },
      { id: 'codeTree.choose', run: (element: CodeElement) => this.#open(element) },
      { id: 'codeTree.apply', run: (...args: Arguments) => this.#apply(args) },
      { id: 'codeTree.showQuotations', run: on((_, codes) => this.#show(codes)) },
      {
        id: 'codeTree.rename',
        run: this.#orOfSmartCodes(
          'smartCodes.rename',
          on(async (session, [code]) => (await import('../codebook/rename.ts')).rename(session, code)),
        ),
      },
      { id: 'codeTree.define', run: on((session, [code]) => defineCode(session, code)) },
      { id: 'codeTree.color', run: on(setColor) },
      { id: 'codeTree.level', run: on(setLevel) },
      { id: 'codeTree.moveTo', run: on((session, codes) => this.#moveTo(session, codes)) },
      {
        id: 'codeTree.merge',
        run: on(async (session, codes) => (await import('../codebook/merge.ts')).merge(session, codes)),
      },
      { id: 'codeTree.group', run: on((session, codes) => this.#group(session, codes), 'several') },
      { id: 'codeTree.ungroup', run: on(ungroup) },
      {
        id: 'codeTree.split',
        run: on(async (session, [code]) => (await import('../codebook/split.ts')).split(session, code)),
      },
      {
        id: 'codeTree.addToSet',
        run: on((session, codes) => addToSet(session, codes, this.#codeSets), 'several'),
      },
      {
        id: 'codeTree.delete',
        run: this.#orOfSmartCodes(
          'smartCodes.delete',
          on(async (session, codes) =>
            (await import('../codebook/delete.ts')).deleteWithQuestion(session, codes),
          ),
        ),
      },
      { id: 'codeTree.history', run: on((session, codes) => this.#showHistory(session, codes)) },
      {
        id: 'codebookHistory',
        run: () => this.#sessions.active && this.#showHistory(this.#sessions.active),
      },
      { id: 'codeTree.toggleHighlights', run: on((_, codes) => this.#toggleHighlights(codes), 'several') },
      { id: 'codeTree.filter', run: () => this.#filter() },
      { id: 'codeTree.clearFilter', run: () => this.#tree.setFilter('') },
      { id: 'codeTree.sortByName', run: () => this.#tree.setSort('name') },
      { id: 'codeTree.sortByCodings', run: () => this.#tree.setSort('codings') },
    ];
  }

  async #showHistory(session: StudySession, codes: readonly Code[] = []): Promise<void> {
    const { showHistory } = await import('../codebook/codebookHistory.ts');
    await showHistory(session, (code) => this.#tree.reveal(code), codes);
  }

  /** @param most how many codes the palette asks for, where nothing in the tree is meant */
  async #onCodes(
    args: Arguments,
    act: (session: StudySession, codes: SomeCodes) => unknown,
    most: 'one' | 'several',
  ): Promise<void> {
    const session = this.#sessions.active;
    if (!session) return;
    const { codebook } = session.study;
    const elements = elementsMeant(this.#tree.view, args);
    const ask = most === 'one' ? pickCode : pickSomeCodes;
    const codes = elements ? codesIn(codebook, elements) : [await ask(codebook, say('codes.which'))].flat();
    const [first, ...others] = codes.filter((code) => code !== undefined);
    if (first) await act(session, [first, ...others]);
  }

  /** A key cannot know what kind of row it is pressed on: where only smart codes are meant, their command is. */
  #orOfSmartCodes(command: string, run: (...args: Arguments) => unknown): (...args: Arguments) => unknown {
    return (...args) => {
      const elements = elementsMeant(this.#tree.view, args) ?? [];
      const isSmart = elements.length > 0 && elements.every(({ kind }) => kind === 'smartCode');
      return isSmart ? vscode.commands.executeCommand(`codeboom.${command}`, ...args) : run(...args);
    };
  }

  async #newCode(args: Arguments): Promise<void> {
    const session = this.#sessions.active;
    if (!session) return;
    const [parent] = codesIn(session.study.codebook, elementsMeant(this.#tree.view, args) ?? []);
    const name = await askText({
      title: parent ? say('newCode.titleUnder', { parent: parent.name }) : say('newCode.title'),
      prompt: say('newCode.namePrompt'),
      refuse: (text) => refusedName(session.study.codebook, text),
    });
    if (name === undefined) return;
    const likely = parent?.level === 'dimension' ? 'theme' : 'code';
    const level = await pickLevel(say('newCode.levelTitle', { name }), likely);
    if (!level) return;
    const fields = { name, level, ...(parent && { parent: parent.id }) };
    const made = createCodes(session.study, [fields], session.author);
    applyUnlessRefused(session, made);
    const [code] = isRefusal(made) ? [] : codesMadeBy(made);
    if (code) await this.#tree.reveal(code.id);
  }

  async #group(session: StudySession, codes: SomeCodes): Promise<void> {
    const made = await group(session, codes);
    // What was grouped stays in sight.
    if (made) await this.#tree.reveal(made.id, { expand: true });
  }

  async #moveTo(session: StudySession, codes: SomeCodes): Promise<void> {
    await moveTo(session, codes);
    await this.#tree.reveal(codes[0].id);
  }

  /** A click or Enter on a code: applies it to what is selected in a transcript, else shows its quotations. */
  #open(element: CodeElement): void {
    const where = transcriptIn(this.#sessions, vscode.window.activeTextEditor);
    if (where && where.session === this.#sessions.active && selectedRanges(where.editor).length > 0) {
      this.#applyCodes.applyTo(where, [element.code]);
    } else {
      this.#quotations.show([element], { focus: false });
    }
  }

  #apply(args: Arguments): void {
    const where = inTranscript(this.#sessions);
    if (!where) return;
    const { codebook } = where.session.study;
    const codes = codesIn(codebook, elementsMeant(this.#tree.view, args) ?? []).map(({ id }) => id);
    if (codes.length > 0) this.#applyCodes.applyTo(where, codes);
  }

  #toggleHighlights(codes: SomeCodes): void {
    const key = this.#tree.toggleHighlights(codes) ? 'codeTree.shown' : 'codeTree.hidden';
    showDone(say(key, { codes: codes.map(({ name }) => name).join(', ') }));
  }

  #show(codes: readonly Code[]): void {
    this.#quotations.show(
      codes.map(({ id }) => ({ kind: 'code', code: id })),
      { focus: true },
    );
  }

  /** Filters while the user types; Escape goes back to what was. */
  #filter(): void {
    const before = this.#tree.filter;
    const input = vscode.window.createInputBox();
    input.title = say('codeTree.filterTitle');
    input.prompt = say('codeTree.filterPrompt');
    input.value = before;
    input.ignoreFocusOut = true;
    let isKept = false;
    input.onDidChangeValue((text) => this.#tree.setFilter(text));
    input.onDidAccept(() => {
      isKept = true;
      input.hide();
    });
    input.onDidHide(() => {
      if (!isKept) this.#tree.setFilter(before);
      input.dispose();
    });
    input.show();
  }
}
