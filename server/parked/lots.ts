// Parked events in lots: of the same reason, trigger and subscription, with the way to mend them.
import { sql } from 'kysely';
import type { RawBuilder, Transaction } from 'kysely';
import { z } from 'zod';
import { parkedReason } from '@bellwire/engine/gates/parked-reasons.ts';
import { roleToMend } from '@bellwire/model/decision.ts';
import type { CheckedInputOf, OutputOf } from '@bellwire/model/operations/all.ts';
import type { parkedOperations } from '@bellwire/model/operations/parked.ts';
import { pageOfRows, readCursor } from '../database/cursor.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import { installedApps, type InstalledApp } from '../installs/installed-apps.ts';
import { sayCaller } from '../people/say-caller.ts';
import { makeRerun } from '../reruns/make-rerun.ts';
import { viewRerun } from '../reruns/rerun-view.ts';

export type Lot = Pick<CheckedInputOf<'runParkedLot'>, 'reason' | 'installId' | 'trigger' | 'subscriptionId'>;
type LotView = OutputOf<'listParkedLots'>['rows'][number];

const cursorKey = z.tuple([z.uuid()]);

export const lotHandlers: Pick<
  Handlers<keyof typeof parkedOperations>,
  'listParkedLots' | 'listParked' | 'runParkedLot'
> = {
  async listParkedLots(_nothing, context) {
    const rows = await context.inWorkspace((tx) => readLots(tx, context.parkedWarnDays));
    const installs = await installedApps(context, { ids: rows.map((row) => row.install_id) });
    return { rows: rows.map((row) => viewLot(row, installs, context.parkedWarnDays)) };
  },

  async listParked({ limit, after, ...lot }, context) {
    return context.inWorkspace(async (tx) => {
      const behind = after === undefined ? sql`true` : sql`e.id > ${readCursor(after, cursorKey)[0]}`;
      const { rows } = await sql<ParkedRow>`
        select e.id, e.contact_id, coalesce(c.ns, e.contact_ns) as contact_ns, c.name as contact_name, e.items, e.fired_at, p.since
          from parked p join event e on e.workspace_id = p.workspace_id and e.id = p.event_id
          left join contact c on c.id = e.contact_id
         where ${ofLot(lot)} and ${behind} order by e.id limit ${limit + 1}`.execute(tx);
      const page = pageOfRows(rows, limit, ({ id }) => [id]);
      return { rows: page.rows.map(viewParked), next: page.next };
    });
  },

  async runParkedLot({ perSecond, ...lot }, context) {
    const [install] = await installedApps(context, { ids: [lot.installId] });
    return context.inWorkspace(async (tx) => {
      const id = uuidV7();
      await makeRerun(tx, {
        id,
        workspaceId: context.workspaceId,
        kind: 'parked',
        title: `Parked: ${labelOf(install, lot.trigger)}. ${parkedReason(lot.reason).label}`,
        askedBy: sayCaller(context.caller),
        perSecond,
        items: sql`select distinct e.id as event_id, null::uuid as run_id ${fromLot(lot)}`,
      });
      return viewRerun(tx, id);
    });
  },
};

/** The parked rows `p` of a lot, with their events `e`. */
export function fromLot(lot: Lot): RawBuilder<unknown> {
  return sql`from parked p join event e on e.workspace_id = p.workspace_id and e.id = p.event_id where ${ofLot(lot)}`;
}

function ofLot({ reason, installId, trigger, subscriptionId }: Lot): RawBuilder<unknown> {
  const of =
    subscriptionId === undefined
      ? sql`p.subscription_id is null`
      : sql`p.subscription_id = ${subscriptionId}`;
  return sql`p.reason = ${reason} and e.install_id = ${installId} and e.trigger = ${trigger} and ${of}`;
}

interface LotRow {
  readonly reason: string;
  readonly install_id: string;
  readonly trigger: string;
  readonly subscription_id: string | null;
  readonly bot_id: string | null;
  readonly bot_name: string | null;
  readonly flow_id: string | null;
  readonly flow_name: string | null;
  readonly count: number;
  readonly old: number;
  readonly oldest: string;
}

async function readLots(tx: Transaction<Tables>, warnDays: number): Promise<readonly LotRow[]> {
  const { rows } = await sql<LotRow>`
    with lot as (
      select p.reason, e.install_id, e.trigger, p.subscription_id, count(*)::int as count, min(p.since) as oldest,
             (count(*) filter (where p.since < clock_timestamp() - make_interval(days => ${warnDays})))::int as old
        from parked p join event e on e.workspace_id = p.workspace_id and e.id = p.event_id
       where e.install_id is not null
       group by 1, 2, 3, 4
    )
    select lot.*, s.bot_id, b.name as bot_name, s.flow_id, f.name as flow_name
      from lot left join subscription s on s.id = lot.subscription_id
      left join bot b on b.id = s.bot_id left join flow f on f.id = s.flow_id
     order by lot.oldest`.execute(tx);
  return rows;
}

function viewLot(row: LotRow, installs: readonly InstalledApp[], warnDays: number): LotView {
  const install = installs.find(({ id }) => id === row.install_id);
  const { label, advice, mend } = parkedReason(row.reason);
  return {
    reason: row.reason,
    installId: row.install_id,
    trigger: row.trigger,
    subscriptionId: row.subscription_id,
    label,
    advice,
    mend: mend === null ? null : { ...mend, who: roleToMend[mend.at] },
    appLabel: install?.app.label ?? '',
    logo: install?.app.logo ?? null,
    triggerLabel: install?.app.triggers.find(({ name }) => name === row.trigger)?.label ?? row.trigger,
    botId: row.bot_id,
    botName: row.bot_name,
    flowId: row.flow_id,
    flowName: row.flow_name,
    count: row.count,
    oldestAt: row.oldest,
    warning:
      row.old === 0
        ? null
        : `${row.old} of them ${row.old === 1 ? 'is' : 'are'} parked for more than ${warnDays} days. Nothing parked is removed by itself: run or dismiss them.`,
  };
}

interface ParkedRow {
  readonly id: string;
  readonly contact_id: string | null;
  readonly contact_ns: string | null;
  readonly contact_name: string | null;
  readonly items: OutputOf<'listParked'>['rows'][number]['items'];
  readonly fired_at: string;
  readonly since: string;
}

function viewParked(row: ParkedRow): OutputOf<'listParked'>['rows'][number] {
  return {
    eventId: row.id,
    contactId: row.contact_id,
    contactNs: row.contact_ns,
    contactName: row.contact_name,
    items: row.items,
    firedAt: row.fired_at,
    parkedAt: row.since,
  };
}

function labelOf(install: InstalledApp | undefined, trigger: string): string {
  return install?.app.triggers.find(({ name }) => name === trigger)?.label ?? trigger;
}
