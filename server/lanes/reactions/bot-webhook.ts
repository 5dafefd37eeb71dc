// A webhook of a bot was called: what it brought goes into the contact's fields, and the bot's flow runs.
import { coerce } from '@bellwire/engine/language/value.ts';
import { pickByPath } from '@bellwire/engine/pick-by-path.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { PayloadMapping } from '@bellwire/model/payload-mapping.ts';
import type { Run, StepRecord } from '@bellwire/model/run.ts';
import { botFrame, newRun, walkRun } from '../walk-run.ts';
import type { Work } from '../work.ts';
import type { Reaction } from './reaction.ts';

export const botWebhook: Reaction<'bot-webhook'> = {
  react: (work, arrival) => {
    const declared = work.definitions.botWebhooks.get(arrival.botWebhookId);
    if (declared === undefined || work.contact === null) return;
    const says = takeOver(work, declared.mappings, arrival.payload);
    const version = work.definitions.flows.get(declared.flowId)?.publishedVersion ?? null;
    const flow = { is: 'bot' as const, flowId: declared.flowId, version: version ?? 0 };
    const run = {
      ...newRun(work, {
        seed: arrival.runId,
        frame: botFrame(work, flow, arrival.payload),
        botId: work.contact.botId,
        hops: 0,
      }),
      id: arrival.runId,
    };
    const why = version === null ? 'The flow was never published.' : pausedNow(work);
    if (why === undefined) walkRun(work, { ...run, history: [opening(work, says)] }, { is: 'start' });
    else keepStopped(work, run, `${says} ${why}`);
  },
};

/** Fields are taken over in any case; whether the bot may speak is another question. */
function takeOver(work: Work, mappings: readonly PayloadMapping[], payload: Json): string {
  const types = work.definitions.bots.get(work.contact?.botId ?? '')?.userFields;
  const fields: JsonObject = { ...work.contact?.fields };
  const says: string[] = [];
  for (const { path, field, fallback } of mappings) {
    const type = types?.get(field);
    if (type === undefined) {
      says.push(`There is no user field "${field}".`);
      continue;
    }
    const coerced = coerce(pickByPath(path, payload) ?? fallback ?? null, type);
    if (coerced.ok) fields[field] = coerced.value;
    else says.push(`${path} was not put into ${field}: it ${coerced.says}.`);
  }
  if (work.contact !== null && mappings.length > 0) {
    work.contact = { ...work.contact, fields };
    work.contactChanged = true;
  }
  return says.length > 0 ? says.join(' ') : `${mappings.length} values were taken from the call.`;
}

function pausedNow({ contact, now }: Work): string | undefined {
  return contact?.pausedUntil != null && contact.pausedUntil > now
    ? 'The bot is paused for this contact, so the flow did not run. Run the call again when it is resumed.'
    : undefined;
}

/** So that the call's story says why nothing was done. */
function keepStopped(work: Work, run: Run, says: string): void {
  const history = [{ ...opening(work, says), is: 'fail' }];
  work.runs.set(run.id, { ...run, status: 'failed', endedAt: work.now, history });
  work.changedRuns.add(run.id);
}

function opening({ now }: Work, says: string): StepRecord {
  return { step: '', type: 'webhook', depth: 0, at: now, is: 'go', says };
}
