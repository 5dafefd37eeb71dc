// Rows of the log, of what is still to be done, and of the workers.
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Call } from '@bellwire/model/effect.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Script } from '@bellwire/model/script.ts';

export interface LaneTables {
  lane_log: LogColumns;
  lane_held: Omit<LogColumns, 'seq'> & { seq: number };
  lane_failed: {
    id: string;
    lane: string;
    workspace_id: string;
    kind: string;
    body: JSONColumnType<JsonObject>;
    says: string;
    failed_at: string;
  };
  timer: {
    run_id: string;
    turn: number;
    workspace_id: string;
    shard: number;
    lane: string;
    due_at: string;
    arrival: Generated<JSONColumnType<JsonObject> | null>;
  };
  entity: {
    workspace_id: string;
    lane: string;
    install_id: string;
    name: string;
    key: string;
    newest: JSONColumnType<JsonObject> | null;
    gathering: JSONColumnType<JsonObject> | null;
    runs: JSONColumnType<JsonObject>;
    seen_at: string;
  };
  outgoing_call: {
    id: string;
    workspace_id: string;
    shard: number;
    lane: string;
    run_id: string;
    turn: number;
    install_id: string | null;
    call: JSONColumnType<JsonObject & (Call | Script)>;
    due_at: string;
    created_at: string;
  };
  one_time_url: {
    id: string;
    workspace_id: string;
    install_id: string;
    version_id: string;
    bot_id: string | null;
    contact_id: string | null;
    name: string;
    token_hash: Buffer;
    app_values: JSONColumnType<JsonObject>;
    run_id: string | null;
    hops: number;
    created_at: string;
    expires_at: string;
    used_at: string | null;
  };
  one_time_url_call: {
    workspace_id: string;
    url_id: string;
    at: string;
    method: string;
    verdict: 'taken' | 'used' | 'expired' | 'looked';
    says: string;
  };
  server_process: {
    id: string;
    backend_pid: number | null;
    host: string;
    works_lanes: boolean;
    beat_at: string;
    version: Generated<string>;
    schema_number: Generated<number>;
  };
}

interface LogColumns {
  seq: GeneratedAlways<number>;
  shard: number;
  lane: string;
  workspace_id: string;
  id: string;
  kind: string;
  body: JSONColumnType<JsonObject>;
  accepted_at: string;
}
