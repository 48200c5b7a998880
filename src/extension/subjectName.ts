import { documentName } from '../core/study/sources.ts';
import type { Study } from '../core/study/study.ts';
import type { Subject } from '../core/study/subject.ts';
import { say } from './say.ts';

/** What a subject is called. */
export function subjectName(study: Study, subject: Subject): string {
  if (subject.kind === 'code') return study.codebook.codes.get(subject.code)?.name ?? subject.code;
  if (subject.kind === 'case') return subject.name ?? say('subject.noCase');
  return documentName(subject.path);
}
