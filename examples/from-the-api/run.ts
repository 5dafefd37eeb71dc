// Makes an app, a bot and two subscriptions through the API alone, fires, and waits for the messages in the chat.
// Usage: BELLWIRE_URL=http://localhost:3000 node scripts/run.mjs examples/from-the-api/run.ts
import { setTimeout as pause } from 'node:timers/promises';
import { createClient, type Client } from '@bellwire/sdk/client.ts';
import { onDelivered, onSent, parcelPost } from './parcel-post.ts';

/** @throws Error where a message does not arrive; ProblemError where the server refuses something. */
export async function runFromTheApi(baseUrl: string, print: (line: string) => void): Promise<void> {
  const unique = crypto.randomUUID().slice(0, 8);
  const owner = createClient({ baseUrl });
  await owner.signUp({ name: 'Ada', email: `ada-${unique}@example.com`, password: crypto.randomUUID(), workspaceName: `Parcels ${unique}` });
  print('A new account and its workspace.');

  const draft = await owner.createApp({ definition: parcelPost(`parcel-post-${unique}`) });
  const app = await owner.publishApp({ appId: draft.id, revision: draft.revision, visibility: 'private' });
  const { install, key } = await owner.installApp({ appId: app.id, consent: ['triggers:fire'] });
  print(`The app "${app.label}", published as version ${app.publishedVersion}, and installed.`);

  const bot = await owner.createBot({ name: 'Parcel bot' });
  await owner.createUserField({ botId: bot.id, label: 'Courier link', name: 'courier_link', type: 'text' });
  await subscribe(owner, { botId: bot.id, installId: install.id, trigger: 'sent', graph: onSent(install.id) });
  await subscribe(owner, { botId: bot.id, installId: install.id, trigger: 'delivered', graph: onDelivered });
  const contact = await owner.createContact({ botId: bot.id, name: 'Mia' });
  print(`The bot "${bot.name}" with two subscriptions, and the contact ${contact.ns}.`);

  const server = createClient({ baseUrl, key });
  const fired = await server.appTrigger({ user_ns: contact.ns, trigger_name: 'sent', context: { parcel: 'P-7' } });
  print(`Fired "sent" with the key of the install: ${fired.result.says}`);
  print(`Bot: ${await heard(owner, contact.id, 'Your parcel P-7 is on its way.')}`);

  const { fields } = await owner.getContact({ contactId: contact.id });
  print('The courier calls the one-time URL, twice by mistake.');
  const body = JSON.stringify({ place: 'at the door' });
  const calls = [1, 2].map(() => fetch(String(fields['courier_link']), { method: 'POST', body, headers: { 'content-type': 'application/json' } }));
  const statuses = (await Promise.all(calls)).map(({ status }) => status).toSorted();
  if (statuses.join() !== '200,410') throw new Error(`One call should be taken and one be stopped, but they gave ${statuses.join()}.`);
  print(`Bot: ${await heard(owner, contact.id, 'Your parcel P-7 has arrived at the door.')}`);

  const { rows } = await owner.listEvents({ contactId: contact.id });
  for (const event of rows.toReversed()) print(`Event "${event.triggerLabel}": ${event.state}.`);
  if (rows.length !== 2) throw new Error(`Two events were expected, but there are ${rows.length}.`);
}

interface Wanted {
  readonly botId: string;
  readonly installId: string;
  readonly trigger: string;
  readonly graph: NonNullable<Parameters<Client['createFlow']>[0]['graph']>;
}

async function subscribe(client: Client, { botId, installId, trigger, graph }: Wanted): Promise<void> {
  const flow = await client.createFlow({ botId, name: `On ${trigger}`, graph });
  await client.publishFlow({ flowId: flow.id, revision: flow.revision });
  await client.createSubscription({ botId, installId, trigger, flowId: flow.id });
}

/** Waits for exactly this text, once. */
async function heard(client: Client, contactId: string, wanted: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await client.listMessages({ contactId });
    const texts = rows.flatMap(({ content }) => (content.is === 'text' && content.text === wanted ? [content.text] : []));
    if (texts.length === 1) return wanted;
    if (texts.length > 1) throw new Error(`"${wanted}" was said ${texts.length} times.`);
    await pause(100);
  }
  throw new Error(`"${wanted}" was not said within 10 seconds.`);
}

if (import.meta.main) {
  const { BELLWIRE_URL = 'http://localhost:3000' } = process.env;
  await runFromTheApi(BELLWIRE_URL, console.log);
}
