// The user fields of a bot, and whether values fit them.
import type { Transaction } from 'kysely';
import { coerce } from '@bellwire/engine/language/value.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import type { botOperations } from '@bellwire/model/operations/bots.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Tables } from '../database/tables.ts';
import type { Handlers } from '../http/handler.ts';
import { getBot } from './bots.ts';

export const userFieldHandlers: Pick<
  Handlers<keyof typeof botOperations>,
  'listUserFields' | 'createUserField'
> = {
  async listUserFields({ botId }, context) {
    return context.inWorkspace(async (tx) => {
      await getBot(tx, botId);
      return { rows: await readUserFields(tx, botId) };
    });
  },

  async createUserField({ botId, label, name, type, description }, context) {
    return context.inWorkspace(async (tx) => {
      await getBot(tx, botId);
      const taken = (await readUserFields(tx, botId)).map((field) => field.name);
      const field = { name: name ?? nameFrom(label, taken), label, type, description };
      const made = await tx
        .insertInto('user_field')
        .values({ workspace_id: context.workspaceId, bot_id: botId, ...field })
        .onConflict((conflict) => conflict.doNothing())
        .returning('name')
        .executeTakeFirst();
      if (made === undefined) throw nameTaken(field.name, taken);
      await definitionsChanged(tx, context.workspaceId);
      return field;
    });
  },
};

interface UserField {
  readonly name: string;
  readonly label: string;
  readonly type: ValueType;
  readonly description: string;
}

export async function readUserFields(tx: Transaction<Tables>, botId: string): Promise<UserField[]> {
  return tx
    .selectFrom('user_field')
    .select(['name', 'label', 'type', 'description'])
    .where('bot_id', '=', botId)
    .orderBy('created_at')
    .orderBy('name')
    .execute();
}

/** Turns values into the types of the fields they are for, by the rules that every part of the product shares. */
export function readFieldValues(
  fields: readonly UserField[],
  values: JsonObject,
): { values: JsonObject; complaints: Complaint[] } {
  const read: JsonObject = {};
  const complaints: Complaint[] = [];
  for (const [name, value] of Object.entries(values)) {
    const reading = readFieldValue(fields, name, value);
    if (reading.ok) read[name] = reading.value;
    else complaints.push({ path: ['fields', name], says: reading.says });
  }
  return { values: read, complaints };
}

function readFieldValue(fields: readonly UserField[], name: string, value: Json): ReturnType<typeof coerce> {
  const field = fields.find((candidate) => candidate.name === name);
  if (field === undefined) {
    return {
      ok: false,
      says: `The bot has no user field "${name}". ${oneOf(fields)} Make the field first, or leave the value out.`,
    };
  }
  const coerced = value === null ? { ok: true as const, value } : coerce(value, field.type);
  return coerced.ok ? coerced : { ok: false, says: `The field "${name}" ${coerced.says}.` };
}

function oneOf(fields: readonly UserField[]): string {
  return fields.length === 0 ? 'It has none yet.' : `It has ${fields.map((field) => field.name).join(', ')}.`;
}

function nameTaken(name: string, taken: readonly string[]): ProblemError {
  const free = nameFrom(name, [...taken, name]);
  return new ProblemError('conflict', {
    says: `The bot already has a user field "${name}". Use that one, or take another name, such as "${free}".`,
    facts: { freeName: free },
  });
}
