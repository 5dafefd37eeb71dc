// Events by hand: a test at one subscription, and another try at what is parked.
import type { eventOperations } from '@bellwire/model/operations/events.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { getSubscriptionRow } from '../bots/subscription-view.ts';
import { getContact } from '../contacts/contact-view.ts';
import { sayCaller } from '../people/say-caller.ts';
import type { Handlers } from '../http/handler.ts';
import { firedOrThrow } from './fire.ts';

export const eventTrialHandlers: Pick<Handlers<keyof typeof eventOperations>, 'testTrigger' | 'runParked'> = {
  async testTrigger({ subscriptionId, contactId, items }, context) {
    const subscription = await context.inWorkspace(async (tx) => {
      const row = await getSubscriptionRow(tx, subscriptionId);
      const contact = await getContact(tx, { id: contactId });
      if (contact.botId !== row.bot_id) throw otherBot(contact.botName);
      return row;
    });
    const fired = await context.lanes.fireTest({
      workspaceId: context.workspaceId,
      installId: subscription.install_id,
      trigger: subscription.trigger,
      items,
      firedBy: `A test by ${sayCaller(context.caller)}`,
      contactId,
      subscriptionId,
    });
    return firedOrThrow(fired);
  },

  async runParked({ eventId }, context) {
    const outcome = await context.lanes.runParked(context.workspaceId, eventId);
    if (outcome instanceof ProblemError) throw outcome;
    return { says: outcome };
  },
};

function otherBot(botName: string): ProblemError {
  const says = `This contact belongs to the bot "${botName}". Choose a contact of the bot whose subscription is tested.`;
  return new ProblemError('bad-input', { complaints: [{ path: ['contactId'], says }] });
}
