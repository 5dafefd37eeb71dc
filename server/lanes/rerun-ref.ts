// How an arrival names what it is a part of, so that its commit can tell what it came to.
import type { ReplayChoice } from '@bellwire/engine/replay.ts';
import type { RerunItemState } from '@bellwire/model/rerun.ts';

export interface RerunRef {
  readonly id: string;
  readonly place: number;
}

/** What its arrivals need beside their event and run. */
export interface RerunSettings {
  /** Of catching up: who missed the events. */
  readonly subscriptionId?: string;
  readonly replay?: ReplaySettings;
}

export interface ReplaySettings extends ReplayChoice {
  /** `then`: the version that ran; `published`: the one of today. */
  readonly version: 'then' | 'published';
}

/** What one event or run of it came to. */
export interface RerunEnd {
  readonly ref: RerunRef;
  readonly state: Extract<RerunItemState, 'done' | 'stopped'>;
  readonly says: string | null;
  readonly newRunId: string | null;
  readonly skipped: number;
}
