// A request among the settings of a form: found by its fields, read out of what was typed, and put back.
import { jsonObject, type JsonObject } from '@bellwire/model/json.ts';
import { outgoingRequestSchema, type OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { requestFields } from '@bellwire/model/outgoing-request-fields.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';

/** Whatever takes over the fields of a request sends one: no step type has to be named here. */
export function sendsRequest(fields: SettingFields): boolean {
  return fields.url === requestFields.url;
}

/** Undefined while the form is not whole enough to be sent. */
export function requestIn(values: JsonObject): OutgoingRequest | undefined {
  const own = Object.entries(values).filter(
    ([name, value]) =>
      Object.hasOwn(requestFields, name) &&
      value !== '' &&
      // In a step it may be a place; the usual one will do for a trial.
      (name !== 'timeoutSeconds' || typeof value === 'number'),
  );
  return outgoingRequestSchema.safeParse(Object.fromEntries(own)).data;
}

/** What is not of the request, as the mappings of a step, stays. */
export function withRequest(values: JsonObject, request: OutgoingRequest): JsonObject {
  const others = Object.entries(values).filter(([name]) => !Object.hasOwn(requestFields, name));
  return { ...Object.fromEntries(others), ...jsonObject(request) };
}
