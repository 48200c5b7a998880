import assert from 'node:assert/strict';
import { localMoment } from '../../../src/core/text/moment.ts';

/** Intl puts a narrow space that does not break before “AM”. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('a moment as the user reads it', () => {
  it('is in the time of the place, and in the notation of the language', () => {
    const moment = '2024-05-01T22:30:00Z';
    assert.equal(plain(localMoment(moment, 'en', 'Europe/Amsterdam')), 'May 2, 2024, 12:30 AM');
    assert.equal(plain(localMoment(moment, 'nl', 'Europe/Amsterdam')), '2 mei 2024, 00:30');
    assert.equal(plain(localMoment(moment, 'nl', 'America/New_York')), '1 mei 2024, 18:30');
  });

  it('is the same day everywhere where it has no time', () => {
    assert.equal(localMoment('2024-05-01', 'nl', 'America/New_York'), '1 mei 2024');
  });

  it('is left as it is where it is none', () => {
    assert.equal(localMoment('some day', 'nl'), 'some day');
  });
});
