import * as vscode from 'vscode';
import { type Part, splitCode } from '../../core/study/codebook/split.ts';
import { isPlaced } from '../../core/study/counts.ts';
import type { Code, Quotation } from '../../core/study/model.ts';
import { quotationsWithCodes } from '../../core/study/quotations.ts';
import { pickOne } from '../picker/pickOne.ts';
import { pickTarget, type Target } from '../picker/targetPicker.ts';
import { say } from '../say.ts';
import type { StudySession } from '../session.ts';
import { applyUnlessRefused, asTheyAre } from './codesMeant.ts';
import { quotationsByQuery } from './splitByQuery.ts';
import { type Assignment, walk } from './splitWalk.ts';

/** Splits a code: its quotations are gone through one by one, or those that a query finds go to another code together. */
export async function split(session: StudySession, code: Code): Promise<void> {
  const quotations = quotationsWithCodes(session.study, [code.id]).filter(isPlaced);
  if (quotations.length === 0) {
    void vscode.window.showInformationMessage(say('split.nothing', { code: code.name }));
    return;
  }
  const title = say('split.title', { code: code.name });
  const oneByOne = { label: say('split.oneByOne', { count: quotations.length }), isQuery: false };
  const byQuery = { label: say('split.byQuery'), isQuery: true };
  const way = await pickOne([oneByOne, byQuery], { title });
  if (!way) return;
  const assignment = way.isQuery
    ? await assignedByQuery(session, code, quotations)
    : await walk(session, code, quotations);
  if (!assignment || assignment.size === 0) return;
  const keepCoding = await askWhetherToKeep(code, assignment);
  const [current] = asTheyAre(session, [code]);
  if (keepCoding === undefined || !current) return;
  const parts = partsOf(assignment);
  applyUnlessRefused(session, splitCode(session.study, current, { parts, keepCoding }, session.author));
}

async function assignedByQuery(
  session: StudySession,
  code: Code,
  quotations: readonly Quotation[],
): Promise<Assignment | undefined> {
  const found = await quotationsByQuery(session, code, quotations);
  if (!found) return undefined;
  const target = await pickTarget(session.study.codebook, {
    title: say('split.title', { code: code.name }),
    placeholder: say('split.where', { count: found.length }),
    except: code,
  });
  if (!target || target === 'leave' || target === 'back') return undefined;
  return new Map(found.map((quotation) => [quotation, target]));
}

/** Shows what would be done, and asks whether the quotations carry the old code still. Escape changes nothing. */
async function askWhetherToKeep(code: Code, assignment: Assignment): Promise<boolean | undefined> {
  const counts = new Map<string, number>();
  for (const target of assignment.values()) {
    const name = nameOf(target);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const summary = [...counts].map(([name, count]) => `${name}: ${count}`).join(' · ');
  const picked = await pickOne(
    [
      { label: say('split.instead', { code: code.name }), keep: false },
      { label: say('split.besides', { code: code.name }), keep: true },
    ],
    { title: say('split.title', { code: code.name }), placeHolder: summary },
  );
  return picked?.keep;
}

function nameOf(target: Target): string {
  return 'code' in target ? target.code.name : target.name;
}

function partsOf(assignment: Assignment): readonly Part[] {
  const parts = new Map<string, Omit<Part, 'quotations'> & { readonly quotations: string[] }>();
  for (const [quotation, target] of assignment) {
    const key = 'code' in target ? `id ${target.code.id}` : `name ${target.name}`;
    const into = 'code' in target ? target.code.id : { name: target.name };
    const part = parts.get(key) ?? { into, quotations: [] as string[] };
    part.quotations.push(quotation.id);
    parts.set(key, part);
  }
  return [...parts.values()];
}
