import { isId } from '../study/ids.ts';
import type { Json } from '../study/json.ts';
import type { Coder, RelationTypes, Settings } from '../study/model.ts';
import { isPathPattern } from '../study/pathPattern.ts';
import { problem } from '../study/problem.ts';
import {
  isList,
  isObject,
  isTextList,
  isTextRecord,
  memberRange,
  notReadable,
  readJson,
  tooDeep,
  unknownKeys,
} from './jsonRead.ts';
import { inline, type Member, objectFile, unknownMembers } from './jsonWrite.ts';
import type { Parsed } from './parsed.ts';

const keys: readonly (keyof Settings)[] = [
  'title',
  'language',
  'transcripts',
  'chapters',
  'coders',
  'interviewers',
  'quoteStyle',
  'queries',
  'relationTypes',
];

/** Reads codeboom.json. A key with a value that it cannot have is kept as it is, and its default applies. */
export function parseSettings(text: string, path: string): Parsed<Settings> {
  const file = readJson(text, path);
  if (!('object' in file)) return notReadable(file.problems);
  const { object } = file;
  const deep = tooDeep(path, [object]);
  if (deep) return notReadable(deep);
  const settings = settingsIn(object);
  const wrong = keys.filter((key) => Object.hasOwn(object, key) && !Object.hasOwn(settings, key));
  const unknown = unknownKeys(object, new Set(['version', ...Object.keys(settings)]));
  return {
    value: { ...settings, ...(unknown && { unknown }) },
    problems: [
      ...file.problems,
      ...wrong.map((key) =>
        problem('warning', path, 'settings.value', { file: path, key }, memberRange(text, key)),
      ),
    ],
    readOnly: file.readOnly,
  };
}

/** codeboom.json of the settings: a key a line. */
export function serialiseSettings(settings: Settings): string {
  const { title, language, transcripts, chapters, coders, interviewers, quoteStyle, queries } = settings;
  const { relationTypes } = settings;
  const members: readonly Member[] = [
    ...member('title', title),
    ...member('language', language),
    ...member('transcripts', transcripts),
    ...member('chapters', chapters),
    ...member(
      'coders',
      coders?.map(({ id, name, ...more }) => ({ id, name, ...more })),
    ),
    ...member('interviewers', interviewers),
    ...member('quoteStyle', quoteStyle),
    ...member('queries', queries),
    ...member('relationTypes', relationTypes && { ...relationTypes }),
  ];
  const isSet = new Set(members.map(([key]) => key));
  const unknown = unknownMembers(settings.unknown).filter(([key]) => !isSet.has(key));
  return objectFile([['version', '1'], ...members, ...unknown]);
}

function settingsIn(object: { readonly [key: string]: Json }): Settings {
  const { title, language, transcripts, chapters, coders, interviewers, quoteStyle, queries } = object;
  const { relationTypes } = object;
  return {
    ...(typeof title === 'string' && { title }),
    ...((language === 'nl' || language === 'en') && { language }),
    ...(isTextList(transcripts) && transcripts.every(isPathPattern) && { transcripts }),
    ...(isTextList(chapters) && chapters.every(isPathPattern) && { chapters }),
    ...(isList(coders) && coders.every(isCoder) && { coders }),
    ...(isTextList(interviewers) && { interviewers }),
    ...(typeof quoteStyle === 'string' && { quoteStyle }),
    ...(isTextRecord(queries) && { queries }),
    ...(isRelationTypes(relationTypes) && { relationTypes }),
  };
}

/** Coders may have keys that this version does not know; these stay with them. */
function isCoder(value: Json): value is Json & Coder {
  return isObject(value) && typeof value.id === 'string' && isId(value.id) && typeof value.name === 'string';
}

/** Other keys than the two stay with them too. */
function isRelationTypes(value: Json | undefined): value is Json & RelationTypes {
  const isTypes = (types: Json | undefined) => types === undefined || isTextList(types);
  return isObject(value) && isTypes(value.codes) && isTypes(value.quotations);
}

function member(key: string, value: Json | undefined): readonly Member[] {
  return value === undefined ? [] : [[key, inline(value)]];
}
