// Which event an idempotency key stands for: the first that came with it.
import type pg from 'pg';

export interface FireKey {
  readonly installId: string;
  readonly key: string;
  /** SHA-256 of what was sent, as hex: the same key may only come with the same again. */
  readonly bodyHash: string;
}

export interface FirstEvent {
  readonly eventId: string;
  readonly sameBody: boolean;
}

/** One query for all of them, however many doubles one commit has met; in the order asked. */
export async function findFirstEvents(
  pool: pg.Pool,
  keys: readonly FireKey[],
): Promise<(FirstEvent | undefined)[]> {
  const { rows } = await pool.query<{ n: number; event_id: string; same: boolean }>({
    name: 'fire-key-first',
    text: `
select wanted.n, fire_key.event_id, fire_key.body_hash = decode(wanted.body_hash, 'hex') as same
  from jsonb_to_recordset($1::jsonb) as wanted(n int, install_id uuid, key text, body_hash text)
  join fire_key on fire_key.install_id = wanted.install_id and fire_key.key = wanted.key`,
    values: [
      JSON.stringify(
        keys.map(({ installId, key, bodyHash }, n) => ({
          n,
          install_id: installId,
          key,
          body_hash: bodyHash,
        })),
      ),
    ],
  });
  const found = new Map(rows.map((row) => [row.n, { eventId: row.event_id, sameBody: row.same }]));
  return keys.map((_key, n) => found.get(n));
}
