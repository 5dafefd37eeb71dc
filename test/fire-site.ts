// For tests: a whole server with one install that may fire, asked over real connections; it can be ended and started again.
import type { TestContext } from 'node:test';
import type { z } from 'zod';
import { problemView } from '@bellwire/model/operations/views.ts';
import { operations, type OperationName, type OutputOf } from '@bellwire/model/operations/all.ts';
import { addKey } from '@bellwire/server/http/test-callers.ts';
import {
  makeContact,
  seedLanes,
  settle,
  type GivenToLanes,
  type LaneIds,
} from '@bellwire/server/lanes/test-lanes.ts';
import { startTestServer, type TestServer } from '@bellwire/server/start-test-server.ts';

interface Posted {
  readonly status: number;
  readonly json: unknown;
  /** @throws where the answer is not what the operation declares. */
  as<Name extends OperationName>(name: Name): OutputOf<Name>;
  /** @throws where the answer is not a problem in the documented form. */
  problem(): z.infer<typeof problemView>['error'];
}

interface FireSite extends LaneIds, Pick<TestServer, 'origin' | 'database' | 'end' | 'startAgain'> {
  /** Of the install. */
  readonly key: string;
  makeContact(): ReturnType<typeof makeContact>;
  /** Asks with the key of the install, unless the headers bring another. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Posted>;
  settle(): Promise<void>;
}

export async function testFireSite(t: TestContext, given: GivenToLanes): Promise<FireSite> {
  const server = await startTestServer(t);
  const { database, origin } = server;
  const ids = await seedLanes(database, given);
  const { token: key } = await addKey(database, ids.workspaceId, {
    scopes: ['triggers:fire'],
    installId: ids.installId,
  });
  return {
    ...ids,
    ...server,
    key,
    makeContact: () => makeContact(database, ids),
    post: (path, body, headers) =>
      post(`${origin}${path}`, body, { authorization: `Bearer ${key}`, ...headers }),
    settle: () => settle(database),
  };
}

async function post(
  address: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Posted> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const json: unknown = await answer.json();
  const outputs: { readonly [Name in OperationName]: { readonly output: z.ZodType<OutputOf<Name>> } } =
    operations;
  return {
    status: answer.status,
    json,
    as: (name) => outputs[name].output.parse(json),
    problem: () => problemView.strict().parse(json).error,
  };
}
