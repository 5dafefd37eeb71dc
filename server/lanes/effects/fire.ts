// Effect: a flow of an app fires a trigger; the event goes to the end of the same contact's lane.
import type { EffectTaker } from './effect-kind.ts';

export const fire: EffectTaker<'fire'> = {
  take: (work, run, effect) => {
    const install = work.definitions.installs.get(effect.installId);
    const flow = run.frames.at(-1)?.flow;
    const where = flow?.is === 'app' ? ` "${flow.flow}"` : '';
    work.fires.push({
      id: effect.eventId,
      fire: {
        kind: 'fire',
        installId: effect.installId,
        trigger: effect.trigger,
        items: effect.items,
        source: 'flow',
        firedBy: `A flow of ${install?.app.label ?? 'the app'}${where}`,
        hops: run.hops + 1,
        causeRunId: run.id,
        urlId: work.row.arrival.kind === 'callback' ? work.row.arrival.urlId : null,
        onlySubscriptionId: null,
        arrival: [],
      },
    });
  },
};
