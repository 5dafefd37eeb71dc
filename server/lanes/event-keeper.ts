// Keeps the events that never reach a lane: refused ones with the reason, and those whose contact is not known yet.
import type pg from 'pg';
import type { Logger } from 'pino';
import type { GateRecord } from '@bellwire/model/decision.ts';
import type { ProblemCode, ProblemError } from '@bellwire/model/problem.ts';
import { arrivalGates } from '@bellwire/engine/gates/arrival.ts';
import { asIdentities, sayContact } from '@bellwire/model/identity.ts';
import { unstorable } from '@bellwire/model/storable.ts';
import { uuidV7 } from '../database/uuid.ts';
import { createRateLimit } from '../people/rate-limit.ts';
import type { FireRequest, RefusedRequest } from './door.ts';
import { findFirstEvents, type FirstEvent } from './fire-keys.ts';
import { sayProblem } from './say-problem.ts';

export interface EventKeeper {
  refused(request: RefusedRequest, problem: ProblemError): Promise<void>;
  /** Parks an event whose contact was not found, with what was looked at and why. */
  unmatched(
    request: FireRequest,
    told: { readonly records: readonly GateRecord[]; readonly reason: string },
    bodyHash: string | null,
  ): Promise<Unmatched>;
  doubled(workspaceId: string, eventId: string, says: string): Promise<void>;
}

type Unmatched =
  | { readonly is: 'parked'; readonly eventId: string }
  | ({ readonly is: 'double' } & FirstEvent);

/**
 * A sender in a loop must not fill the table: so many refusals a minute of one install, or of a workspace's own keys, are kept;
 * the others are only answered.
 */
const REFUSALS_KEPT_PER_MINUTE = 120;

const gateOf: Partial<Record<ProblemCode, string>> = {
  'bad-json': 'body',
  'bad-input': 'body',
  'body-too-large': 'body',
  'unknown-trigger': 'trigger',
  'contract-mismatch': 'contract',
  'key-reused': 'once',
};

export function eventKeeper(pool: pg.Pool, log: Logger): EventKeeper {
  const kept = createRateLimit({
    burst: REFUSALS_KEPT_PER_MINUTE,
    refillPerMinute: REFUSALS_KEPT_PER_MINUTE,
    now: Date.now,
  });
  return {
    refused: async (request, problem) => {
      if (kept.take(request.installId ?? request.workspaceId).is === 'limited') return;
      // The refusal itself has been decided; that its record cannot be written must not turn it into another answer.
      await pool
        .query(refusedText, refusedValues(request, problem))
        .catch((error: unknown) => log.warn({ err: error }, 'A refusal could not be recorded.'));
    },
    unmatched: (request, told, bodyHash) => keepUnmatched(pool, request, told, bodyHash),
    doubled: async (workspaceId, eventId, says) => {
      await pool
        .query(
          'insert into event_double (workspace_id, event_id, at, says) values ($1, $2, clock_timestamp(), $3)',
          [workspaceId, eventId, says],
        )
        .catch((error: unknown) => log.warn({ err: error }, 'A double could not be recorded.'));
    },
  };
}

const refusedText = `
insert into event (workspace_id, id, install_id, trigger, contact_ns, items, source, state, reason, fired_by, fired_at, settled_at, arrival)
values ($1, $2, $3, $4, $5, $6, 'api', 'refused', $7, $8, clock_timestamp(), clock_timestamp(), $9)`;

function refusedValues(request: RefusedRequest, problem: ProblemError): unknown[] {
  const items = unstorable(request.items) === undefined ? request.items : {};
  return [
    request.workspaceId,
    uuidV7(),
    request.installId,
    request.trigger.slice(0, 200),
    sayContact(request.contact).slice(0, 200),
    JSON.stringify(items),
    sayProblem(problem),
    request.firedBy,
    JSON.stringify(refusalRecords(request, problem)),
  ];
}

/** Gates are asked in their order: those before the one that refused have let it pass. */
function refusalRecords({ firedBy }: RefusedRequest, problem: ProblemError): GateRecord[] {
  const refusing = gateOf[problem.code] ?? 'key';
  const place = arrivalGates.findIndex(({ name }) => name === refusing);
  const passed = arrivalGates.slice(0, place).map(({ name }): GateRecord => ({
    gate: name,
    verdict: 'pass',
    facts: name === 'key' ? { by: firedBy } : {},
  }));
  const facts = { says: sayProblem(problem), code: problem.code };
  return [...passed, { gate: refusing, verdict: 'stop', facts }];
}

async function keepUnmatched(
  pool: pg.Pool,
  request: FireRequest,
  { records, reason }: Parameters<EventKeeper['unmatched']>[1],
  bodyHash: string | null,
): Promise<Unmatched> {
  const eventId = uuidV7();
  const { installId, idempotencyKey: key } = request;
  const identities = asIdentities(request.contact);
  const { rowCount } = await pool.query(unmatchedText, [
    request.workspaceId,
    eventId,
    installId,
    request.trigger,
    sayContact(request.contact),
    JSON.stringify(request.items),
    request.firedBy,
    JSON.stringify(records),
    key,
    bodyHash,
    uuidV7(),
    reason,
    identities[0]?.kind,
    identities[0]?.value,
    JSON.stringify(identities),
  ]);
  if (rowCount === 1 || key === null || bodyHash === null) return { is: 'parked', eventId };
  // Asked after the statement: the first may have been committed while this one waited for it.
  const [first] = await findFirstEvents(pool, [{ installId, key, bodyHash }]);
  return { is: 'double', ...(first ?? { eventId, sameBody: true }) };
}

/** The key is taken in the same statement: an event for an unknown contact is one event too, however often it is sent. */
const unmatchedText = `
with keyed as (
  insert into fire_key (workspace_id, install_id, key, event_id, body_hash, created_at)
  select $1, $3, $9::text, $2, decode($10::text, 'hex'), clock_timestamp() where $9::text is not null
  on conflict do nothing returning event_id
), parked_now as (
  insert into parked (id, workspace_id, event_id, reason, since, install_id, identity_kind, identity_value, identities)
  select $11, $1, $2, 'contact-not-found', clock_timestamp(), $3, $13, $14, $15::jsonb
   where $9::text is null or exists (select from keyed)
)
insert into event (workspace_id, id, install_id, trigger, contact_ns, items, source, state, reason, fired_by, fired_at, settled_at, arrival)
select $1, $2, $3, $4, $5, $6::jsonb, 'api', 'parked', $12, $7, clock_timestamp(),
       clock_timestamp(), $8::jsonb
 where $9::text is null or exists (select from keyed)`;
