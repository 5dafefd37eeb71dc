// Makes an app, a bot and three subscriptions through the API alone, fires, and waits for the messages in the chat.
// Usage: BELLWIRE_URL=http://localhost:3000 node scripts/run.mjs examples/from-the-api/run.ts
import { setTimeout as pause } from 'node:timers/promises';
import { createClient, type Client } from '@bellwire/sdk/client.ts';
import { onDelivered, onMoved, onSent, parcelPost } from './parcel-post.ts';

/** @throws Error where a message does not arrive; ProblemError where the server refuses something. */
export async function runFromTheApi(baseUrl: string, print: (line: string) => void): Promise<void> {
  const owner = createClient({ baseUrl });
  const name = `parcel-post-${crypto.randomUUID().slice(0, 8)}`;
  const email = `${name}@example.com`;
  await owner.signUp({ name: 'Ada', email, password: crypto.randomUUID(), workspaceName: name });
  const draft = await owner.createApp({ definition: parcelPost(name) });
  const { id: appId } = await owner.publishApp({
    appId: draft.id,
    revision: draft.revision,
    visibility: 'private',
  });
  const { install, key } = await owner.installApp({ appId, consent: ['triggers:fire'] });
  print(`A new workspace with the app "${install.appLabel}", published and installed.`);

  const bot = await owner.createBot({ name: 'Parcel bot' });
  await owner.createUserField({ botId: bot.id, name: 'courier_link', label: 'Courier link', type: 'text' });
  const ids = { botId: bot.id, installId: install.id };
  await subscribe(owner, { ...ids, trigger: 'sent', graph: onSent(install.id) });
  await subscribe(owner, { ...ids, trigger: 'moved', graph: onMoved });
  await subscribe(owner, { ...ids, trigger: 'delivered', graph: onDelivered });
  const { id: contactId, ns } = await owner.createContact({ botId: bot.id });
  print(`The bot "${bot.name}" with three subscriptions, and the contact ${ns}.`);

  const server = createClient({ baseUrl, key });
  await server.appTrigger({ user_ns: ns, trigger_name: 'sent', context: { parcel: 'P-7' } });
  print('Fired "sent" with the key of the install.');
  print(`Bot: ${await heard(owner, contactId, 'Your parcel P-7 is on its way.')}`);
  const { fields } = await owner.getContact({ contactId });
  const statuses = await Promise.all([1, 2].map(() => handOver(fields['courier_link'])));
  print(`The courier called the one-time URL twice at once: ${statuses.join(' and ')}.`);
  print(`Bot: ${await heard(owner, contactId, 'Your parcel P-7 has arrived at the door.')}`);
  await overtake(server, ns);
  print(`Bot: ${await heard(owner, contactId, 'Your parcel P-7 is in the van.')}`);
  const rows = await settled(owner, contactId);
  for (const event of rows.toReversed())
    print(`Event "${event.triggerLabel}": ${event.reason ?? `${event.state}.`}`);
  if (rows.length !== 4) throw new Error(`Four events were expected, but there are ${rows.length}.`);
}

/** The events of the contact, once each has been worked off. */
async function settled(client: Client, contactId: string) {
  for (;;) {
    const { rows } = await client.listEvents({ contactId });
    if (rows.every(({ state }) => state !== 'waiting')) return rows;
    await pause(50);
  }
}

type Wanted = Pick<Parameters<Client['createSubscription']>[0], 'botId' | 'installId' | 'trigger'> &
  Pick<Parameters<Client['createFlow']>[0], 'graph'>;

async function subscribe(client: Client, { graph, ...subscription }: Wanted): Promise<void> {
  const { botId, trigger } = subscription;
  const { id: flowId, revision } = await client.createFlow({ botId, name: `On ${trigger}`, graph });
  await client.publishFlow({ flowId, revision });
  await client.createSubscription({ ...subscription, flowId });
}

/** Two moves of one parcel: the second had come to the sender first. */
async function overtake(client: Client, contact: string): Promise<void> {
  const moves = [
    { step: 2, place: 'in the van' },
    { step: 1, place: 'in the depot' },
  ];
  for (const move of moves)
    await client.fireTrigger({ trigger: 'moved', contact, items: { parcel: 'P-7', ...move } });
}

async function handOver(link: unknown): Promise<number> {
  if (typeof link !== 'string') throw new Error('The contact has no link for the courier.');
  const { status } = await fetch(link, { method: 'POST', body: JSON.stringify({ place: 'at the door' }) });
  return status;
}

/** Waits for exactly this text. */
async function heard(client: Client, contactId: string, wanted: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await client.listMessages({ contactId });
    if (rows.some(({ content }) => content.is === 'text' && content.text === wanted)) return wanted;
    await pause(100);
  }
  throw new Error(`"${wanted}" was not said within 10 seconds.`);
}

if (import.meta.main) {
  const { BELLWIRE_URL = 'http://localhost:3000' } = process.env;
  await runFromTheApi(BELLWIRE_URL, console.log);
}
