// For tests: the API in process, on a database of its own, with people and keys to ask with.
import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import type { Hono } from 'hono';
import pino from 'pino';
import type { z } from 'zod';
import type { Method } from '@bellwire/model/operation.ts';
import type { OperationName } from '@bellwire/model/operations/all.ts';
import { operationNames } from '@bellwire/model/operations/all.ts';
import { usualKeepDays } from '@bellwire/model/retention.ts';
import { problemView } from '@bellwire/model/operations/views.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { testDatabase } from '../database/test-database.ts';
import { createEgress } from '../egress/egress.ts';
import { defaultFireLimits } from '../limits/fire-limits.ts';
import type { LaneDoor } from '../lanes/door.ts';
import { createPeopleHandlers } from '../people/handlers.ts';
import { createKeyRing } from '../people/key-ring.ts';
import { parseMasterKeys } from '../secrets/master-key.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { createSealer } from '../secrets/sealed.ts';
import { workspaceHandlers } from '../workspaces/handlers.ts';
import type { Handlers, Rooms } from './handler.ts';
import type { HttpEnv } from './remote-address.ts';
import { apiRoutes } from './routes.ts';
import type { StreamHandlers } from './stream.ts';

export interface TestApi extends TestDatabase {
  readonly app: Hono<HttpEnv>;
  readonly rooms: Rooms;
  readonly handlers: Handlers;
  /** What was logged, as JSON lines. */
  readonly logged: string[];
  ask(method: Method, path: string, asking?: Asking): Promise<Answer>;
}

export interface Asking {
  readonly body?: unknown;
  /** Goes instead of `body`, as it is. */
  readonly text?: string | Uint8Array<ArrayBuffer>;
  readonly cookie?: string | undefined;
  readonly key?: string | undefined;
  readonly workspaceId?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
  /** The first part of the cookie that the answer sets, as a browser sends it back. */
  readonly cookie: string | undefined;
  /** @throws where the answer is not a problem in the documented form. */
  problem(): z.infer<typeof problemView>['error'];
}

const publicUrl = 'http://localhost:3000';

interface TestApiOptions {
  /** Those of people and workspaces, where nothing else is given. */
  readonly handlers?: Handlers;
  readonly publicUrl?: string;
}

export async function testApi(t: TestContext, options: TestApiOptions = {}): Promise<TestApi> {
  const database = await testDatabase(t);
  const logged: string[] = [];
  const rooms: Rooms = {
    tenants: database,
    lanes: noLanes,
    egress: createEgress({ allowPrivate: [] }),
    sandbox: createSandbox(1),
    sealer: createSealer(parseMasterKeys(randomBytes(32).toString('base64'), 'the test')),
    keys: createKeyRing(database),
    log: pino({ level: 'debug' }, { write: (line) => void logged.push(line) }),
    publicUrl: options.publicUrl ?? publicUrl,
    fireLimits: defaultFireLimits,
    keepDays: usualKeepDays,
    operators: [],
    leastScheduleMinutes: 1,
    parkedWarnDays: 90,
  };
  const handlers: Handlers = options.handlers ?? {
    ...unreachable(),
    ...createPeopleHandlers(),
    ...workspaceHandlers,
  };
  const app = apiRoutes({ handlers, streams: unreachableStreams, rooms });
  return {
    ...database,
    app,
    rooms,
    handlers,
    logged,
    ask: (method, path, asking) => ask(app, method, path, asking),
  };
}

async function ask(app: Hono<HttpEnv>, method: Method, path: string, asking: Asking = {}): Promise<Answer> {
  const { body, text, cookie, key, workspaceId } = asking;
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const headers = new Headers({
    ...(sent !== undefined && { 'content-type': 'application/json' }),
    ...(cookie !== undefined && { cookie, origin: publicUrl }),
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
    ...(workspaceId !== undefined && { 'bellwire-workspace': workspaceId }),
    ...asking.headers,
  });
  const response = await app.request(path, { method, headers, body: sent ?? null });
  const json: unknown = await response.json();
  return {
    status: response.status,
    headers: response.headers,
    json,
    cookie: response.headers.get('set-cookie')?.split(';')[0],
    problem: () => problemView.strict().parse(json).error,
  };
}

/** Rights come before handlers: whoever gets as far as one of these has been let in. */
export function unreachable(): Handlers {
  const table: Partial<Record<OperationName, () => Promise<never>>> = {};
  for (const name of operationNames)
    table[name] = () => Promise.reject(new Error(`The handler of ${name} was reached.`));
  if (!isWhole(table)) throw new Error('An operation has no handler.');
  return table;
}

const unreachableStreams: StreamHandlers = {
  followEvents: async function* () {
    yield await Promise.reject(new Error('The handler of followEvents was reached.'));
  },
};

function isWhole<Entry>(table: Partial<Record<OperationName, Entry>>): table is Record<OperationName, Entry> {
  return operationNames.every((name) => table[name] !== undefined);
}

const noLanes: LaneDoor = {
  fire: () => Promise.reject(new Error('There are no lanes in this test.')),
  fireTest: () => Promise.reject(new Error('There are no lanes in this test.')),
  ask: () => Promise.reject(new Error('There are no lanes in this test.')),
  arrive: () => Promise.reject(new Error('There are no lanes in this test.')),
  arriveAndSee: () => Promise.reject(new Error('There are no lanes in this test.')),
  runParked: () => Promise.reject(new Error('There are no lanes in this test.')),
  findTrigger: () => Promise.reject(new Error('There are no lanes in this test.')),
  linkUnmatched: () => Promise.reject(new Error('There are no lanes in this test.')),
  previewReplay: () => Promise.reject(new Error('There are no lanes in this test.')),
  findContact: () => Promise.reject(new Error('There are no lanes in this test.')),
  wake: () => {},
  say: () => Promise.reject(new Error('There are no lanes in this test.')),
  refused: () => Promise.reject(new Error('There are no lanes in this test.')),
};
