// Rows of schedules: when each is due in each install, and what its polls have met.
import type { Generated, JSONColumnType } from 'kysely';
import type { Identity } from '@bellwire/model/identity.ts';
import type { Json } from '@bellwire/model/json.ts';
import type { Timing } from '@bellwire/model/schedule.ts';
import type { PollState } from './poll-state.ts';

export interface ScheduleTables {
  install_schedule: {
    workspace_id: string;
    install_id: string;
    name: string;
    timing: JSONColumnType<Planned>;
    planned_at: string | null;
    due_at: string | null;
    tries: Generated<number>;
    failures: Generated<number>;
    state: JSONColumnType<PollState, string | undefined>;
    last_at: string | null;
    last_records: Generated<number>;
    records: Generated<number>;
    failure: string | null;
  };
  schedule_key: {
    workspace_id: string;
    install_id: string;
    name: string;
    key: string;
    seen_at: Generated<string>;
  };
  schedule_record: {
    id: string;
    workspace_id: string;
    install_id: string;
    name: string;
    record: JSONColumnType<{ readonly value: Json }>;
    identities: JSONColumnType<readonly Identity[]>;
    since: Generated<string>;
  };
}

export interface Planned {
  readonly timing: Timing;
  readonly zone: string;
}
