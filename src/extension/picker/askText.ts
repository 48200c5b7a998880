import * as vscode from 'vscode';

export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  /** Of a series of questions, which this is and how many there are. */
  readonly step?: readonly [step: number, of: number];
  /** What is wrong with what was typed, if anything. */
  readonly refuse?: (text: string) => string | undefined;
}

/** Asks for a line of text. What was typed stays when the focus goes elsewhere; Escape gives undefined. */
export function askText({
  title,
  prompt,
  value = '',
  step,
  refuse,
}: TextQuestion): Promise<string | undefined> {
  const input = vscode.window.createInputBox();
  input.title = title;
  input.prompt = prompt;
  input.value = value;
  input.ignoreFocusOut = true;
  if (step) [input.step, input.totalSteps] = step;
  return new Promise((resolve) => {
    input.onDidChangeValue(() => {
      input.validationMessage = input.value.trim() === '' ? undefined : refuse?.(input.value);
    });
    input.onDidAccept(() => {
      input.validationMessage = refuse?.(input.value);
      if (input.validationMessage !== undefined) return;
      resolve(input.value);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
