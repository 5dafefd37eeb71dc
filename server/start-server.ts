// Starts a whole server from its settings, and stops it in the order in which its parts need one another.
import { hkdfSync, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { usualKeepDays, type KeepDays } from '@bellwire/model/retention.ts';
import type { ChatLimits } from './chat/chat-limits.ts';
import { captureDoor } from './captures/capture-door.ts';
import { ChatServer } from './chat/chat-server.ts';
import { codeWith, type Code } from './code.ts';
import { connect, type Database } from './database/connect.ts';
import { findFreePort } from './database/free-port.ts';
import { migrate } from './database/migrate.ts';
import { tenants } from './database/tenant.ts';
import { USUAL_PARKED_WARN_DAYS, type ServerRole } from './config.ts';
import { createEgress } from './egress/egress.ts';
import { fireDoor } from './events/fire-door.ts';
import { tokenDoor } from './events/token-door.ts';
import { handlers, streamHandlers } from './handlers.ts';
import type { Rooms } from './http/handler.ts';
import { createPages } from './http/pages.ts';
import { requestAddress } from './http/remote-address.ts';
import type { Api } from './http/routes.ts';
import { createHttpServer, type HttpServerParts } from './http/server.ts';
import { subscribeDuty } from './installs/subscribe.ts';
import { defaultFireLimits, type FireLimits, type FireLimitSettings } from './limits/fire-limits.ts';
import { openFireLimits } from './limits/open-fire-limits.ts';
import { openLanes, type Lanes } from './lanes/lanes.ts';
import { mediaDoor } from './media/media-door.ts';
import { uploadDoor } from './media/upload-door.ts';
import { createKeyRing } from './people/key-ring.ts';
import { startPulse } from './pulse.ts';
import { startKeeper } from './retention/keeper.ts';
import { startRerunKeeper } from './reruns/rerun-keeper.ts';
import { agreeOnKeys } from './secrets/agree-on-keys.ts';
import type { MasterKeys } from './secrets/master-key.ts';
import { receiptDuty } from './receipts/send-receipt.ts';
import { createSandbox } from './sandbox/sandbox.ts';
import { createSealer } from './secrets/sealed.ts';
import { scheduleDuty } from './schedules/schedule-duty.ts';
import { oneTimeUrls } from './urls/one-time-urls.ts';
import { startClaimWorker } from './workers/claim-worker.ts';
import { webhookDoor } from './webhooks/webhook-door.ts';

export interface ServerSettings {
  readonly role: ServerRole;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Any PostgreSQL from 15 on; without it the embedded one, under `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** The address people reach the server at; without it the one it listens on. */
  readonly publicUrl: string | undefined;
  /** Private addresses that apps may call all the same, as `host:port` or CIDR. */
  readonly allowHosts: readonly string[];
  /** Proxies of our own in front. */
  readonly proxies?: number;
  /** Where the usual ones are not meant: a load test comes from one address. */
  readonly chatLimits?: Partial<ChatLimits>;
  readonly operators?: readonly string[];
  readonly parkedWarnDays?: number;
  readonly fireLimits?: FireLimitSettings;
  readonly keepDays?: KeepDays;
  readonly leastScheduleMinutes?: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  /** Only for tests: a database without fsync is taken too. */
  readonly unsafeForTests?: boolean;
}

export interface RunningServer {
  readonly url: string;
  readonly publicUrl: string;
  readonly rooms: Rooms;
  readonly lanes: Lanes;
  close(): Promise<void>;
}

const webFolder = join(import.meta.dirname, '..', 'web', 'dist');

export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const { log, dataDir } = settings;
  const database = await connect({
    url: settings.databaseUrl,
    dataDir,
    log,
    poolSize: 10,
    ...(settings.unsafeForTests === true && { unsafeForTests: true }),
  });
  try {
    const { schema, unknown } = await migrate(database.pool);
    if (unknown.length > 0)
      log.warn({ unknown }, 'Newer code has been at this database; what only it knows is left for it.');
    return await startOn(database, settings, codeWith(schema));
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function startOn(database: Database, settings: ServerSettings, code: Code): Promise<RunningServer> {
  const { log, role, host } = settings;
  // Links are made before anybody listens, so the port has to be known before.
  const port = settings.port === 0 ? await findFreePort() : settings.port;
  const publicUrl = settings.publicUrl ?? `http://localhost:${port}`;
  const worksLanes = role !== 'api';
  const { rooms, lanes } = await openRooms(database, settings, { publicUrl, code });
  const pulse = startPulse({ pool: database.pool, processId: randomUUID(), worksLanes, code, log });
  const limits = openFireLimits({ ...rooms, pool: database.pool, role });
  const keepers = [limits, ...(worksLanes ? startKeepers(rooms, database, lanes) : [])];
  const chat = openChat(rooms, lanes, settings);
  const ending = new AbortController();
  const http = createHttpServer({
    api: apiOf(rooms, settings, ending.signal),
    pages: await createPages(webFolder, { isSecure: publicUrl.startsWith('https:') }),
    notReady: () => notReady(lanes, database),
    fast: doorsOf({ ...rooms, limits }, database, lanes, settings),
    upgrade: (request, socket, head) => chat.upgrade(request, socket, head),
  });
  await http.listen({ host, port });
  return {
    url: `http://${host}:${port}`,
    publicUrl,
    rooms,
    lanes,
    close: async () => {
      ending.abort();
      await chat.close();
      await http.close();
      for (const keeper of keepers) await keeper.stop();
      await lanes.close();
      await pulse.stop();
      rooms.egress.close();
      await rooms.sandbox.close();
      await database.close();
    },
  };
}

/** What is done in the background, each by one of the processes at a time. */
function startKeepers(rooms: Rooms, { pool }: Database, lanes: Lanes): readonly { stop(): Promise<void> }[] {
  const { log, keepDays } = rooms;
  return [
    startKeeper({ pool, log, keepDays }),
    startClaimWorker(subscribeDuty(rooms), log),
    startClaimWorker(receiptDuty(rooms), log),
    startClaimWorker(scheduleDuty(rooms), log),
    startRerunKeeper({ ...rooms, wake: () => lanes.wake() }),
  ];
}

function apiOf(rooms: Rooms, { proxies = 0 }: ServerSettings, ending: AbortSignal): Api {
  return { handlers: handlers(), streams: streamHandlers, rooms, proxies, ending };
}

/** The parts that everything else works with. */
async function openRooms(
  database: Database,
  { role, env, dataDir, allowHosts, log, ...settings }: ServerSettings,
  { publicUrl, code }: { publicUrl: string; code: Code },
): Promise<{ rooms: Rooms; lanes: Lanes }> {
  const platform = tenants(database.pool);
  const masterKeys = await agreeOnKeys(database.pool, { env, dataDir });
  const sealer = createSealer(masterKeys);
  const outside = { egress: createEgress({ allowPrivate: allowHosts }), sandbox: createSandbox() };
  const lanes = await openLanes({
    pool: database.pool,
    openClient: database.openClient,
    tenants: platform,
    ...outside,
    sealer,
    tokenKey: tokenKeyOf(masterKeys),
    publicUrl,
    worksLanes: role !== 'api',
    code,
    log,
  });
  const keys = createKeyRing(platform);
  const rooms = {
    tenants: platform,
    lanes: lanes.door,
    ...outside,
    sealer,
    keys,
    log,
    publicUrl,
    operators: settings.operators ?? [],
    parkedWarnDays: settings.parkedWarnDays ?? USUAL_PARKED_WARN_DAYS,
    fireLimits: settings.fireLimits ?? defaultFireLimits,
    keepDays: settings.keepDays ?? usualKeepDays,
    leastScheduleMinutes: settings.leastScheduleMinutes ?? 1,
  };
  return { rooms, lanes };
}

function tokenKeyOf([{ key }]: MasterKeys): Buffer {
  return Buffer.from(hkdfSync('sha256', key.export(), '', 'bellwire one-time tokens', 32));
}

function openChat(
  { tenants, log, publicUrl }: Rooms,
  lanes: Lanes,
  { proxies = 0, chatLimits = {} }: ServerSettings,
): ChatServer {
  const addressOf = (request: IncomingMessage) => requestAddress(request, proxies);
  return new ChatServer({
    platform: tenants.platform,
    publicUrl,
    lanes: lanes.door,
    feed: lanes.feed,
    log,
    limits: chatLimits,
    addressOf,
  });
}

/** What goes past the router, for its speed or for its secrecy. */
function doorsOf(
  rooms: Rooms & { limits: FireLimits },
  { pool }: Database,
  lanes: Lanes,
  { proxies = 0 }: ServerSettings,
): FastHandler {
  const { platform } = rooms.tenants;
  const wake = () => lanes.wake();
  const addressOf = (request: IncomingMessage) => requestAddress(request, proxies);
  return firstOf([
    fireDoor(rooms),
    tokenDoor(rooms),
    oneTimeUrls({ pool, wake }),
    webhookDoor({ ...rooms, platform }),
    captureDoor({ platform }),
    mediaDoor({ platform, log: rooms.log }),
    uploadDoor({ platform, log: rooms.log, addressOf }),
  ]);
}

type FastHandler = NonNullable<HttpServerParts['fast']>;

function firstOf(handlers: readonly FastHandler[]): FastHandler {
  return (request, response) => handlers.some((handle) => handle(request, response));
}

async function notReady(lanes: Lanes, { pool }: Database): Promise<string | undefined> {
  if (!lanes.isWorking()) return 'This process works no lanes at the moment.';
  return pool.query('select 1').then(
    () => undefined,
    () => 'The database does not answer.',
  );
}
