// A run on its way from one rest to the next: the one thing in the engine that changes, and it never outlives `advance`.
import type { ContactState } from '@bellwire/model/contact.ts';
import type { Call, Effect } from '@bellwire/model/effect.ts';
import type { Frame, Run, StepRecord } from '@bellwire/model/run.ts';
import type { Script } from '@bellwire/model/script.ts';
import type { World } from './world.ts';

export interface Walk {
  run: Run;
  /** Of the run so far. A list of its own: copied into the run once, and not at every step. */
  readonly history: StepRecord[];
  contact: ContactState | null;
  readonly effects: Effect[];
  call: Call | null;
  script: Script | null;
  readonly world: World;
}

export function replaceTop(walk: Walk, change: Partial<Frame>): void {
  const top = walk.run.frames.at(-1);
  if (top !== undefined)
    walk.run = { ...walk.run, frames: [...walk.run.frames.slice(0, -1), { ...top, ...change }] };
}
