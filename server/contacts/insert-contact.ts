// Makes the row of a new contact, with its public id and in the one way of writing by which it is found again.
import { sql, type Insertable, type Kysely } from 'kysely';
import { normalEmail, normalPhone } from '@bellwire/model/identity.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { ContactTables } from './tables.ts';

export interface NewContact extends Pick<
  Insertable<ContactTables['contact']>,
  'workspace_id' | 'bot_id' | 'name' | 'email' | 'phone' | 'time_zone'
> {
  /** JSON. */
  readonly fields?: string;
}

interface MadeContact {
  readonly id: string;
  readonly ns: string;
}

/** Of a bot that is known to be there. */
export async function insertContact(db: Kysely<Tables>, contact: NewContact): Promise<MadeContact> {
  const { bot_id: botId, email, phone } = contact;
  return db
    .insertInto('contact')
    .values({
      fields: '{}',
      ...contact,
      email: email == null ? null : normalEmail(email),
      phone: phone == null ? null : normalPhone(phone),
      id: uuidV7(),
      ns: sql`'f' || (select number from bot where id = ${botId}) || 'u' || nextval('contact_number')`,
    })
    .returning(['id', 'ns'])
    .executeTakeFirstOrThrow();
}
