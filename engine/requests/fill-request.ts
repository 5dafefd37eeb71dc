// A request of an app with its places filled: the one way from what was declared to what is sent, outside of flows.
import { jsonObject } from '@bellwire/model/json.ts';
import type { OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { requestFields } from '@bellwire/model/outgoing-request-fields.ts';
import { fillSettings, readSettings } from '@bellwire/model/settings/kinds.ts';
import { fillField } from '../fill-step.ts';
import type { Scope } from '../language/scope.ts';
import { LimitError } from '../language/limit.ts';
import { buildCall, type Built } from './build-call.ts';

/**
 * Where secrets stand in `scope.data` as marks, they still do in the call: `openCall` puts them in. `key` is the call's own.
 * Never throws for what the request or the values hold: why it cannot be sent is told in words.
 *
 * @example fillRequest(source.request, { ...scope, data: { auth, input, search } }, key)
 */
export function fillRequest(request: OutgoingRequest, scope: Scope, key: string): Built {
  try {
    const filled = fillSettings(requestFields, jsonObject(request), (value, field) =>
      fillField(value, field, scope),
    );
    const values = readSettings(requestFields, filled);
    if (values.ok) return buildCall(values.value, key);
    return { ok: false, says: values.complaints.map(({ says }) => says).join(' ') };
  } catch (error) {
    if (error instanceof LimitError) return { ok: false, says: error.message };
    throw error;
  }
}
