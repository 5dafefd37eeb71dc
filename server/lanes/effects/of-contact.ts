// Effects that are a change of the contact itself, which the engine has made already: the contact is written with all else of the batch.
import type { EffectTaker } from './effect-kind.ts';

export const tag: EffectTaker<'tag'> = { take: () => {} };

export const pause: EffectTaker<'pause'> = { take: () => {} };
