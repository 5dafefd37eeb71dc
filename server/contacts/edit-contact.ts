// Making a contact, and changing one in its lane, behind what is already under way.
import type { Transaction } from 'kysely';
import { normalEmail, normalPhone } from '@bellwire/model/identity.ts';
import type { contactOperations } from '@bellwire/model/operations/contacts.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { getBot } from '../bots/bots.ts';
import { timeZoneComplaints } from '../bots/time-zone.ts';
import { readFieldValues, readUserFields } from '../bots/user-fields.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import type { ChangeArrival } from '../lanes/arrival.ts';
import { getContact } from './contact-view.ts';
import { insertContact } from './insert-contact.ts';

/** How long the answer waits for the contact's lane to come to the change. */
export const LANE_TIMEOUT_MS = 5000;

export const contactEditHandlers: Pick<
  Handlers<keyof typeof contactOperations>,
  'createContact' | 'changeContact'
> = {
  async createContact({ botId, name, email, phone, timeZone, fields }, context) {
    return context.inWorkspace(async (tx) => {
      await getBot(tx, botId);
      const values = await checkedFields(tx, { botId, timeZone, fields });
      const { id } = await insertContact(tx, {
        workspace_id: context.workspaceId,
        bot_id: botId,
        name,
        email,
        phone,
        time_zone: timeZone,
        fields: JSON.stringify(values),
      });
      return getContact(tx, { id });
    });
  },

  async changeContact({ contactId, fields, addTags, removeTags, pausedUntil, ...profile }, context) {
    const values = await context.inWorkspace(async (tx) => {
      const { botId } = await getContact(tx, { id: contactId });
      return checkedFields(tx, { botId, timeZone: profile.timeZone, fields: fields ?? {} });
    });
    const arrival: ChangeArrival = {
      kind: 'change',
      profile: present(profile),
      fields: values,
      addTags: addTags ?? [],
      removeTags: removeTags ?? [],
      ...(pausedUntil === undefined ? {} : { pausedUntil }),
    };
    const address = { id: uuidV7(), workspaceId: context.workspaceId, lane: contactId };
    await context.lanes.arriveAndSee({ ...address, arrival }, LANE_TIMEOUT_MS);
    return context.inWorkspace((tx) => getContact(tx, { id: contactId }));
  },
};

interface Given {
  readonly botId: string;
  readonly timeZone: string | null | undefined;
  readonly fields: JsonObject;
}

async function checkedFields(
  tx: Transaction<Tables>,
  { botId, timeZone, fields }: Given,
): Promise<JsonObject> {
  const reading = readFieldValues(await readUserFields(tx, botId), fields);
  const complaints = [...timeZoneComplaints(timeZone), ...reading.complaints];
  if (complaints.length > 0) throw new ProblemError('bad-input', { complaints });
  return reading.values;
}

type Profile = { readonly [K in 'name' | 'email' | 'phone' | 'timeZone']?: string | null };

/** What was not named is left out: the lane would take `undefined` for a wish. */
function present(profile: { readonly [K in keyof Profile]?: string | null | undefined }): Profile {
  const { name, email, phone, timeZone } = profile;
  return {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email: email && normalEmail(email) }),
    ...(phone === undefined ? {} : { phone: phone && normalPhone(phone) }),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
}
