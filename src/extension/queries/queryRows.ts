import * as vscode from 'vscode';
import { type Completion, completions, written } from '../../core/query/completions.ts';
import type { QueryError } from '../../core/query/query.ts';
import { withSaved } from '../../core/query/savedQueryChanges.ts';
import { foundBy } from '../../core/query/smartCodes.ts';
import { fieldOf, operatorOf } from '../../core/query/vocabulary.ts';
import { codesNamed } from '../../core/study/codeNames.ts';
import type { Quotation } from '../../core/study/model.ts';
import type { Study } from '../../core/study/study.ts';
import { codeIcon } from '../codeIcon.ts';
import { say, sentenceOf } from '../say.ts';
import { smartCodeIcon } from './smartCodeItem.ts';

/** A row under the query that is being typed. */
export interface QueryRow extends vscode.QuickPickItem {
  /** What Enter does: ends the question, or puts another query in its place, to be typed on. */
  readonly act?: 'show' | 'save' | 'saveAs';
  readonly put?: { readonly text: string; readonly caret: number };
}

/** The rows for a query as far as it was typed, and the one that Enter means. */
export interface QueryRows {
  readonly rows: readonly QueryRow[];
  readonly active: QueryRow | undefined;
  /** What it finds; undefined as long as it cannot be answered. */
  readonly found?: readonly Quotation[];
}

/** A list that nobody reads to the end only makes typing slower. */
const mostCompletions = 200;

/**
 * @param caret where the cursor is in the text
 * @param own the name of the saved query that is being edited
 */
export function queryRows(
  study: Study,
  { text, caret, recent, own }: { text: string; caret: number; recent: readonly string[]; own?: string },
): QueryRows {
  const { replace, items } = completions(study, text, caret);
  const offered = items.slice(0, mostCompletions).map((item) => completionRow(study, text, replace, item));
  if (text.trim() === '') {
    const asked = recent.map(recentRow);
    return {
      rows: [...section('query.recent', asked), ...section('query.start', offered)],
      active: asked[0] ?? offered[0],
    };
  }
  // A saved query must not use itself: it is asked as it would be once it is saved.
  const answer = foundBy(own === undefined ? study : withSaved(study, own, text), text);
  if ('quotations' in answer) {
    const rows = foundRows(answer.quotations, own);
    return { rows: [...rows, ...section('query.goOn', offered)], active: rows[0], found: answer.quotations };
  }
  const { error } = answer;
  const wrong = errorRow(text, error);
  const isTyping = text.slice(replace.start, caret).trim() !== '';
  const fixes = isTyping && offered.length > 0 ? [] : fixRows(text, error);
  return {
    rows: [wrong, ...fixes, ...section('query.goOn', offered)],
    active: (isTyping ? offered[0] : undefined) ?? wrong,
  };
}

function section(key: 'query.recent' | 'query.start' | 'query.goOn', rows: readonly QueryRow[]) {
  return rows.length === 0 ? [] : [{ label: say(key), kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

function foundRows(found: readonly Quotation[], own: string | undefined): readonly QueryRow[] {
  const count = found.length;
  const documents = new Set(found.map(({ document }) => document)).size;
  const counted = say('query.inDocuments', { documents });
  const show = say('query.show', { count });
  const saveAs: QueryRow = {
    label: say('query.saveAs'),
    iconPath: new vscode.ThemeIcon('save-as'),
    alwaysShow: true,
    act: 'saveAs',
  };
  if (own === undefined) {
    return [
      {
        label: show,
        iconPath: new vscode.ThemeIcon('search'),
        description: counted,
        alwaysShow: true,
        act: 'show',
      },
      saveAs,
    ];
  }
  const save = say('query.save', { name: own });
  return [
    {
      label: save,
      iconPath: new vscode.ThemeIcon('save'),
      description: `${show} ${counted}`,
      alwaysShow: true,
      act: 'save',
    },
    saveAs,
  ];
}

function errorRow(text: string, { message, at }: QueryError): QueryRow {
  const what = text.slice(at.start, at.end).trim();
  const column = at.start + 1;
  const label = what === '' ? say('query.errorAt', { column }) : say('query.errorAtText', { column, what });
  return { label, iconPath: new vscode.ThemeIcon('error'), detail: sentenceOf(message), alwaysShow: true };
}

/** For a name that nobody knows, those that are like it. */
function fixRows(text: string, { at, closest = [] }: QueryError): readonly QueryRow[] {
  const what = text.slice(at.start, at.end);
  return closest.map((name) => {
    const fixed = written(name);
    return {
      label: name,
      iconPath: new vscode.ThemeIcon('lightbulb'),
      description: say('query.instead', { what }),
      alwaysShow: true,
      put: { text: text.slice(0, at.start) + fixed + text.slice(at.end), caret: at.start + fixed.length },
    };
  });
}

function recentRow(text: string): QueryRow {
  return {
    label: text,
    iconPath: new vscode.ThemeIcon('history'),
    alwaysShow: true,
    put: { text, caret: text.length },
  };
}

/** What stands behind a completion is typed next: after a field its value, after all else a space. */
function completionRow(
  study: Study,
  text: string,
  replace: { readonly start: number; readonly end: number },
  item: Completion,
): QueryRow {
  const before = text.slice(0, replace.start);
  const needsSpace = item.kind === 'operator' && /\S$/u.test(before) && !before.endsWith('(');
  const start = `${before}${needsSpace ? ' ' : ''}${item.text}${item.kind === 'field' ? '' : ' '}`;
  const description = descriptionOf(item);
  return {
    label: item.label,
    iconPath: iconOf(study, item),
    alwaysShow: true,
    put: { text: start + text.slice(replace.end).trimStart(), caret: start.length },
    ...(description !== '' && { description }),
  };
}

function descriptionOf({ kind, label, detail = '' }: Completion): string {
  if (kind === 'code' || kind === 'saved') return detail;
  if (kind === 'attribute') return say('query.attribute');
  const operator = kind === 'operator' ? operatorOf(label) : undefined;
  if (operator) return say(`query.about.${operator}`);
  const field = kind === 'field' ? fieldOf(label.slice(0, -1)) : undefined;
  return field ? say(`query.about.${field}`) : '';
}

const icons: Readonly<Record<Exclude<Completion['kind'], 'code' | 'saved'>, string>> = {
  field: 'symbol-field',
  attribute: 'symbol-property',
  value: 'symbol-constant',
  operator: 'symbol-operator',
  comparison: 'symbol-operator',
};

function iconOf({ codebook }: Study, { kind, text, label }: Completion): vscode.IconPath {
  if (kind === 'saved') return smartCodeIcon;
  if (kind !== 'code') return new vscode.ThemeIcon(icons[kind]);
  const code = codebook.codes.get(text) ?? codesNamed(codebook, label)[0];
  return code ? codeIcon(codebook, code) : new vscode.ThemeIcon('tag');
}
