// Polls for one install: sends the request as the install, and finds the contact that each new record is about.
import type { Json } from '@bellwire/model/json.ts';
import type { Identity } from '@bellwire/model/identity.ts';
import { retryAfterMs } from '@bellwire/model/retry-gaps.ts';
import type { Poll } from '@bellwire/model/schedule.ts';
import { asText } from '@bellwire/engine/language/as-text.ts';
import type { CallAnswer } from '@bellwire/model/effect.ts';
import { identitiesAt } from '../contacts/identities-at.ts';
import type { Started, Turn, Unmatched } from './keep-turn.ts';
import { pollOnce } from './poll.ts';
import type { Answered } from './read-pages.ts';
import type { Installed, ScheduleRooms, ScheduleRow } from './schedule-rooms.ts';

/** Of the records that wait for their contact, the oldest are looked at each time. */
const MOST_LOOKED_AT = 200;

export async function pollSchedule(
  rooms: ScheduleRooms,
  row: ScheduleRow,
  installed: Installed,
  poll: Poll,
): Promise<Turn> {
  const { install } = installed;
  if (install.connection_lost_at !== null) return connectionLost;
  const polled = await pollOnce(poll, row.state, {
    known: (keys) => readKnown(rooms, row, keys),
    ask: async (places) => {
      const { workspace_id: workspaceId, id: installId } = install;
      const data = { poll: places };
      return answered(await rooms.lanes.ask({ workspaceId, installId, request: poll.request, data }));
    },
  });
  const started: Started[] = [];
  const unmatched: Unmatched[] = [];
  for (const { record, starts, keys } of polled.records) {
    if (!starts) continue;
    const found = await findLane(rooms, installed, identitiesAt(poll.contact ?? {}, record));
    if (found.is === 'found') started.push({ ...startOf(installed, record), lane: found.lane, keys });
    else unmatched.push({ record, identities: found.identities, keys });
  }
  const { state, metAgain, failure, says } = polled;
  const passedOver = polled.records.filter(({ starts }) => !starts).flatMap(({ keys }) => keys);
  const waited = await findWaiting(rooms, row, installed);
  return {
    started: [...waited, ...started],
    unmatched,
    keys: { passedOver, metAgain },
    state,
    isUnfinished: state.place !== undefined && failure === undefined,
    ...(failure !== undefined && { failure }),
    ...(says !== undefined && { says }),
  };
}

const connectionLost: Turn = {
  started: [],
  failure: { ok: false, says: 'The connection is lost. Reconnect the app, and it goes on.' },
};

function startOf({ install, schedule }: Installed, record: Json): Omit<Started, 'lane'> {
  const { id: installId, version_id: versionId } = install;
  return { arrival: { kind: 'scheduled', installId, versionId, schedule: schedule.name, record } };
}

function answered(answer: CallAnswer): Answered {
  if (answer.is === 'failed') return { ok: false, says: answer.says };
  if (answer.status >= 200 && answer.status < 300) return { ok: true, answer: answer.body };
  const said = asText(answer.body).trim().slice(0, 200);
  return {
    ok: false,
    says: `The service answered with the status ${answer.status}${said === '' ? '.' : `: ${said}`}`,
    askedForMs: retryAfterMs(answer.headers['retry-after'], new Date().toISOString()),
  };
}

async function readKnown(
  { tenants }: ScheduleRooms,
  { install_id, name }: ScheduleRow,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tenants.platform
    .selectFrom('schedule_key')
    .select('key')
    .where('install_id', '=', install_id)
    .where('name', '=', name)
    .where('key', 'in', [...new Set(keys)])
    .execute();
  return new Set(rows.map(({ key }) => key));
}

type Lane =
  | { readonly is: 'found'; readonly lane: string | null }
  | { readonly is: 'unmatched'; readonly identities: readonly Identity[] };

/** A record that names nobody runs for no contact. */
async function findLane(
  { lanes }: ScheduleRooms,
  { install }: Installed,
  identities: readonly Identity[],
): Promise<Lane> {
  if (identities.length === 0) return { is: 'found', lane: null };
  const found = await lanes.findContact({
    workspaceId: install.workspace_id,
    installId: install.id,
    contact: identities,
    policy: install.contact_policy,
    botId: install.contact_bot_id,
  });
  return found.is === 'found' ? { is: 'found', lane: found.contact.id } : { is: 'unmatched', identities };
}

/** Records of before whose contact is there by now. */
async function findWaiting(rooms: ScheduleRooms, row: ScheduleRow, installed: Installed): Promise<Started[]> {
  const waiting = await rooms.tenants.platform
    .selectFrom('schedule_record')
    .select(['id', 'record', 'identities'])
    .where('install_id', '=', row.install_id)
    .where('name', '=', row.name)
    .orderBy('id')
    .limit(MOST_LOOKED_AT)
    .execute();
  const started: Started[] = [];
  for (const { id, record, identities } of waiting) {
    const found = await findLane(rooms, installed, identities);
    if (found.is === 'found')
      started.push({ ...startOf(installed, record.value), lane: found.lane, waitingId: id });
  }
  return started;
}
