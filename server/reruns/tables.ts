// Rows of what is worked again, and of each event or run in it.
import type { Generated, JSONColumnType } from 'kysely';
import type { RerunItemState, RerunKind, RerunState } from '@bellwire/model/rerun.ts';
import type { RerunSettings } from '../lanes/rerun-ref.ts';

export interface RerunTables {
  rerun: {
    id: string;
    workspace_id: string;
    kind: RerunKind;
    title: string;
    asked_by: string;
    settings: JSONColumnType<RerunSettings>;
    per_second: number;
    state: Generated<RerunState>;
    total: number;
    asked_at: string;
    next_at: string;
    ended_at: string | null;
  };
  rerun_item: {
    workspace_id: string;
    rerun_id: string;
    place: number;
    event_id: string | null;
    run_id: string | null;
    state: Generated<RerunItemState>;
    says: string | null;
    new_run_id: string | null;
    skipped: Generated<number>;
    ended_at: string | null;
  };
}
