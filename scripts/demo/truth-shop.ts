// The coffee shop of the demo, where payments come in all the ways that go wrong, and what its stories look for.
import { setTimeout as pause } from 'node:timers/promises';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { createClient, type Client } from '@bellwire/sdk/client.ts';
import { acmePayText } from '../../examples/acme-pay/acme-pay-text.ts';
import { seedDemo } from '../../examples/seed/seed-demo.ts';
import { messageLines } from './message-lines.ts';
import { orderedPayments } from './ordered-payments.ts';
import { payLink } from './pay-link.ts';
import type { DemoStage } from './play-demo.ts';
import { openVisitor, type Visitor } from './visitor.ts';

export interface Customer {
  readonly name: string;
  readonly contactId: string;
  readonly ns: string;
  readonly visitor: Visitor;
  /** What Acme Pay calls the payment. */
  readonly reference: string;
}

export interface TruthShop extends DemoStage {
  readonly owner: Client;
  readonly installId: string;
  readonly email: string;
  readonly password: string;
  /** Somebody who has an order, and has not paid yet. */
  customer(name: string): Promise<Customer>;
  /** Acme Pay's own server tells that it is paid; the event's id. */
  firePaid(customer: Customer): Promise<string>;
  firePending(customer: Customer): Promise<string>;
  /** The story, once the event has been worked off; told in one line. */
  story(eventId: string): Promise<OutputOf<'getEvent'>>;
  receipts(customer: Customer): Promise<number>;
  /** All that the bot has said, to anybody. */
  messages(): Promise<number>;
  ended(rerun: OutputOf<'getRerun'>): Promise<OutputOf<'getRerun'>>;
}

export async function openShop(stage: DemoStage): Promise<TruthShop> {
  const { server, provider, apiKey, teller } = stage;
  const password = `demo ${crypto.randomUUID()}`;
  const { client, bot, installId, key, email } = await seedDemo({
    baseUrl: server.publicUrl,
    password,
    provider: { url: provider.url, apiKey },
    app: orderedPayments(acmePayText(provider.url)),
  });
  if (key === null) throw new Error('The app was installed before: play this on a server of its own.');
  await answerPending(client, bot.id, installId);
  teller.note(`Made through the API: the app “Acme Pay” with two triggers, and the bot “${bot.name}”.`);
  const payments = createClient({ baseUrl: server.publicUrl, key });
  const customers: Customer[] = [];
  const of = async ({ contactId }: Customer) =>
    (await client.listMessages({ contactId, limit: 100 })).rows.filter(({ from }) => from === 'bot');
  return {
    ...stage,
    owner: client,
    installId,
    email,
    password,
    customer: async (name) => {
      const customer = await newCustomer({ ...stage, owner: client, bot }, name, customers);
      customers.push(customer);
      return customer;
    },
    firePaid: (customer) => fire(payments, customer, 'payment_paid'),
    firePending: (customer) => fire(payments, customer, 'payment_pending'),
    story: async (eventId) => {
      const story = await settled(client, eventId);
      teller.says('Bellwire', `“${story.triggerLabel}”: ${story.state}. ${story.answer}`);
      return story;
    },
    receipts: async (customer) =>
      (await of(customer)).filter(({ content }) => content.is === 'receipt').length,
    messages: async () => (await Promise.all(customers.map(of))).flat().length,
    ended: (rerun) => ended(client, rerun.id),
  };
}

/** Somebody has to listen to "Payment pending": nothing is dropped that nobody would have heard. */
async function answerPending(client: Client, botId: string, installId: string): Promise<void> {
  const settings = { kind: 'text', text: 'We are waiting for your payment {{trigger.reference}}.' };
  const graph = { start: 'tell', steps: [{ id: 'tell', type: 'send-message', settings, exits: {} }] };
  const { id: flowId, revision } = await client.createFlow({ botId, name: 'Payment pending', graph });
  await client.publishFlow({ flowId, revision });
  await client.createSubscription({ botId, installId, trigger: 'payment_pending', flowId });
}

interface Counter extends DemoStage {
  readonly owner: Client;
  readonly bot: { readonly id: string; readonly publicId: string };
}

async function newCustomer(
  { server, provider, teller, owner, bot }: Counter,
  name: string,
  known: readonly Customer[],
): Promise<Customer> {
  const visitor = await openVisitor(server.publicUrl, bot.publicId);
  teller.says(name, 'buy');
  await visitor.say('buy');
  const offer = await visitor.hear();
  teller.says('Bot', ...messageLines(offer.content));
  const { rows } = await owner.listContacts({ botId: bot.id });
  const contact = rows.find(({ id }) => known.every(({ contactId }) => contactId !== id));
  const payment = provider.payments.get(payLink(offer).split('/').at(-1) ?? '');
  if (contact === undefined || payment === undefined) throw new Error(`${name} has no payment to make.`);
  await owner.changeContact({ contactId: contact.id, name });
  return { name, contactId: contact.id, ns: contact.ns, visitor, reference: payment.reference };
}

const items = {
  payment_paid: { status: 'paid', amount: 33, currency: 'EUR', version: 2 },
  payment_pending: { status: 'pending', version: 1 },
};

/** The key names what happened, not the request: told again, it is the same. */
async function fire(
  payments: Client,
  { ns, reference }: Customer,
  trigger: keyof typeof items,
): Promise<string> {
  const { eventId } = await payments.fireTrigger({
    trigger,
    contact: ns,
    items: { ...items[trigger], reference },
    idempotencyKey: `${reference}-${trigger}`,
  });
  return eventId;
}

const PATIENCE_MS = 20_000;

async function settled(client: Client, eventId: string): Promise<OutputOf<'getEvent'>> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await pause(25)) {
    const story = await client.getEvent({ eventId });
    if (story.state !== 'waiting') return story;
  }
  throw new Error(`The event ${eventId} was not worked off within ${PATIENCE_MS / 1000} seconds.`);
}

async function ended(client: Client, rerunId: string): Promise<OutputOf<'getRerun'>> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await pause(50)) {
    const rerun = await client.getRerun({ rerunId });
    if (rerun.state === 'done') return rerun;
  }
  throw new Error(`The rerun ${rerunId} did not end within ${PATIENCE_MS / 1000} seconds.`);
}
