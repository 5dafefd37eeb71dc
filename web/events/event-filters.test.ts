// What the address says, as the API is asked for it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventQuery } from './event-filters.ts';

const now = new Date('2026-01-31T18:00:42.000Z');

test('a span ends now and keeps its beginning for a minute', () => {
  assert.deepEqual(eventQuery({ span: 'hour' }, now), { from: '2026-01-31T17:00:00.000Z' });
  assert.deepEqual(eventQuery({ span: 'day' }, now), { from: '2026-01-30T18:00:00.000Z' });
});

test('each filter goes to the API by its name there, and what is not known is left out', () => {
  assert.deepEqual(
    eventQuery({ search: 'AP-1', state: 'parked', app: 'i', trigger: 't', bot: 'b', source: 'test' }, now),
    { search: 'AP-1', state: 'parked', installId: 'i', trigger: 't', botId: 'b', source: 'test' },
  );
  assert.deepEqual(eventQuery({ state: 'nowhere', span: 'century', source: 'elsewhere' }, now), {});
});
