// A one-time URL was called: the app's flow that it names runs on, with the values of then and what the call brought.
import type { Reaction } from './reaction.ts';
import { appFrame } from '@bellwire/engine/action-call.ts';
import { mapPayload } from '@bellwire/engine/map-payload.ts';
import { newRun, walkRun } from '../walk-run.ts';

export const callback: Reaction<'callback'> = {
  react: (work, arrival) => {
    const install = work.definitions.installAt(arrival.installId, arrival.versionId);
    const url = install?.app.oneTimeUrls.find(({ name }) => name === arrival.url);
    if (
      install === undefined ||
      url === undefined ||
      work.definitions.installs.get(arrival.installId)?.live !== true
    )
      return;
    const { values, says } = mapPayload(url.mappings, arrival.payload, arrival.values, install.app.fields);
    const frame = appFrame(install, url.flow, values, null);
    const run = newRun(work, {
      seed: `run:${work.row.id}`,
      frame,
      botId: work.contact?.botId ?? null,
      hops: arrival.hops,
    });
    const opening = {
      step: '',
      type: 'one-time-url',
      depth: 0,
      install: install.id,
      at: work.now,
      is: 'go',
      says,
    };
    walkRun(work, { ...run, history: [opening] }, { is: 'start' });
  },
};
