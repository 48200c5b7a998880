import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Settings } from '../../../src/core/study/model.ts';
import { isPathPattern } from '../../../src/core/study/pathPattern.ts';
import { settingsOf } from '../../../src/core/study/settings.ts';

const transcriptsOf = (settings: Settings, ...paths: readonly string[]) =>
  paths.filter(settingsOf(settings).isTranscript);

describe('transcripts by default', () => {
  it('are all Markdown files', () => {
    const paths = ['a.md', 'interviews/b.md', 'interviews/2019/één (1).md', 'focus groups/memos.md'];
    assert.deepEqual(transcriptsOf({}, ...paths), paths);
  });

  it('are not chapters, memos, the topic guide, README files, hidden files, or other kinds of file', () => {
    assert.deepEqual(
      transcriptsOf(
        {},
        'chapters/results.md',
        'chapters/old/results.md',
        'memos/one.md',
        'memos/old/one.md',
        'topic-guide.md',
        'guide/topic-guide.md',
        'README.md',
        'interviews/readme.nl.md',
        '.git/a.md',
        'interviews/.hidden.md',
        'node_modules/x/a.md',
        'a.txt',
        'a.codes.json',
        '',
      ),
      [],
    );
  });
});

describe('transcripts by pattern', () => {
  it('are those and no others, and never chapters', () => {
    const settings: Settings = {
      transcripts: ['interviews/**/*.md', './x/*.txt', 'memos/*.md'],
      chapters: ['interviews/end.md'],
    };
    assert.deepEqual(
      transcriptsOf(
        settings,
        'interviews/a.md',
        'interviews/b/c.md',
        'x/a.txt',
        'memos/a.md',
        'a.md',
        'interviews/end.md',
      ),
      ['interviews/a.md', 'interviews/b/c.md', 'x/a.txt', 'memos/a.md'],
    );
    assert.ok(settingsOf(settings).isChapter('interviews/end.md'));
    assert.ok(!settingsOf(settings).isChapter('chapters/results.md'));
  });

  it('take parentheses and plus signs as they are', () => {
    assert.deepEqual(
      transcriptsOf({ transcripts: ['round (1)/*+b.md'] }, 'round (1)/a+b.md', 'round 1/aab.md'),
      ['round (1)/a+b.md'],
    );
  });

  it('are none for no pattern, an empty one or a broken one', () => {
    for (const transcripts of [[], [''], ['['], ['(']])
      assert.deepEqual(transcriptsOf({ transcripts }, 'a.md', ''), []);
    assert.deepEqual(transcriptsOf({ transcripts: ['', '*.md'] }, 'a.md'), ['a.md']);
  });
});

describe('any pattern', () => {
  const part = fc.constantFrom(
    '*',
    '**',
    '/',
    'a',
    '.md',
    '?',
    '..',
    '{a,',
    '}',
    '[a-z]',
    '!',
    '(',
    ')',
    '+',
    '|',
    '\\',
  );
  const pattern = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));

  it('never matches outside the study, and takes little time', () => {
    const outside = ['/a.md', '../a.md', 'a/../../a.md', 'a/..', '..', '/'];
    const long = [`${'a'.repeat(200)}`, 'a/'.repeat(200), `${'aaaaaaaaaaaa/'.repeat(30)}a`, 'a'.repeat(5000)];
    fc.assert(
      fc.property(pattern, (text) => {
        const { isTranscript, isChapter } = settingsOf({ transcripts: [text], chapters: [text] });
        for (const path of outside) assert.ok(!isTranscript(path) && !isChapter(path), path);
        const start = performance.now();
        for (const path of long) isChapter(path);
        assert.ok(performance.now() - start < 5000, text);
      }),
    );
  });

  it('is refused when matching could take hours', () => {
    for (const text of [
      '',
      `${'a**'.repeat(50)}z`,
      '**/*a*a*/**/*a*a*/**/*a*a*/z',
      'a'.repeat(70_000),
      `${'{a,aa}'.repeat(30)}z`,
    ])
      assert.ok(!isPathPattern(text), text.slice(0, 40));
    for (const text of ['**/*.md', 'interviews/**/*.md', '{interviews,groups}/*-*-*.md', '!**/draft/**'])
      assert.ok(isPathPattern(text), text);
  });
});

describe('other settings', () => {
  it('have their defaults', () => {
    const { language, title, interviewers, quoteStyle } = settingsOf({});
    assert.deepEqual([language, title, interviewers], ['en', '', ['I', 'Interviewer']]);
    assert.equal(quoteStyle, '"{text}" ({document}, {line})');
    assert.equal(settingsOf({ language: 'nl' }).language, 'nl');
  });
});
