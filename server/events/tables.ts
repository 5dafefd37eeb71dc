// Rows of events, what is parked of them, and runs.
import type { JSONColumnType } from 'kysely';
import type { Decision, GateRecord } from '@bellwire/model/decision.ts';
import type { AnyIdentity } from '@bellwire/model/identity.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { EventSource, EventState } from '@bellwire/model/event.ts';
import type { Frame, Replay, RunStatus, StepRecord, Waiting } from '@bellwire/model/run.ts';

export interface EventTables {
  event: {
    workspace_id: string;
    id: string;
    install_id: string | null;
    trigger: string;
    bot_id: string | null;
    contact_id: string | null;
    contact_ns: string | null;
    items: JSONColumnType<JsonObject> | Json;
    source: EventSource;
    state: EventState;
    reason: string | null;
    hops: number;
    cause_run_id: string | null;
    url_id: string | null;
    only_subscription_id: string | null;
    fired_by: string;
    fired_at: string;
    settled_at: string | null;
    arrival: JSONColumnType<GateRecord[]>;
    decisions: JSONColumnType<Decision[]>;
  };
  event_double: { workspace_id: string; event_id: string; at: string; says: string };
  fire_key: {
    workspace_id: string;
    install_id: string;
    key: string;
    event_id: string;
    body_hash: Buffer;
    created_at: string;
  };
  parked: {
    id: string;
    workspace_id: string;
    event_id: string;
    subscription_id: string | null;
    contact_id: string | null;
    reason: string;
    since: string;
    install_id: string | null;
    identity_kind: AnyIdentity['kind'] | null;
    identity_value: string | null;
    identities: JSONColumnType<AnyIdentity[]> | null;
  };
  run: {
    workspace_id: string;
    id: string;
    bot_id: string | null;
    contact_id: string | null;
    flow_id: string | null;
    flow_version: number | null;
    event_id: string | null;
    subscription_id: string | null;
    hops: number;
    status: RunStatus;
    says: string | null;
    turn: number;
    said: number[];
    state: JSONColumnType<RunState> | null;
    history: JSONColumnType<StepRecord[]>;
    started_at: string;
    ended_at: string | null;
  };
}

/** What a run has to remember while it waits. */
export interface RunState {
  readonly frames: readonly Frame[];
  readonly waiting: Waiting | null;
  readonly steps: number;
  readonly replay?: Replay;
}
