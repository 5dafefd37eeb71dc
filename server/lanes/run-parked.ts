// Runs what is parked of one event: through the gates again, or, where its contact was not known, into the lane of whom it is now found to mean.
import type pg from 'pg';
import type { GateRecord } from '@bellwire/model/decision.ts';
import { sayIdentities, type AnyIdentity } from '@bellwire/model/identity.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Found, IdentityFinder } from '../contacts/identity-finder.ts';
import { uuidV7 } from '../database/uuid.ts';
import { contactRecord } from './contact-record.ts';
import type { DefinitionStore } from './definition-store.ts';
import type { LaneDoor } from './door.ts';
import { fireAgain, keptColumns, type KeptEvent } from './fire-again.ts';
import { shardOf } from './shard.ts';

interface RunParkedRooms {
  readonly pool: pg.Pool;
  readonly store: DefinitionStore;
  readonly finder: IdentityFinder;
  /** Wakes whoever works the shards. */
  readonly onLogged: (shards: ReadonlySet<number>) => void;
}

/** An event waits at most so long for its first commit before "not ready" is said of a parked one that is run again. */
const UNPARK_MS = 5_000;

interface ParkedRow extends KeptEvent {
  readonly contact_id: string | null;
  readonly found_id: string | null;
  readonly contact_ns: string | null;
  readonly decisions: unknown[];
  readonly identities: readonly AnyIdentity[] | null;
}

export async function runParked(
  rooms: RunParkedRooms,
  arriveAndSee: LaneDoor['arriveAndSee'],
  workspaceId: string,
  eventId: string,
): Promise<string | ProblemError> {
  const { rows } = await rooms.pool.query<ParkedRow>(
    `select ${keptColumns}, e.contact_id, c.id as found_id, e.contact_ns, e.decisions, p.identities
       from event e join parked p on p.workspace_id = e.workspace_id and p.event_id = e.id
       left join contact c on c.ns = e.contact_ns and c.workspace_id = e.workspace_id
      where e.workspace_id = $1 and e.id = $2 limit 1`,
    [workspaceId, eventId],
  );
  const [event] = rows;
  if (event === undefined) return new ProblemError('conflict', { says: 'Nothing of this event is parked.' });
  const known = event.contact_id ?? event.found_id;
  if (event.decisions.length > 0 && known !== null) {
    const arrival = { kind: 'unpark', eventId } as const;
    await arriveAndSee({ id: uuidV7(), workspaceId, lane: known, arrival }, UNPARK_MS);
    return 'What was parked has gone through the gates again.';
  }
  const meant =
    known === null
      ? await findMeant(rooms, workspaceId, event)
      : { contactId: known, record: passed(event.contact_ns) };
  if (meant instanceof ProblemError) return meant;
  await fireAgain((text, values) => rooms.pool.query(text, values), { workspaceId, ...meant }, [event]);
  rooms.onLogged(new Set([shardOf(meant.contactId)]));
  return 'The event has gone into the lane of its contact.';
}

function passed(ns: string | null): GateRecord {
  return { gate: 'contact', verdict: 'pass', facts: { ns } };
}

/** The contact may have been linked, or its e-mail written down, since the event came. */
async function findMeant(
  { store, finder }: RunParkedRooms,
  workspaceId: string,
  { install_id: installId, identities }: ParkedRow,
): Promise<{ contactId: string; record: GateRecord } | ProblemError> {
  const { installs } = await store.of(workspaceId);
  const policy = installs.get(installId)?.contacts ?? { policy: 'unmatched', botId: null };
  const wanted = identities ?? [];
  const found = await finder.find({ workspaceId, installId, identities: wanted, ...policy });
  if (found.is === 'found') return { contactId: found.contact.id, record: contactRecord(wanted, found) };
  return new ProblemError('conflict', { says: sayMissing(wanted, found) });
}

function sayMissing(wanted: readonly AnyIdentity[], found: Exclude<Found, { is: 'found' }>): string {
  if (found.is === 'several')
    return `${found.count} contacts fit ${sayIdentities(wanted)}. Choose one under Events > Unmatched.`;
  const [only] = wanted;
  const whom = only?.kind === 'ns' ? `"${only.value}"` : `with ${sayIdentities(wanted)}`;
  return `There is still no contact ${whom}. Link one under Events > Unmatched, or correct the app that fires.`;
}
