// Tests of what is remembered of things that events told of, and for how long.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../database/test-database.ts';
import { uuidV7 } from '../database/uuid.ts';
import { forgetEntities } from './forget-entities.ts';

test('a thing is forgotten 90 days after its last event, unless an event of it still gathers others', async (t) => {
  const { pool } = await testDatabase(t);
  const id = uuidV7();
  const seen = [
    ['fresh', 89, null],
    ['old', 91, null],
    ['gathering', 91, '{}'],
  ] as const;
  for (const [key, days, gathering] of seen)
    await pool.query(
      `insert into entity (workspace_id, lane, install_id, name, key, gathering, runs, seen_at)
       values ($1, $1, $1, 'payment', $2, $3, '{}', now() - make_interval(days => $4))`,
      [id, key, gathering, days],
    );
  await forgetEntities({ pool, signal: new AbortController().signal });
  const { rows } = await pool.query<{ key: string }>('select key from entity order by key');
  assert.deepEqual(
    rows.map(({ key }) => key),
    ['fresh', 'gathering'],
  );
});
