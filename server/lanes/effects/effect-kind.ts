// What one kind of effect must do: turn what a step wanted into rows of the commit. Inside the database, so exactly once.
import type { Effect, EffectKind } from '@bellwire/model/effect.ts';
import type { Run } from '@bellwire/model/run.ts';
import type { Work } from '../work.ts';

export interface EffectTaker<Kind extends EffectKind> {
  take(work: Work, run: Run, effect: Extract<Effect, { is: Kind }>): void;
}
