// `bellwire fire`: fires a trigger by the key of an install.
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { isJsonObject, parseJson, type JsonObject } from '@bellwire/model/json.ts';
import type { Command } from './command.ts';
import { textOption, UsageError } from './command.ts';

export const fire: Command = {
  name: 'fire',
  about: "Fires a trigger for a contact, by the key of an app's install.",
  usage: '<trigger> --contact <id> [--items <json, @file or -> ] [--idempotency-key <key>]',
  options: {
    contact: { type: 'string' },
    items: { type: 'string' },
    'idempotency-key': { type: 'string' },
  },
  run: async ({ client, words, values, print }) => {
    const [trigger, ...more] = words;
    const contact = textOption(values, 'contact');
    if (trigger === undefined || contact === undefined || more.length > 0)
      throw new UsageError(
        'One trigger and a contact are wanted: bellwire fire payment_paid --contact f1u1000.',
      );
    const idempotencyKey = textOption(values, 'idempotency-key');
    const fired = await client.fireTrigger({
      trigger,
      contact,
      items: await readItems(textOption(values, 'items') ?? '{}'),
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    });
    print(`${fired.status}  ${fired.eventId}  ${fired.says}`);
  },
};

async function readItems(given: string): Promise<JsonObject> {
  const json = given === '-' ? await text(process.stdin) : await readGiven(given);
  const parsed = parseJson(json);
  if (!parsed.ok) throw new UsageError(`--items ${parsed.says}`);
  if (!isJsonObject(parsed.value)) throw new UsageError('--items wants an object: {"amount": 12.5}.');
  return parsed.value;
}

async function readGiven(given: string): Promise<string> {
  return given.startsWith('@') ? readFile(given.slice(1), 'utf8') : given;
}
