// Puts the lanes together: the log, the door, and, where this process works them, the owner.
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Message } from '@bellwire/model/message.ts';
import type { Code } from '../code.ts';
import type { OpenClient } from '../database/dialer.ts';
import type { Tenants } from '../database/tenant.ts';
import { identityFinder } from '../contacts/identity-finder.ts';
import type { Egress } from '../egress/egress.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Sealer } from '../secrets/sealed.ts';
import { askInstall } from './ask-install.ts';
import { openBell, type Told } from './bell.ts';
import { callPasses, type CallPasses } from './call-passes.ts';
import { callRunner } from './calls.ts';
import { contactNames } from './contact-names.ts';
import { conversationFeed, type ConversationFeed, type ConversationFeedSource } from './conversation-feed.ts';
import { definitionStore, type DefinitionStore } from './definition-store.ts';
import { done as doneWaiters, type Done } from './done.ts';
import { laneDoor, type DoorRooms } from './door-of.ts';
import type { LaneDoor } from './door.ts';
import { eventKeeper } from './event-keeper.ts';
import { logSweeper } from './log-sweeper.ts';
import { openLog, type Log } from './log.ts';
import { startOwner, type Owner } from './owner.ts';
import { previewReplay } from './preview-replay.ts';
import { secretSeals } from './secret-seal.ts';
import { sendCall } from './send-call.ts';
import type { Work } from './work.ts';

export interface LaneRooms {
  readonly pool: pg.Pool;
  /** For connections of the lanes' own: the session that holds the shards, and the one that hears notifications. */
  readonly openClient: OpenClient;
  readonly tenants: Tenants;
  readonly egress: Egress;
  readonly sandbox: Sandbox;
  readonly sealer: Sealer;
  /** Secret: tokens of one-time URLs and seals of secrets are made from it. */
  readonly tokenKey: Buffer;
  readonly publicUrl: string;
  readonly worksLanes: boolean;
  readonly code: Code;
  readonly log: Logger;
}

export interface Lanes {
  readonly door: LaneDoor;
  readonly feed: ConversationFeed;
  readonly log: Log;
  /** Wakes the owner for what was put into the log by another way than the door. */
  wake(): void;
  isWorking(): boolean;
  close(): Promise<void>;
}

export async function openLanes(rooms: LaneRooms): Promise<Lanes> {
  const { store, passes, send } = openSending(rooms);
  const feed = conversationFeed();
  const done = doneWaiters();
  let owner: Owner | null = null;
  const bell = await openBell(rooms, {
    onLogged: () => owner?.wake(),
    onDefinitions: forgetAll(store, passes),
    onCommitted: (told) => hearFromAfar(told, feed, done),
    onOwners: () => owner?.shareAnew(),
  });
  const wake = (): void => (owner === null ? bell.ringLogged() : owner.wake());
  const log = openLog(rooms.pool, (rows) => {
    if (rows.length > 0 && owner?.hear(rows) !== true) bell.ringLogged();
  });
  if (rooms.worksLanes) {
    const sweeper = logSweeper(rooms.pool, rooms.log);
    const onCommitted = (works: readonly Work[], hasCompany: boolean): void => {
      sweeper.left(works.length);
      const told = tellHere(works, feed, done);
      if (hasCompany) bell.ringCommitted(told);
    };
    const calls = callRunner({ send, sandbox: rooms.sandbox, log, logger: rooms.log });
    owner = startOwner({ ...rooms, store, calls, onCommitted });
  }
  const ask = askInstall({ store, send });
  const door = laneDoor({ ...doorRooms(rooms, store, log), ask, done, onLogged: wake });
  return {
    door,
    feed,
    log,
    wake,
    isWorking: () => owner?.isWorking() ?? true,
    close: async () => {
      await log.drain();
      await owner?.stop();
      await bell.close();
    },
  };
}

/** The definitions, and requests that go out with the secrets of an install. */
function openSending(rooms: LaneRooms) {
  const seals = secretSeals(rooms.tokenKey);
  const store = definitionStore({ tenants: rooms.tenants, seals });
  const passes = callPasses({ ...rooms, seals });
  const send = sendCall({ egress: rooms.egress, passOf: (installId) => passes.of(installId) });
  return { store, passes, send };
}

/** What is kept of a workspace's definitions; of passes there is no telling whose they are, and they are few. */
function forgetAll(store: DefinitionStore, passes: CallPasses): (workspaceId?: string) => void {
  return (workspaceId) => {
    store.forget(workspaceId);
    passes.forget();
  };
}

function doorRooms(
  rooms: LaneRooms,
  store: DefinitionStore,
  log: Log,
): Omit<DoorRooms, 'ask' | 'done' | 'onLogged'> {
  const names = contactNames(rooms.pool);
  const finder = identityFinder(rooms.tenants);
  const keeper = eventKeeper(rooms.pool, rooms.log);
  return {
    pool: rooms.pool,
    store,
    names,
    finder,
    log,
    keeper,
    previewReplay: previewReplay({ ...rooms, store }),
  };
}

/** Another process has committed: what the messages say, whoever follows the conversation has to read. */
function hearFromAfar({ contacts, arrivals }: Told, feed: ConversationFeedSource, done: Done): void {
  done.tell(arrivals);
  for (const contact of contacts) feed.tell(contact, []);
}

function tellHere(works: readonly Work[], feed: ConversationFeedSource, done: Done): Told {
  const messages = new Map<string, Message[]>();
  for (const { said, contact } of works) {
    if (said.length === 0 || contact === null) continue;
    messages.set(contact.id, [...(messages.get(contact.id) ?? []), ...said.map(({ message }) => message)]);
  }
  for (const [contactId, news] of messages) feed.tell(contactId, news);
  const arrivals = works.filter(({ keep }) => keep === null).map(({ row }) => row.id);
  done.tell(arrivals);
  return { contacts: [...messages.keys()], arrivals };
}
