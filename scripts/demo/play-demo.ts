// The story of the demo: somebody buys, pays, and gets one receipt, although the provider calls back three times.
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@bellwire/sdk/client.ts';
import type { RunningServer } from '@bellwire/server/start-server.ts';
import type { Delivery } from '../../examples/acme-pay/payment.ts';
import type { Provider } from '../../examples/acme-pay/provider.ts';
import { seedDemo } from '../../examples/seed/seed-demo.ts';
import type { Check } from './check.ts';
import { messageLines } from './message-lines.ts';
import { payLink } from './pay-link.ts';
import type { Teller } from './teller.ts';
import { openVisitor } from './visitor.ts';

export interface DemoStage {
  readonly server: Pick<RunningServer, 'publicUrl'>;
  /** With `callbacks: 2`. */
  readonly provider: Provider;
  readonly apiKey: string;
  readonly teller: Teller;
}

/** @returns whether all was as it should be at the end. */
export async function playDemo({ server, provider, apiKey, teller }: DemoStage): Promise<boolean> {
  const { client, bot, email } = await seedDemo({
    baseUrl: server.publicUrl,
    password: `demo ${crypto.randomUUID()}`,
    provider: { url: provider.url, apiKey },
  });
  teller.note(
    `Made through the API for ${email}: the app “Acme Pay”, published and installed, and the bot “${bot.name}”.`,
  );

  teller.title('A contact buys in the web chat');
  const visitor = await openVisitor(server.publicUrl, bot.publicId);
  teller.says('Bot', visitor.greeting);
  teller.says('Contact', 'buy');
  await visitor.say('buy');
  const offer = await visitor.hear();
  teller.says('Bot', ...messageLines(offer.content));

  teller.title('and pays; the provider sends its callback twice at once');
  const payUrl = payLink(offer);
  teller.says('Contact', `opens the page and presses “Pay”`);
  await press(payUrl, 'pay');
  const deliveries = provider.payments.get(payUrl.split('/').at(-1) ?? '')?.deliveries ?? [];
  for (const delivery of deliveries) teller.says('Acme Pay', deliveryLine(delivery));
  const receipt = await visitor.hear();
  teller.says('Bot', ...messageLines(receipt.content));

  teller.title('Later the provider, unsure, sends it once more');
  await press(payUrl, 'callback');
  teller.says('Acme Pay', ...deliveries.slice(2).map(deliveryLine));
  // What was wrongly done twice would be said by now.
  await pause(1000);
  visitor.close();

  teller.title('What came of it');
  const { rows } = await client.listContacts({ botId: bot.id });
  const checks = await checkOutcome(client, rows[0]?.id ?? '');
  for (const { holds, says } of checks) teller.check(holds, says);
  return checks.every(({ holds }) => holds);
}

async function press(payUrl: string, button: 'pay' | 'callback'): Promise<void> {
  const answer = await fetch(`${payUrl}/${button}`, { method: 'POST', redirect: 'manual' });
  if (answer.status !== 303)
    throw new Error(`The page of the provider answered with the status ${answer.status}.`);
}

function deliveryLine({ status, ms }: Delivery): string {
  const words = status === 410 ? 'stopped: the address was used' : status === 200 ? 'taken' : 'not taken';
  return `calls the one-time URL: ${status ?? 'no answer'}, ${words} (${ms} ms)`;
}

async function checkOutcome(client: Client, contactId: string): Promise<Check[]> {
  const [messages, orders, events] = await Promise.all([
    client.listMessages({ contactId }),
    client.listOrders({ contactId }),
    client.listEvents({ contactId }),
  ]);
  const receipts = messages.rows.filter(({ content }) => content.is === 'receipt');
  const [event] = events.rows;
  const story = event === undefined ? undefined : await client.getEvent({ eventId: event.id });
  const calls = story?.urlCalls.map(({ verdict }) => verdict) ?? [];
  const paid = orders.rows.filter(
    ({ status, reference }) => status === 'paid' && reference?.startsWith('AP-') === true,
  );
  return [
    { holds: receipts.length === 1, says: `${receipts.length} receipt in the chat` },
    {
      holds: orders.rows.length === 1 && paid.length === 1,
      says: `${orders.rows.length} order, ${paid.length} paid, with the reference of the payment`,
    },
    {
      holds: events.rows.length === 1 && event?.state === 'done',
      says: `${events.rows.length} event “Payment paid”, ${event?.state ?? 'none'}`,
    },
    {
      holds: calls.join() === 'taken,used,used',
      says: `its story tells of ${calls.length} calls at the one-time URL: ${calls.join(', ')}`,
    },
    {
      holds: story?.decisions.length === 1 && story.decisions[0]?.result === 'ran',
      says: `and why the flow “${story?.decisions[0]?.flowName ?? ''}” ran: ${story?.decisions[0]?.gates.length ?? 0} gates, all passed`,
    },
  ];
}
