// For tests: a server with an install that has a webhook, called over real connections.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { AppInput } from '@bellwire/model/app.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { operations, type OperationName, type OutputOf } from '@bellwire/model/operations/all.ts';
import type { KeyScope } from '@bellwire/model/scope.ts';
import { addKey } from '@bellwire/server/http/test-callers.ts';
import { testFireSite } from './fire-site.ts';

const hook = {
  name: 'paid',
  label: 'Paid',
  flow: 'report',
  mappings: [{ path: '$.body.n', field: 'n' }],
  contact: { ns: '$.body.user', email: '$.body.email' },
};

const report = {
  name: 'report',
  label: 'Report',
  start: 'fire',
  steps: [{ id: 'fire', type: 'fire-trigger', settings: { trigger: 'tick' }, exits: {} }],
};

const scopes: readonly KeyScope[] = [
  'installs:write',
  'events:read',
  'events:write',
  'bots:read',
  'bots:write',
];

type HookChange = Partial<NonNullable<AppInput['webhooks']>[number]>;

/** `graph` is that of the bot's flow. */
export async function hookSite(
  t: TestContext,
  change: HookChange = {},
  graph: FlowGraph = { start: null, steps: [] },
) {
  const site = await testFireSite(t, {
    graph,
    app: { webhooks: [{ ...hook, ...change }], flows: [report] },
  });
  const { token } = await addKey(site.database, site.workspaceId, { scopes });
  const ask = asker(site.origin, token);
  const webhook = async () => {
    const [row] = (await ask('listWebhooks', `/api/installs/${site.installId}/webhooks`)).rows;
    assert.ok(row !== undefined);
    return row;
  };
  const { address, id } = await webhook();
  const calls = async (query = '') => {
    await site.settle();
    return (await ask('listWebhookCalls', `/api/webhooks/${id}/calls${query}`)).rows;
  };
  const fired = async () => {
    await site.settle();
    const { platform } = site.database;
    const events = platform.selectFrom('event').select(['id', 'items', 'contact_id', 'cause_run_id']);
    return events.orderBy('id').execute();
  };
  const call = (body: unknown, init: RequestInit = {}, to = address) => callAt(to, body, init);
  return { ...site, id, address, webhook, ask, call, calls, fired };
}

export async function callAt(address: string, body: unknown, init: RequestInit = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await fetch(address, { method: 'POST', body: text, ...init });
  return { status: answer.status, text: await answer.text() };
}

/** Asks the API with a key; what is refused ends the test. */
function asker(origin: string, key: string) {
  return async <Name extends OperationName>(
    name: Name,
    path: string,
    body?: unknown,
  ): Promise<OutputOf<Name>> => {
    const answer = await fetch(`${origin}${path}`, {
      method: operations[name].method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const json: unknown = await answer.json();
    assert.ok(answer.ok, JSON.stringify(json));
    const outputs: {
      readonly [N in OperationName]: { readonly output: { parse(value: unknown): OutputOf<N> } };
    } = operations;
    return outputs[name].output.parse(json);
  };
}
