import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dutch } from '../../../src/messages/dutch.ts';
import { english, type MessageKey } from '../../../src/messages/english.ts';

const keys = Object.keys(english) as MessageKey[];

describe('the catalogue of messages', () => {
  it('has the same placeholders in both languages', () => {
    const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const key of keys) {
      assert.deepEqual([...new Set(placeholders(dutch[key]))], [...new Set(placeholders(english[key]))], key);
    }
  });

  it('has one Dutch sentence for one English one, since the editor translates by sentence', () => {
    const translations = new Map<string, string>();
    for (const key of keys) {
      const known = translations.get(english[key]);
      if (known !== undefined) assert.equal(dutch[key], known, key);
      translations.set(english[key], dutch[key]);
    }
  });

  it('holds no message that nothing says', () => {
    const source = globSync('src/**/*.ts', { exclude: ['src/messages/**'] })
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    // A family of keys is said by its common start: `table.kind.${kind}`.
    const starts = [...source.matchAll(/`([\w.]+\.)\$\{\w+\}`/g)].map((match) => match[1] ?? '');
    assert.deepEqual(
      keys.filter((key) => !source.includes(`'${key}'`) && !starts.some((start) => key.startsWith(start))),
      [],
    );
  });
});
