// A person or the API changes the contact, in its turn among all else that happens to it.
import type { JsonObject } from '@bellwire/model/json.ts';
import { coerce } from '@bellwire/engine/language/value.ts';
import type { ChangeArrival } from '../arrival.ts';
import type { Work } from '../work.ts';
import type { Reaction } from './reaction.ts';

export const change: Reaction<'change'> = {
  react: (work, arrival) => {
    if (work.contact === null) return;
    const tags = new Set([...work.contact.tags, ...arrival.addTags]);
    for (const tag of arrival.removeTags) tags.delete(tag);
    work.contact = {
      ...work.contact,
      ...arrival.profile,
      fields: changedFields(work, arrival),
      tags: [...tags],
      pausedUntil: arrival.pausedUntil === undefined ? work.contact.pausedUntil : arrival.pausedUntil,
    };
    work.contactChanged = true;
  },
};

function changedFields(work: Work, { fields }: ChangeArrival): JsonObject {
  const types = work.definitions.bots.get(work.contact?.botId ?? '')?.userFields;
  const changed: JsonObject = { ...work.contact?.fields };
  for (const [name, value] of Object.entries(fields)) {
    const type = types?.get(name);
    const coerced = type === undefined ? undefined : coerce(value, type);
    if (coerced?.ok === true) changed[name] = coerced.value;
  }
  return changed;
}
