// The auth inputs of an install: plain ones as they are, secret ones and the install's own key sealed.
import type { Input } from '@bellwire/model/input.ts';
import { asText } from '@bellwire/engine/language/as-text.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Sealer, SealedPlace } from '../secrets/sealed.ts';

/** Where every sealed value of an install lives: one copied into another install or workspace does not open there. */
export function installPlace(workspaceId: string, installId: string): SealedPlace {
  return { workspaceId, recordId: `install:${installId}` };
}

interface StoredAuth {
  readonly auth: JsonObject;
  readonly secrets: Record<string, string>;
}

export function sealAuth(
  inputs: readonly Input[],
  values: JsonObject,
  sealer: Sealer,
  place: SealedPlace,
): StoredAuth {
  const auth: JsonObject = {};
  const secrets: Record<string, string> = {};
  for (const { name, secret } of inputs) {
    const value = values[name] ?? null;
    if (secret === true && value !== null) secrets[name] = sealer.seal(asText(value), place);
    else auth[name] = value;
  }
  return { auth, secrets };
}

export interface SealedInstall extends StoredAuth {
  readonly id: string;
  readonly workspace_id: string;
  readonly sealed_key: string | null;
}

export type OpenedInstall =
  | {
      readonly ok: true;
      readonly values: JsonObject;
      readonly key: string;
      readonly secrets: readonly string[];
    }
  | { readonly ok: false; readonly says: string };

/** The auth values and the key as the app's requests name them; `secrets` are those that must not be shown. */
export function openInstall(install: SealedInstall, sealer: Sealer): OpenedInstall {
  const place = installPlace(install.workspace_id, install.id);
  const key = install.sealed_key === null ? undefined : sealer.open(install.sealed_key, place);
  if (key?.is === 'refused') return { ok: false, says: key.says };
  const values: JsonObject = { ...install.auth };
  const secrets = key === undefined ? [] : [key.text];
  for (const [name, sealed] of Object.entries(install.secrets)) {
    const opened = sealer.open(sealed, place);
    if (opened.is === 'refused') return { ok: false, says: opened.says };
    values[name] = opened.text;
    secrets.push(opened.text);
  }
  return { ok: true, values, key: key?.text ?? '', secrets };
}
