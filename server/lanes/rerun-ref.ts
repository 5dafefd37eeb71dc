// How an arrival names what it is a part of, so that its commit can tell what it came to.
import type { RerunItemState } from '@bellwire/model/rerun.ts';

export interface RerunRef {
  readonly id: string;
  readonly place: number;
}

/** What its arrivals need beside their event and run. */
export interface RerunSettings {
  readonly subscriptionId?: string;
}

/** What one event or run of it came to. */
export interface RerunEnd {
  readonly ref: RerunRef;
  readonly state: Extract<RerunItemState, 'done' | 'stopped'>;
  readonly says: string | null;
  readonly newRunId: string | null;
  readonly skipped: number;
}
