import type { Code, Codebook } from './model.ts';

/**
 * The codes that a name in a spec or query means: the code with that id, else those with exactly that name, else those
 * with that name in other capitals or accents composed otherwise. More than one is for the user to settle.
 */
export function codesNamed(codebook: Codebook, name: string): readonly Code[] {
  const byId = codebook.codes.get(name);
  if (byId) return [byId];
  const codes = [...codebook.codes.values()];
  const exact = codes.filter((code) => code.name === name);
  if (exact.length > 0) return exact;
  const folded = foldedName(name);
  return codes.filter((code) => foldedName(code.name) === folded);
}

/** A name without regard to capitals and to how its accents are composed. */
export function foldedName(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
