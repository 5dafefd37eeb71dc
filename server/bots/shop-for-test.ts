// For tests: a shop's bot with a contact, the payment app installed, and a flow for its trigger.
import type { TestContext } from 'node:test';
import { payApp } from '../apps/pay-app.ts';
import { install, publish } from '../apps/publish-for-test.ts';
import { contactHandlers } from '../contacts/handlers.ts';
import { testRooms } from '../http/test-rooms.ts';
import { botHandlers } from './handlers.ts';

export async function testShop(t: TestContext, options: Parameters<typeof testRooms>[1] = {}) {
  const rooms = await testRooms(t, options);
  const [ours, theirs] = [await rooms.workspace('Corner shop'), await rooms.workspace('Stranger')];
  const app = payApp();
  const { id: appId } = await publish(ours, app);
  const { install: made } = await install(ours, appId, app);
  const bot = await botHandlers.createBot({ name: 'Shop', greeting: '', timeZone: 'UTC' }, ours);
  const field = { botId: bot.id, description: '' };
  await botHandlers.createUserField({ ...field, label: 'Paid', type: 'number' }, ours);
  await botHandlers.createUserField({ ...field, label: 'Status', type: 'text' }, ours);
  const flow = await botHandlers.createFlow({ botId: bot.id, name: 'Thanks', keywords: [] }, ours);
  await botHandlers.publishFlow({ flowId: flow.id, revision: 1 }, ours);
  const person = { name: 'Grace', email: null, phone: null, timeZone: null, fields: {} };
  const contact = await contactHandlers.createContact({ botId: bot.id, ...person }, ours);
  const wanted = {
    botId: bot.id,
    installId: made.id,
    trigger: 'payment_paid',
    flowId: flow.id,
    enabled: true,
    filter: null,
    note: '',
    mappings: [],
  };
  const subscribe = (over: Partial<Parameters<typeof botHandlers.createSubscription>[0]> = {}) =>
    botHandlers.createSubscription({ ...wanted, ...over }, ours);
  return { rooms, ours, theirs, app, appId, install: made, bot, flow, contact, subscribe };
}
