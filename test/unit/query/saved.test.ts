import assert from 'node:assert/strict';
import { queryIn } from '../../../src/core/query/check.ts';
import { completions } from '../../../src/core/query/completions.ts';
import { evaluate, matcher } from '../../../src/core/query/evaluate.ts';
import {
  changeSavedQuery,
  deleteSavedQueries,
  renameSavedQuery,
  saveQuery,
} from '../../../src/core/query/savedQueryChanges.ts';
import { foundBy, smartCodes } from '../../../src/core/query/smartCodes.ts';
import { apply } from '../../../src/core/study/apply.ts';
import { isRefusal, type Refusal } from '../../../src/core/study/codebook/refusal.ts';
import { inverse, type Operation } from '../../../src/core/study/operation.ts';
import type { Study } from '../../../src/core/study/study.ts';
import { english } from '../../../src/messages/english.ts';
import { code, documentOf, studyOf } from './studies.ts';

function studyWith(queries: Readonly<Record<string, string>>): Study {
  const text = 'We trusted each other from the first day.';
  return studyOf(
    [code('trust', 'Trust'), code('faith', 'Faith', 'trust'), code('contract', 'Contract')],
    [
      documentOf('one.md', text, [
        { id: 'a', start: 0, end: 10, codes: ['trust'] },
        { id: 'b', start: 0, end: 20, codes: ['faith', 'contract'] },
      ]),
      documentOf('two.md', text, [
        { id: 'c', start: 3, end: 10, codes: ['contract'] },
        { id: 'd', start: 3, end: 12, codes: ['faith'] },
      ]),
    ],
    { settings: { queries } },
  );
}

const study = studyWith({
  'fragile trust': 'Trust AND NOT Contract',
  both: '"fragile trust" OR contract',
});

const found = (text: string, of = study) => {
  const parsed = queryIn(of, text);
  assert.ok('query' in parsed, JSON.stringify(parsed));
  return evaluate(of, parsed.query).map(({ id }) => id);
};

const failure = (text: string, of: Study) => {
  const parsed = queryIn(of, text);
  assert.ok('error' in parsed, `no error in ${text}`);
  const { message, at } = parsed.error;
  assert.ok(message.key in english, message.key);
  return [message.key, text.slice(at.start, at.end)];
};

const made = (result: Operation | Refusal): Operation => {
  assert.ok(!isRefusal(result), JSON.stringify(result));
  return result;
};

const refused = (result: Operation | Refusal) => {
  assert.ok(isRefusal(result));
  assert.ok(result.refused.key in english, result.refused.key);
  return result.refused.key;
};

describe('A saved query', () => {
  it('is meant by its name in other queries, and by its bare name alone', () => {
    assert.deepEqual(found('"fragile trust"'), ['a', 'd']);
    assert.deepEqual(found('fragile trust'), ['a', 'd']);
    assert.deepEqual(found(' Fragile Trust '), ['a', 'd']);
    assert.deepEqual(found('="fragile trust" AND document:two.md'), ['d']);
    assert.deepEqual(found('both'), ['a', 'b', 'c', 'd']);
    assert.deepEqual(found('NOT "fragile trust" overlaps both'), ['b', 'c']);
    assert.deepEqual(found('both AND NOT "fragile trust"'), ['b', 'c']);
  });

  it('is answered the same document by document in any order', () => {
    const parsed = queryIn(study, 'both AND NOT "fragile trust"');
    assert.ok('query' in parsed);
    const isMeant = matcher(study, parsed.query);
    const all = [...study.documents.values()].flatMap(({ quotations }) => quotations);
    assert.deepEqual(
      all
        .toReversed()
        .filter(isMeant)
        .map(({ id }) => id),
      ['c', 'b'],
    );
  });

  it('gives way to a code of the same name, and that is said', () => {
    const same = studyWith({ trust: 'Contract', Contract: 'trust' });
    assert.deepEqual(found('trust', same), ['a', 'b', 'd']);
    assert.deepEqual(failure('Contract', same), ['query.codeAndSaved', 'Contract']);
    assert.deepEqual(
      completions(same, 'con', 3).items.map(({ kind }) => kind),
      ['code'],
    );
  });

  it('is refused where it leads back to itself, is broken, or goes too deep', () => {
    const circle = studyWith({
      a: 'trust OR b',
      b: 'NOT c',
      c: 'a',
      d: 'tru',
      e: 'trust OR',
      f: 'd AND trust',
    });
    assert.deepEqual(failure('contract AND a', circle), ['query.cycle', 'a']);
    assert.deepEqual(failure('d', circle), ['query.savedWrong', 'd']);
    assert.deepEqual(failure('e', circle), ['query.savedWrong', 'e']);
    assert.deepEqual(failure('f', circle), ['query.savedWrong', 'f']);
    const chain = (length: number) =>
      studyWith(
        Object.fromEntries(
          Array.from({ length }, (_, index) => [`s${index}`, index === 0 ? 'trust' : `s${index - 1}`]),
        ),
      );
    assert.deepEqual(found('s9', chain(10)), ['a', 'b', 'd']);
    assert.deepEqual(found('s4 AND s9', chain(10)), ['a', 'b', 'd']);
    assert.deepEqual(failure('s4 AND s10', chain(11)), ['query.savedTooDeep', 's10']);
    assert.deepEqual(failure('s9999', chain(10_000)), ['query.savedTooDeep', 's9999']);
  });

  it('searches each document once, however often it is used', () => {
    const queries = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [
        `s${index}`,
        index === 0
          ? 'trust'
          : Array(8)
              .fill(`s${index - 1}`)
              .join(' AND '),
      ]),
    );
    // Eight to the power nine searches would never end.
    assert.deepEqual(found('s9', studyWith(queries)), ['a', 'b', 'd']);
  });

  it('is offered while typing, with its text', () => {
    assert.deepEqual(completions(study, 'frag', 4).items, [
      { kind: 'saved', label: 'fragile trust', text: '"fragile trust"', detail: 'Trust AND NOT Contract' },
    ]);
    const wrong = queryIn(study, 'contract OR "fragil trust"');
    assert.ok('error' in wrong);
    assert.equal(wrong.error.closest?.[0], 'fragile trust');
  });

  it('is counted as a code is, or says what is wrong with it', () => {
    const counted = smartCodes(studyWith({ b: 'faith', A: 'trust AND contract', c: 'tru' })).map((one) => [
      one.name,
      'count' in one ? one.count : one.error.message.key,
    ]);
    assert.deepEqual(counted, [
      ['A', { codings: 1, documents: 1 }],
      ['b', { codings: 2, documents: 2 }],
      ['c', 'query.unknownCode'],
    ]);
  });

  it('is answered anew after any change that matters', () => {
    const ids = (of: Study) => {
      const answer = foundBy(of, 'trust OR mark > 5');
      return 'error' in answer ? answer.error.message.key : answer.quotations.map(({ id }) => id).join('');
    };
    assert.equal(ids(study), 'query.unknownAttribute');
    const marked = studyOf(
      [...study.codebook.codes.values()],
      [documentOf('one.md', '---\nmark: 7\n---\nText.', [{ id: 'm', start: 0, end: 3, codes: [] }])],
    );
    assert.equal(ids(marked), 'm');
    const other: Study = {
      ...marked,
      documents: new Map([...study.documents, ...marked.documents]),
    };
    assert.equal(ids(other), 'md');
    const moved: Study = {
      ...other,
      codebook: {
        ...other.codebook,
        codes: new Map([...other.codebook.codes].map(([id, { parent: _, ...one }]) => [id, one])),
      },
    };
    assert.equal(ids(moved), 'm');
  });

  it('stops at a pattern that takes too long, with a message at its place', () => {
    // Without a period, so that hardly any place in it is like another.
    const long = Array.from({ length: 100_000 }, (_, at) =>
      'abcd'.charAt(((at * at * 7919) % 10_007) % 4),
    ).join('');
    const slow = studyOf([], [documentOf('long.md', long, [{ start: 0, end: long.length, codes: [] }])]);
    const text = 'text:/[ab].{450}[cd].{450}x/';
    const answer = foundBy(slow, text);
    assert.ok('error' in answer);
    assert.equal(answer.error.message.key, 'query.patternStopped');
    assert.equal(text.slice(answer.error.at.start, answer.error.at.end), '/[ab].{450}[cd].{450}x/');
    const fine = foundBy(slow, 'text:/(a+b)+b?/');
    assert.ok('quotations' in fine && fine.quotations.length === 1);
  });
});

describe('changes of saved queries', () => {
  it('save, change, rename and delete, each one step that comes back whole', () => {
    for (const operation of [
      made(saveQuery(study, '  new   one ', 'Trust AND both')),
      made(changeSavedQuery(study, 'fragile trust', 'Faith')),
      made(renameSavedQuery(study, 'fragile trust', 'brittle trust')),
      deleteSavedQueries(study, ['fragile trust', 'both']),
    ]) {
      assert.ok(operation.label.key in english);
      const { study: after, conflicts } = apply(study, operation);
      assert.deepEqual(conflicts, []);
      assert.notDeepEqual(after.settings, study.settings);
      assert.deepEqual(apply(after, inverse(operation)).study.settings, study.settings);
    }
    assert.deepEqual(
      apply(study, made(saveQuery(study, '  new   one ', 'both'))).study.settings.queries?.['new one'],
      'both',
    );
    assert.equal(
      apply(study, deleteSavedQueries(study, ['fragile trust', 'both'])).study.settings.queries,
      undefined,
    );
  });

  it('take a new name along into the queries that use it', () => {
    const { settings } = apply(study, made(renameSavedQuery(study, 'fragile trust', 'brittle'))).study;
    assert.deepEqual(settings.queries, { brittle: 'Trust AND NOT Contract', both: 'brittle OR contract' });
    const bare = studyWith({ 'fragile trust': 'Trust', alone: 'fragile trust' });
    const renamed = apply(bare, made(renameSavedQuery(bare, 'fragile trust', 'so so'))).study;
    assert.deepEqual(renamed.settings.queries, { 'so so': 'Trust', alone: '"so so"' });
  });

  it('are refused for names that are taken and queries that cannot be answered', () => {
    assert.equal(refused(saveQuery(study, ' ', 'Trust')), 'smartCode.nameEmpty');
    assert.equal(refused(saveQuery(study, 'TRUST', 'Faith')), 'smartCode.isCode');
    assert.equal(refused(saveQuery(study, 'Both', 'Faith')), 'smartCode.nameTaken');
    assert.equal(refused(renameSavedQuery(study, 'both', 'Fragile Trust')), 'smartCode.nameTaken');
    made(renameSavedQuery(study, 'both', 'BOTH'));
    assert.equal(refused(saveQuery(study, 'x', 'Trst')), 'query.unknownCode');
    assert.equal(refused(changeSavedQuery(study, 'fragile trust', 'both AND Trust')), 'query.cycle');
    assert.equal(refused(changeSavedQuery(study, 'both', 'both')), 'query.cycle');
  });
});
