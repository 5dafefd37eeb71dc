// The API: one route for each operation of the model's list, with the guards in front of its handler.
import type { Context as HonoContext } from 'hono';
import { Hono } from 'hono';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Method } from '@bellwire/model/operation.ts';
import type { OperationName } from '@bellwire/model/operations/all.ts';
import { operationNames, operationOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { streamNames, streamOf } from '@bellwire/model/streams.ts';
import type { Caller } from '../people/caller.ts';
import { browserSession } from '../people/browser-session.ts';
import { findCaller } from '../people/find-caller.ts';
import type { Doors } from '../people/find-caller.ts';
import { sessionCookie } from '../people/session-cookie.ts';
import { createSessions } from '../people/sessions.ts';
import { answerJson, answerProblem } from './answer.ts';
import { requestContext } from './context.ts';
import { answerFailure } from './failure.ts';
import type { Handlers, Rooms } from './handler.ts';
import { openApiDocument } from './openapi.ts';
import { operationCall } from './operation-call.ts';
import { readInput } from './read-input.ts';
import type { HttpEnv } from './remote-address.ts';
import { remoteAddress } from './remote-address.ts';
import { refusal } from './rights.ts';
import { checkSameSite } from './same-site.ts';
import { streamRoute, type StreamHandlers } from './stream.ts';

export interface Api {
  readonly handlers: Handlers;
  /** Those of the streams; where there are none, nobody can follow anything. */
  readonly streams?: StreamHandlers;
  /** Aborted when the server ends, and the open streams with it. */
  readonly ending?: AbortSignal;
  readonly rooms: Rooms;
  /** Proxies of our own in front of the server, whose word on where a request came from is taken. */
  readonly proxies?: number;
}

/**
 * @example
 * const answer = await apiRoutes({ handlers, rooms }).request('/api/me');
 */
export function apiRoutes(api: Api): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const { log, publicUrl, keys, tenants } = api.rooms;
  const doors = { keys, sessions: createSessions(tenants), cookie: sessionCookie(publicUrl) };
  const methods = new Map<string, Method[]>();
  // Before the operations: the address of a stream could also be read as that of one thing by its id.
  if (api.streams !== undefined) {
    const { proxies = 0, ending = new AbortController().signal } = api;
    for (const name of streamNames) {
      const route = streamRoute(name, api.streams[name], { rooms: api.rooms, doors, proxies, ending });
      app.get(streamOf(name).path, route);
      methods.set(streamOf(name).path, ['GET']);
    }
  }
  for (const name of operationNames) {
    const { method, path } = operationOf(name);
    const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1');
    methods.set(pattern, [...(methods.get(pattern) ?? []), method]);
    app.on(method, pattern, operationRoute(name, api, doors));
  }
  let document: JsonObject | undefined;
  app.get('/api/openapi.json', () => answerJson((document ??= openApiDocument(publicUrl))));
  for (const [pattern, allowed] of methods) app.all(pattern, () => wrongMethod(allowed));
  app.all('/api/*', () => answerProblem(new ProblemError('not-found')));
  app.onError((error, c) => answerFailure(error, `${c.req.method} ${c.req.path}`, log));
  return app;
}

function operationRoute(
  name: OperationName,
  api: Api,
  doors: Doors,
): (c: HonoContext<HttpEnv>) => Promise<Response> {
  const operation = operationOf(name);
  const call = operationCall(name, api.handlers);
  return async (c) => {
    const request = c.req.raw;
    const answerHeaders: Record<string, string> = {};
    try {
      if (operation.method !== 'GET') checkSameSite(request.headers, doors.cookie, api.rooms.publicUrl);
      const caller: Caller =
        operation.who === 'anyone' ? { is: 'anyone' } : await findCaller(request.headers, doors);
      const problem = refusal(operation, caller);
      if (problem !== undefined) throw problem;
      const input = await readInput(operation, request, c.req.param());
      const session = browserSession(
        doors,
        request.headers,
        (cookie) => (answerHeaders['set-cookie'] = cookie),
      );
      const from = remoteAddress(c, api.proxies ?? 0);
      const output = await call(input, requestContext(api.rooms, { caller, remoteAddress: from, session }));
      return answerJson(output, operation.status, answerHeaders);
    } catch (error) {
      return answerFailure(error, name, api.rooms.log);
    }
  };
}

function wrongMethod(allowed: readonly Method[]): Response {
  const withHead = allowed.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const allow = [...new Set(withHead)].join(', ');
  return answerProblem(new ProblemError('wrong-method', { facts: { allow } }), undefined, allow);
}
