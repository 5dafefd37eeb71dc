// Links an identity to a contact, and lets the events that waited for it run: both in one transaction.
import type pg from 'pg';
import type { AnyIdentity } from '@bellwire/model/identity.ts';
import { contactRecord } from './contact-record.ts';
import { fireAgain, keptColumns, type KeptEvent } from './fire-again.ts';
import { shardOf } from './shard.ts';

/** All events of one install that named their contact by this. */
export interface UnmatchedGroup extends AnyIdentity {
  readonly workspaceId: string;
  readonly installId: string;
}

interface LinkRooms {
  readonly pool: pg.Pool;
  /** Wakes whoever works the shards. */
  readonly onLogged: (shards: ReadonlySet<number>) => void;
}

interface LinkedContact {
  readonly id: string;
  readonly ns: string;
  readonly botId: string;
}

const MOST_A_STEP = 500;

/**
 * A link of before gives way: a person knows better. Oldest first. @returns the number of events that now run.
 *
 * An event that was being parked while the link was made is not seen by its transaction: the second look takes it along.
 */
export async function linkUnmatched(
  { pool, onLogged }: LinkRooms,
  group: UnmatchedGroup,
  contact: LinkedContact,
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into contact_identity (workspace_id, install_id, kind, value, contact_id) values ($1, $2, $3, $4, $5)
       on conflict (install_id, kind, value) do update set contact_id = excluded.contact_id, created_at = excluded.created_at`,
      [group.workspaceId, group.installId, group.kind, group.value, contact.id],
    );
    const moved = await runAll(client, group, contact);
    await client.query('commit');
    const late = await runAll(pool, group, contact);
    onLogged(new Set([shardOf(contact.id)]));
    return moved + late;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function runAll(
  db: Pick<pg.ClientBase, 'query'>,
  group: UnmatchedGroup,
  contact: LinkedContact,
): Promise<number> {
  const record = contactRecord([group], { is: 'found', contact, how: 'linked' });
  const lane = { workspaceId: group.workspaceId, contactId: contact.id, record };
  for (let moved = 0; ;) {
    const { rows } = await db.query<KeptEvent>(
      `select ${keptColumns} from parked p join event e on e.workspace_id = p.workspace_id and e.id = p.event_id
        where p.workspace_id = $1 and p.install_id = $2 and p.identity_kind = $3 and p.identity_value = $4
        order by e.id limit ${MOST_A_STEP}`,
      [group.workspaceId, group.installId, group.kind, group.value],
    );
    if (rows.length === 0) return moved;
    moved += await fireAgain((text, values) => db.query(text, values), lane, rows);
  }
}
