// A webhook of an install was called: the app's flow that it names runs, with what the call brought.
import { appFrame, fieldDefaults } from '@bellwire/engine/action-call.ts';
import { mapPayload } from '@bellwire/engine/map-payload.ts';
import { newRun, walkRun } from '../walk-run.ts';
import type { Reaction } from './reaction.ts';

export const webhook: Reaction<'webhook'> = {
  react: (work, arrival) => {
    const install = work.definitions.installAt(arrival.installId, arrival.versionId);
    const declared = install?.app.webhooks.find(({ name }) => name === arrival.webhook);
    const isLive = work.definitions.installs.get(arrival.installId)?.live === true;
    if (install === undefined || declared === undefined || !isLive) return;
    const { values, says } = mapPayload(
      declared.mappings,
      arrival.payload,
      fieldDefaults(install),
      install.app.fields,
    );
    const frame = appFrame(install, declared.flow, values, null);
    const run = newRun(work, { seed: arrival.runId, frame, botId: work.contact?.botId ?? null, hops: 0 });
    const opening = {
      step: '',
      type: 'webhook',
      depth: 0,
      install: install.id,
      at: work.now,
      is: 'go',
      says,
    };
    walkRun(work, { ...run, id: arrival.runId, history: [opening] }, { is: 'start' });
  },
};
