// What an accepted event is answered: who listens, as the definitions at hand know it, and what to do when nobody does.
import type { Listener } from '@bellwire/engine/gates/gate.ts';
import type { Fired } from './door.ts';

/** The hot path asks for this at each event: counted without a list of its own. */
export function answerOf(listeners: readonly Pick<Listener, 'enabled'>[]): Omit<Fired, 'eventId'> {
  let on = 0;
  for (const { enabled } of listeners) if (enabled) on += 1;
  const off = listeners.length - on;
  return {
    status: on === 0 ? 'unheard' : 'accepted',
    listeners: on,
    listenersOff: off,
    says: on === 0 ? nobodyListens(off) : inWords(on),
  };
}

function inWords(on: number): string {
  return on === 1 ? 'Accepted. One subscription listens.' : `Accepted. ${on} subscriptions listen.`;
}

function nobodyListens(off: number): string {
  const begin = 'Accepted and kept, but nobody listens:';
  if (off === 0)
    return `${begin} no subscription of the contact's bot is to this trigger. Add one in the bot, under Automation.`;
  const which =
    off === 1
      ? 'the one subscription to this trigger is off'
      : `all ${off} subscriptions to this trigger are off`;
  return `${begin} ${which}. Switch it on in the bot, under Automation.`;
}
