import * as vscode from 'vscode';
import type { Message } from '../core/study/problem.ts';
import { english, type MessageKey } from '../messages/english.ts';

/** A sentence of the catalogue in the language of the editor. */
export function say(key: MessageKey, values: Message['values'] = {}): string {
  return vscode.l10n.t(english[key], values);
}

/** The sentence of a message of core in the language of the editor. */
export function sentenceOf(message: Message): string {
  return isKey(message.key) ? say(message.key, message.values) : message.key;
}

function isKey(key: string): key is MessageKey {
  return key in english;
}
