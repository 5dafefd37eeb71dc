// A schedule of an install: the app's flow runs, with what the record holds in its fields.
import type { Reaction } from './reaction.ts';
import { appFrame, fieldDefaults } from '@bellwire/engine/action-call.ts';
import { mapPayload } from '@bellwire/engine/map-payload.ts';
import { newRun, walkRun } from '../walk-run.ts';

export const scheduled: Reaction<'scheduled'> = {
  react: (work, arrival) => {
    const install = work.definitions.installAt(arrival.installId, arrival.versionId);
    const schedule = install?.app.schedules.find(({ name }) => name === arrival.schedule);
    if (install === undefined || schedule === undefined) return;
    if (work.definitions.installs.get(arrival.installId)?.live !== true) return;
    const before = fieldDefaults(install);
    const mapped =
      schedule.poll === undefined
        ? { values: before, says: 'Its time has come.' }
        : mapPayload(schedule.poll.mappings, arrival.record, before, install.app.fields);
    const run = newRun(work, {
      seed: `run:${work.row.id}`,
      frame: appFrame(install, schedule.flow, mapped.values, null),
      botId: work.contact?.botId ?? null,
      hops: 0,
    });
    const opening = {
      step: '',
      type: 'schedule',
      depth: 0,
      install: install.id,
      at: work.now,
      is: 'go',
      says: `${schedule.label}: ${mapped.says}`,
    };
    walkRun(work, { ...run, history: [opening] }, { is: 'start' });
  },
};
