// What a service granted, as it is stored: values of secure app fields sealed, the others plain.
import { asText } from '@bellwire/engine/language/as-text.ts';
import type { App } from '@bellwire/model/app.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { Sealer, SealedPlace } from '../secrets/sealed.ts';

export interface StoredFields {
  readonly fields: JsonObject;
  readonly secrets: Record<string, string>;
}

export function sealFields(
  { fields: declared }: App,
  values: JsonObject,
  sealer: Sealer,
  place: SealedPlace,
): StoredFields {
  const fields: JsonObject = {};
  const secrets: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const isSecure = declared.some((field) => field.name === name && field.secure === true);
    if (isSecure && value !== null) secrets[name] = sealer.seal(asText(value), place);
    else fields[name] = value;
  }
  return { fields, secrets };
}

export interface OpenedFields {
  readonly values: JsonObject;
  /** Those that must not be shown. */
  readonly secrets: readonly string[];
}

/** What cannot be opened any more is left out: the request that needs it is then refused by the service. */
export function openFields(
  { fields, secrets }: StoredFields,
  sealer: Sealer,
  place: SealedPlace,
): OpenedFields {
  const opened = Object.entries(secrets).flatMap(([name, sealed]): [string, Json][] => {
    const open = sealer.open(sealed, place);
    return open.is === 'opened' ? [[name, open.text]] : [];
  });
  return {
    values: { ...fields, ...Object.fromEntries(opened) },
    secrets: opened.map(([, text]) => asText(text)),
  };
}
