import type { Code } from '../../core/study/model.ts';
import { documentName } from '../../core/study/sources.ts';
import type { Study } from '../../core/study/study.ts';
import type { Subject } from '../../core/study/subject.ts';
import { say } from '../say.ts';

/** What a subject is called. */
export function subjectName(study: Study, subject: Subject): string {
  if (subject.kind === 'code') return study.codebook.codes.get(subject.code)?.name ?? subject.code;
  if (subject.kind === 'case') return subject.name ?? say('subject.noCase');
  return documentName(subject.path);
}

/** How a sentence names some codes: the one by its name, several by their number. */
export function namedCodes(codes: readonly Code[]): string {
  const [only] = codes;
  return codes.length === 1 && only
    ? say('code.quoted', { name: only.name })
    : say('codes.several', { count: codes.length });
}
