// The time in which events of one thing gather is over: the last that came goes into the lane, to be run.
import { keepEntity } from './keep-entity.ts';
import type { Reaction } from './reaction.ts';

export const gathered: Reaction<'gathered'> = {
  react: (work) => {
    const { entity } = work;
    if (entity === null || entity.gathering === null) return;
    const { eventId, firedAt, fire } = entity.gathering;
    keepEntity(work, { ...entity, gathering: null });
    work.fires.push({ id: eventId, fire: { ...fire, gathered: { firedAt } } });
  },
};
