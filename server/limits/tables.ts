// Rows of the limits that workspaces have set, and of those that were met.
import type { LimitName } from '@bellwire/model/limit.ts';

export interface LimitTables {
  workspace_limit: {
    workspace_id: string;
    fires_per_second: number | null;
    most_waiting: number | null;
  };
  limit_met: {
    workspace_id: string;
    limit_name: LimitName;
    day: string;
    times: number;
    last_at: string;
  };
}
