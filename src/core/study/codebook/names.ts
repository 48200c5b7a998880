import type { Code, Codebook } from '../model.ts';
import { type Refusal, refusal } from './refusal.ts';

/** The code of a name, without regard to case and white space around it; the same on every machine. */
export function codeNamed(codebook: Codebook, name: string): Code | undefined {
  const wanted = comparableName(name);
  for (const code of codebook.codes.values()) if (comparableName(code.name) === wanted) return code;
  return undefined;
}

/** A name as it is kept: on one line, single spaces. */
export function cleanName(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

/** A name as it is compared with others. */
export function comparableName(name: string): string {
  return cleanName(name).normalize('NFC').toLowerCase();
}

/** Refuses a name that is empty or that a code has; `own` may keep its name. */
export function refusedName(codebook: Codebook, name: string, own?: Code): Refusal | undefined {
  if (cleanName(name) === '') return refusal('code.nameEmpty');
  const other = codeNamed(codebook, name);
  if (!other || other.id === own?.id) return undefined;
  return { ...refusal('code.nameTaken', { name: other.name }), sameName: other.id };
}

/** Names in a row, for a label; of a long row the first ones and how many more there are. */
export function listed(names: readonly string[]): string {
  const most = 4;
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} (+${names.length - most})` : shown;
}
