// The story of the triggers that tell the truth: payments come twice, late, at a bad time and while a key has expired; each has one receipt.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { Check } from './check.ts';
import { messageLines } from './message-lines.ts';
import type { DemoStage } from './play-demo.ts';
import { openShop, type Customer, type TruthShop } from './truth-shop.ts';

/** @returns whether all was as it should be at the end. */
export async function playTruth(stage: DemoStage): Promise<boolean> {
  const { teller, server } = stage;
  const shop = await openShop(stage);
  const ada = await shop.customer('Ada');
  const twice = await paidTwice(shop, ada);
  const late = await tooLate(shop, ada);
  const cleo = await shop.customer('Cleo');
  const paused = await whilePaused(shop, cleo);
  const ben = await shop.customer('Ben');
  const expired = await whileExpired(shop, ada, ben);
  const repaired = await repair(shop, { paused: cleo, other: ben }, expired.newKey);
  const replayed = await replay(shop, twice.eventId);
  const acts = [twice, late, paused, expired, repaired, replayed];
  teller.title('What came of it');
  const checks = [...acts.flatMap((act) => act.checks), await oneReceiptEach(shop, [ada, ben, cleo])];
  for (const { holds, says } of checks) teller.check(holds, says);
  for (const { visitor } of [ada, ben, cleo]) visitor.close();

  teller.title('To be seen on the screen');
  teller.note(`Sign in as ${shop.email} with the password “${shop.password}”.`);
  for (const [what, { eventId }] of Object.entries({ twice, late, paused, expired }))
    teller.says(what, `${server.publicUrl}/events/${eventId}`);
  return checks.every(({ holds }) => holds);
}

interface Act {
  readonly checks: readonly Check[];
}

interface EventAct extends Act {
  readonly eventId: string;
}

async function paidTwice(shop: TruthShop, ada: Customer): Promise<EventAct> {
  const { teller } = shop;
  teller.title('“Payment paid” is fired twice at once, with one idempotency key');
  const [eventId, again] = await Promise.all([shop.firePaid(ada), shop.firePaid(ada)]);
  teller.says('Acme Pay', `fires for ${ada.reference}, and hears: event ${eventId}`);
  teller.says('Acme Pay', `fires it again, and hears: event ${again}`);
  teller.says('Bot', ...messageLines((await ada.visitor.hear()).content));
  const { state, doubles } = await shop.story(eventId);
  return {
    eventId,
    checks: [
      { holds: eventId === again, says: 'fired twice with one key, it is one event' },
      {
        holds: state === 'done' && doubles.length === 1,
        says: 'it is done, and its story tells of the double',
      },
    ],
  };
}

async function tooLate(shop: TruthShop, ada: Customer): Promise<EventAct> {
  shop.teller.title('“Payment pending” of the same payment comes late');
  const eventId = await shop.firePending(ada);
  const story = await shop.story(eventId);
  return {
    eventId,
    checks: [stoppedAt(story, { gate: 'newest-wins', state: 'filtered' }, 'the late “pending” was dropped')],
  };
}

async function whilePaused(shop: TruthShop, cleo: Customer): Promise<EventAct> {
  const { teller, owner } = shop;
  teller.title('Cleo talks to a person, who has paused the bot; meanwhile she pays');
  const pausedUntil = new Date(Date.now() + 3_600_000).toISOString();
  await owner.changeContact({ contactId: cleo.contactId, pausedUntil });
  const eventId = await shop.firePaid(cleo);
  const story = await shop.story(eventId);
  const receipts = await shop.receipts(cleo);
  return {
    eventId,
    checks: [
      stoppedAt(story, { gate: 'bot-active', state: 'parked' }, 'paid while paused, it was parked'),
      { holds: receipts === 0, says: 'and the bot kept silent' },
    ],
  };
}

/** Ada finds out that the key has expired: she wants to buy again. */
async function whileExpired(
  shop: TruthShop,
  ada: Customer,
  ben: Customer,
): Promise<EventAct & { readonly newKey: string }> {
  const { teller, owner, provider, installId } = shop;
  teller.title('The shop’s key at Acme Pay expires; Ada wants to buy again, and Ben pays');
  const newKey = `acme_test_${randomBytes(8).toString('hex')}`;
  provider.changeKey(newKey);
  teller.says(ada.name, 'buy');
  await ada.visitor.say('buy');
  teller.says('Bot', ...messageLines((await ada.visitor.hear()).content));
  const install = await owner.getInstall({ installId });
  teller.says('Bellwire', `the install is “${install.state}”.`, install.attention ?? '');
  const eventId = await shop.firePaid(ben);
  const story = await shop.story(eventId);
  return {
    eventId,
    newKey,
    checks: [
      { holds: install.state === 'needs-attention', says: 'after a 401 the install needs attention' },
      stoppedAt(story, { gate: 'connection', state: 'parked' }, 'paid meanwhile, it was parked'),
    ],
  };
}

interface Waiting {
  readonly paused: Customer;
  readonly other: Customer;
}

async function repair(shop: TruthShop, { paused, other }: Waiting, newKey: string): Promise<Act> {
  const { teller, owner, installId } = shop;
  teller.title('The owner reconnects the app, resumes the bot for Cleo, and runs what is parked');
  const { state } = await owner.reconnectInstall({ installId, auth: { api_key: newKey } });
  await owner.changeContact({ contactId: paused.contactId, pausedUntil: null });
  const { rows: lots } = await owner.listParkedLots();
  let ran = 0;
  for (const { reason, installId: of, trigger, subscriptionId, label, count } of lots) {
    teller.says('Owner', `runs the ${count} parked: ${label}`);
    const lot = { reason, installId: of, trigger, ...(subscriptionId !== null && { subscriptionId }) };
    ran += (await shop.ended(await owner.runParkedLot(lot))).counts.done;
  }
  for (const { name, visitor } of [paused, other]) {
    const [title = ''] = messageLines((await visitor.hear()).content);
    teller.says('Bot', `to ${name}: ${title}`);
  }
  const left = (await owner.listParkedLots()).rows.length;
  return {
    checks: [
      { holds: state === 'active', says: 'with a new key the install is active again' },
      { holds: ran === 2 && left === 0, says: `${ran} parked events ran, ${left} lots are left` },
    ],
  };
}

async function replay(shop: TruthShop, eventId: string): Promise<Act> {
  const { teller, owner } = shop;
  teller.title('The owner, unsure, replays the whole run of Ada’s payment');
  const before = await shop.messages();
  const [run] = (await owner.getEvent({ eventId })).runs;
  const rerun = await shop.ended(await owner.replayRun({ runId: run?.id ?? '' }));
  // What was wrongly sent again would be there by now.
  await pause(500);
  const after = await shop.messages();
  const [line] = (await owner.getLedger({ runId: run?.id ?? '' })).reruns;
  teller.says('Bellwire', `${line?.skipped ?? 0} effects were done before, and are skipped.`);
  return {
    checks: [
      {
        holds: rerun.counts.done === 1 && line?.skipped === 2 && before === after,
        says: `a replay sent nothing twice: ${before} messages before it, ${after} after`,
      },
    ],
  };
}

async function oneReceiptEach(shop: TruthShop, customers: readonly Customer[]): Promise<Check> {
  const counts = await Promise.all(customers.map(shop.receipts));
  return {
    holds: counts.every((count) => count === 1),
    says: customers.map(({ name }, index) => `${name} has ${counts[index]} receipt`).join(', '),
  };
}

function stoppedAt(
  { state, decisions }: OutputOf<'getEvent'>,
  wanted: { readonly gate: string; readonly state: string },
  says: string,
): Check {
  const gates = decisions.flatMap((decision) => decision.gates);
  const stopped = gates.filter(({ verdict }) => verdict === 'stop').map(({ gate }) => gate);
  return {
    holds: state === wanted.state && stopped.join() === wanted.gate,
    says: `${says} at the gate “${stopped.join()}”`,
  };
}
