// An event that waited for others is taken up by a later one: it starts nothing, and its story says which one does.
import type { Gathering } from '../entity.ts';
import type { Work } from '../work.ts';
import { listen } from './listen.ts';
import { sumUp } from './sum-up.ts';

export function takeUp(work: Work, { eventId, firedAt, fire }: Gathering, by: string): void {
  const { contact, row } = work;
  if (contact === null) return;
  const listeners = work.definitions.listeners(fire.installId, fire.trigger, contact.botId);
  const decisions = listeners.map((listener) =>
    listen(work, contact, listener, { eventId, fire, takenUpBy: by }),
  );
  const settled = { ...row, id: eventId, acceptedAt: firedAt };
  work.events.push({ row: settled, fire, ...sumUp(decisions), decisions });
}
