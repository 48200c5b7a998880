import * as vscode from 'vscode';

type Input = Pick<vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>, 'value' | 'onDidChangeValue'>;

/** What was typed since a command began that may ask something; VS Code shows one question at a time. */
let typed: string | undefined;
let question: { readonly input: Input; readonly value: string } | undefined;

/** From now on what is typed in the editor is meant for a question that is still to come. */
export function expectTyping(): void {
  typed = '';
  question = undefined;
}

export function isTypingExpected(): boolean {
  return typed !== undefined;
}

/** @param text a character, or `backspace` for the key that takes one away */
export function typeAhead(text: string): void {
  if (typed === undefined) return;
  typed = text === 'backspace' ? typed.slice(0, -1) : typed + text;
}

/** Says of a question that was just shown that what was typed before it belongs in it. */
export function landTypingIn(input: Input): void {
  if (typed !== undefined) question = { input, value: input.value };
}

/** Puts what was typed too early into the question that was shown, before what was typed into that itself. */
export async function landTyping(): Promise<void> {
  if (question) await roundTrip();
  const [early, shown] = [typed, question];
  typed = undefined;
  question = undefined;
  if (!early || !shown) return;
  const { input, value } = shown;
  // What a question holds from the start is selected: the first character typed takes its place.
  input.value = early + (input.value === value ? '' : input.value);
  // A character that was typed while this was on its way was typed into what the input held before.
  const late = input.onDidChangeValue((now) => {
    if (!now.startsWith(early)) input.value = early + now;
  });
  // VS Code is told of a new value only once nothing else is to be done here.
  await new Promise((resolve) => setTimeout(resolve));
  await roundTrip();
  late.dispose();
}

/**
 * VS Code does what it is told in order, and answers in order: after this it has shown what it was told to show, and what was typed
 * before that is known here. Any command would do.
 */
function roundTrip(): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', 'codeboom.asked', true);
}
