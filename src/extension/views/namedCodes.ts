import type { Code } from '../../core/study/model.ts';
import { say } from '../say.ts';

/** How a sentence names some codes: the one by its name, several by their number. */
export function namedCodes(codes: readonly Code[]): string {
  const [only] = codes;
  return codes.length === 1 && only
    ? say('code.quoted', { name: only.name })
    : say('codes.several', { count: codes.length });
}
