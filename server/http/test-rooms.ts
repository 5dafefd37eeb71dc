// For tests of handlers: workspaces in a database of their own, and the context of a person or key in one of them.
import type { TestContext } from 'node:test';
import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { ProblemError } from '@bellwire/model/problem.ts';
import { usualKeepDays } from '@bellwire/model/retention.ts';
import type { KeyScope } from '@bellwire/model/scope.ts';
import { codeWith } from '../code.ts';
import { testDatabase } from '../database/test-database.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { uuidV7 } from '../database/uuid.ts';
import { createEgress } from '../egress/egress.ts';
import type { AddressedArrival } from '../lanes/arrival.ts';
import type { FireRequest, LaneDoor } from '../lanes/door.ts';
import { defaultFireLimits } from '../limits/fire-limits.ts';
import { openLanes } from '../lanes/lanes.ts';
import type { Caller } from '../people/caller.ts';
import { createKeyRing } from '../people/key-ring.ts';
import { parseMasterKeys } from '../secrets/master-key.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { createSealer } from '../secrets/sealed.ts';
import { requestContext } from './context.ts';
import type { Context, Rooms } from './handler.ts';
import { addMember, addWorkspace } from './test-callers.ts';

/** What came to the lanes' door. Nothing is worked off: what lanes do is tested with real ones. */
export interface DoorRecord {
  readonly arrivals: AddressedArrival[];
  readonly fires: FireRequest[];
  readonly tests: unknown[];
  /** Done in place of the lane's work before `arriveAndSee` resolves. */
  work: (arrival: AddressedArrival) => Promise<void>;
  /** What the next fires are answered. */
  answer: Awaited<ReturnType<LaneDoor['fire']>>;
  unparked: Awaited<ReturnType<LaneDoor['runParked']>>;
}

export interface TestRooms extends Rooms {
  readonly database: TestDatabase;
  readonly door: DoorRecord;
  /** A new workspace, and the context of its owner in it. */
  workspace(name?: string): Promise<Context>;
  /** The same workspace, asked by a key. */
  withKey(context: Context, key?: { scopes?: KeyScope[]; installId?: string }): Context;
}

interface TestRoomsOptions {
  /** The real lanes, working; the record of the door then stays empty. */
  readonly lanes?: 'real';
}

export async function testRooms(t: TestContext, { lanes }: TestRoomsOptions = {}): Promise<TestRooms> {
  const database = await testDatabase(t);
  const door = doorRecord();
  const parts: Omit<Rooms, 'lanes'> = {
    tenants: database,
    egress: createEgress({ allowPrivate: ['127.0.0.0/8'] }),
    sandbox: createSandbox(1),
    sealer: createSealer(parseMasterKeys(randomBytes(32).toString('base64'), 'the test')),
    keys: createKeyRing(database),
    log: pino({ level: 'silent' }),
    publicUrl: 'http://localhost:3000',
    operators: [],
    parkedWarnDays: 90,
    fireLimits: defaultFireLimits,
    keepDays: usualKeepDays,
    leastScheduleMinutes: 1,
  };
  for (const part of [parts.egress, parts.sandbox]) database.beforeDrop(() => part.close());
  const rooms: Rooms = {
    ...parts,
    lanes: lanes === 'real' ? await realDoor(database, parts) : recordingDoor(door),
  };
  return {
    ...rooms,
    database,
    door,
    workspace: async (name = 'Acme') => contextOf(rooms, await newOwner(database, name)),
    withKey: ({ workspaceId }, { scopes = [], installId = null } = {}) => {
      const key = { is: 'key', keyId: uuidV7(), name: 'server', start: 'bw_key_3f' } as const;
      return contextOf(rooms, { ...key, workspaceId, scopes, installId });
    },
  };
}

async function newOwner(database: TestDatabase, name: string): Promise<Caller> {
  const workspaceId = await addWorkspace(database, name);
  const { personId } = await addMember(database, workspaceId, 'owner');
  return { is: 'person', personId, name: 'Ada', workspaceId, role: 'owner' };
}

function contextOf(rooms: Rooms, caller: Caller): Context {
  const session = {
    hash: randomBytes(32),
    start: () => Promise.reject(new Error('No browser here.')),
    end: () => Promise.reject(new Error('No browser here.')),
  };
  return requestContext(rooms, { caller, remoteAddress: '127.0.0.1', session });
}

async function realDoor(database: TestDatabase, rooms: Omit<Rooms, 'lanes'>): Promise<LaneDoor> {
  const lanes = await openLanes({
    ...rooms,
    pool: database.pool,
    openClient: database.openClient,
    code: codeWith(9999),
    tokenKey: randomBytes(32),
    worksLanes: true,
  });
  database.beforeDrop(() => lanes.close());
  return lanes.door;
}

function doorRecord(): DoorRecord {
  const answer = {
    eventId: uuidV7(),
    status: 'accepted',
    listeners: 1,
    listenersOff: 0,
    says: 'Accepted.',
  } as const;
  return { arrivals: [], fires: [], tests: [], work: async () => {}, answer, unparked: 'It runs again.' };
}

function recordingDoor(door: DoorRecord): LaneDoor {
  return {
    async fire(request) {
      door.fires.push(request);
      return door.answer;
    },
    async fireTest(request) {
      door.tests.push(request);
      return door.answer;
    },
    async runParked() {
      return door.unparked;
    },
    async findTrigger() {
      return new ProblemError('unknown-trigger');
    },
    async linkUnmatched() {
      return 0;
    },
    previewReplay: () => Promise.reject(new Error('Nothing is worked off here.')),
    async findContact() {
      return { is: 'none' };
    },
    wake() {},
    ask: () => Promise.reject(new Error('Nothing is sent from here.')),
    async say() {},
    async refused() {},
    async arrive(arrival) {
      door.arrivals.push(arrival);
    },
    async arriveAndSee(arrival) {
      door.arrivals.push(arrival);
      await door.work(arrival);
    },
  };
}
