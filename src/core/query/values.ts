import { settingsOf } from '../study/settings.ts';
import { caseOf, documentName, typeOf } from '../study/sources.ts';
import type { Study } from '../study/study.ts';
import { speakerName, turnsOf } from '../text/turns.ts';
import type { Field } from './query.ts';

/** The values of a field that occur in a study, each once; none for a field that takes any text. */
export function valuesOfField(study: Study, field: Field): readonly string[] {
  const documents = [...study.documents.values()];
  switch (field) {
    case 'case':
      return unique([...study.cases.cases.keys(), ...documents.map(caseOf)]);
    case 'document':
      return unique(documents.flatMap(({ path }) => [documentName(path), path]));
    case 'type':
      return unique(documents.map(typeOf));
    case 'coder':
      return unique([
        ...(study.settings.coders ?? []).flatMap(({ id, name }) => [id, name]),
        ...documents.flatMap(({ sidecars }) => [...sidecars.keys()]),
      ]);
    case 'speaker':
      return unique(
        documents.flatMap(({ transcript }) =>
          transcript
            ? turnsOf(transcript, settingsOf(study.settings).interviewers).flatMap(({ speaker }) =>
                speaker === undefined ? [] : [speakerName(transcript, speaker), speaker],
              )
            : [],
        ),
      );
    case 'text':
    case 'comment':
    case 'star':
      return [];
  }
}

function unique(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values)].filter((value): value is string => value !== undefined && value !== '');
}
