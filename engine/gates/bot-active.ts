// Gate: the bot may talk to this contact now; while it is paused (a person has taken over), the event waits, its data does not.
import { fact, pass, stop, type Gate } from './gate.ts';

export const botActive: Gate = {
  name: 'bot-active',
  label: 'The bot is active for the contact',
  mapsAnyway: true,
  mend: { label: 'Resume the bot', at: 'contact' },
  decide: ({ contact, scope }) =>
    contact.pausedUntil !== null && contact.pausedUntil > scope.now
      ? stop('parked', { contact: contact.ns, pausedUntil: contact.pausedUntil })
      : pass({ contact: contact.ns }),
  says: (record) =>
    record.verdict === 'pass'
      ? `The bot is active for ${fact(record, 'contact')}.`
      : `The bot is paused for ${fact(record, 'contact')} until ${fact(record, 'pausedUntil')}. The items were mapped; resume the bot, then run what is parked.`,
};
