// What the flows of an install can read of its connection: plain values as they are, secret ones as marks.
import type { App } from '@bellwire/model/app.ts';
import { authInputs } from '@bellwire/model/auth.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { secretMark } from '@bellwire/engine/secret-mark.ts';
import type { SecretSeals } from './secret-seal.ts';

/** Marks of what a service granted are named by their app field; those of auth inputs have no dot. */
export const GRANTED = 'app.';

interface Connected {
  readonly id: string;
  readonly definition: App;
  readonly auth: JsonObject;
  readonly secrets: Readonly<Record<string, string>>;
  /** Null where the service has granted nothing. */
  readonly granted: JsonObject | null;
  readonly granted_secrets: Readonly<Record<string, string>> | null;
}

/** `auth` is read as `{{auth.name}}`; `held` stands in app fields from the start of each run. */
export function heldMarks(row: Connected, seals: SecretSeals): { auth: JsonObject; held: JsonObject } {
  const seal = seals.of(row.id);
  const auth: JsonObject = { ...row.auth };
  for (const name of Object.keys(row.secrets)) auth[name] = secretMark(name, seal);
  const held: JsonObject = {};
  for (const { name, saveTo } of authInputs(row.definition.auth))
    if (saveTo !== undefined) held[saveTo] = auth[name] ?? null;
  Object.assign(held, row.granted);
  for (const name of Object.keys(row.granted_secrets ?? {})) held[name] = secretMark(GRANTED + name, seal);
  return { auth, held };
}
