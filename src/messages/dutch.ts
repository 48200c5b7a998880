import type { MessageKey } from './english.ts';

/** The sentences of `english.ts` in Dutch. */
export const dutch: Readonly<Record<MessageKey, string>> = {
  'study.notFound':
    'Er is geen codeboom.json in {folder} of daarboven. Kies Nieuwe studie om er daar een te maken.',
};
