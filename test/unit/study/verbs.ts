import type { Author } from '../../../src/core/study/author.ts';
import { changeLevel } from '../../../src/core/study/codebook/changeLevel.ts';
import {
  addToCodeSet,
  createCodeSet,
  deleteCodeSet,
  removeFromCodeSet,
  renameCodeSet,
} from '../../../src/core/study/codebook/codeSets.ts';
import { createCodes } from '../../../src/core/study/codebook/create.ts';
import { defineCode } from '../../../src/core/study/codebook/define.ts';
import { deleteCodes } from '../../../src/core/study/codebook/delete.ts';
import { groupCodes } from '../../../src/core/study/codebook/group.ts';
import { mergeCodes } from '../../../src/core/study/codebook/merge.ts';
import { moveCodes } from '../../../src/core/study/codebook/move.ts';
import { recolorCodes } from '../../../src/core/study/codebook/recolor.ts';
import type { Refusal } from '../../../src/core/study/codebook/refusal.ts';
import { renameCode } from '../../../src/core/study/codebook/rename.ts';
import { splitCode } from '../../../src/core/study/codebook/split.ts';
import { ungroupCodes } from '../../../src/core/study/codebook/ungroup.ts';
import type { Code, CodeSet, Quotation } from '../../../src/core/study/model.ts';
import type { Operation } from '../../../src/core/study/operation.ts';
import type { Study } from '../../../src/core/study/study.ts';

/** What a verb is done with. */
export interface Hand {
  readonly study: Study;
  readonly code: Code;
  /** One or two codes, the first of which is `code`. */
  readonly some: readonly Code[];
  readonly target: Code;
  readonly set: CodeSet | undefined;
  readonly quotations: readonly Quotation[];
  /** A number that differs from step to step. */
  readonly at: number;
  readonly author: Author;
}

type Doing = (hand: Hand) => Operation | Refusal | undefined;

/** Every verb on the codebook. */
const doings = {
  create: ({ study, target, at, author }) =>
    createCodes(study, [{ name: `Code ${at % 4}`, parent: target.id }], author),
  rename: ({ study, code, at, author }) => renameCode(study, code, `Name ${at % 3}`, author),
  recolor: ({ study, some, at, author }) =>
    recolorCodes(study, some, [undefined, 'blue', '#12AB34', 'no colour'][at % 4], author),
  define: ({ study, code, quotations, at, author }) =>
    defineCode(
      study,
      code,
      {
        definition: at % 2 ? 'New.' : '',
        include: 'This.',
        ...(quotations[0] && { example: quotations[0].id }),
      },
      author,
      'It was vague.',
    ),
  level: ({ study, some, at, author }) => changeLevel(study, some, at % 2 ? 'theme' : 'dimension', author),
  move: ({ study, some, target, author }) => moveCodes(study, some, target, author),
  top: ({ study, some, author }) => moveCodes(study, some, undefined, author),
  group: ({ study, some, at, author }) => groupCodes(study, some, { name: `Group ${at % 4}` }, author),
  ungroup: ({ study, some, author }) => ungroupCodes(study, some, author),
  merge: ({ study, some, target, author }) => mergeCodes(study, some, target, author, 'They are one.'),
  split: ({ study, code, target, quotations, at, author }) => {
    const ids = quotations.map(({ id }) => id);
    const parts = [
      { into: target.id, quotations: ids },
      { into: { name: `Part ${at % 4}` }, quotations: ids.slice(0, 1) },
    ];
    return splitCode(study, code, { parts, keepCoding: at % 2 === 0 }, author);
  },
  deleteCodes: ({ study, some, author }) => deleteCodes(study, some, 'stay', author),
  deleteWithQuotations: ({ study, some, author }) => deleteCodes(study, some, 'go', author),
  createSet: ({ study, some, at, author }) => createCodeSet(study, `Set ${at % 4}`, some, author),
  renameSet: ({ study, set, at, author }) => set && renameCodeSet(study, set, `Set ${at % 4}`, author),
  addToSet: ({ study, set, some, author }) => set && addToCodeSet(study, set, some, author),
  removeFromSet: ({ study, set, some, author }) => set && removeFromCodeSet(study, set, some, author),
  deleteSet: ({ study, set, author }) => set && deleteCodeSet(study, set, author),
} satisfies Record<string, Doing>;

export type Verb = keyof typeof doings;

export const verbs = Object.keys(doings) as readonly Verb[];

/** The operation of a verb; undefined where there is nothing to do it to. */
export function verbDone(verb: Verb, hand: Hand): Operation | Refusal | undefined {
  return doings[verb](hand);
}
