// What a developer may know of the events of an app, wherever it is installed.
import { z } from 'zod';
import { outcomeOf, sayReason } from '@bellwire/engine/outcome.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { deliveryOperations } from '@bellwire/model/operations/deliveries.ts';
import { requireOwnApp } from '../apps/own-app.ts';
import { pageOfRows, readCursor, writeCursor } from '../database/cursor.ts';
import { smallestUuidAt, timeOfUuid } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import { countDeliveries, countSubscriptions, MOST_OF_INSTALL } from './count-deliveries.ts';
import { opaqueName } from './opaque-name.ts';
import { firstInstalledAt, readDeliveries, type DeliveryRow } from './read-deliveries.ts';

const DAY_MS = 86_400_000;
/** One page looks so far back: an app that fires seldom must not have a busy workspace's whole past looked through. */
const WINDOW_MS = 7 * DAY_MS;

const cursorKey = z.tuple([z.uuid()]);

export const deliveryHandlers: Handlers<keyof typeof deliveryOperations> = {
  async listDeliveries({ appId, limit, after, ...filter }, context) {
    await requireOwnApp(context, appId);
    const before = after === undefined ? null : readCursor(after, cursorKey)[0];
    const from = (before === null ? Date.now() : timeOfUuid(before).getTime()) - WINDOW_MS;
    const since = smallestUuidAt(new Date(from));
    const { platform } = context.tenants;
    const rows = await readDeliveries(platform, { appId, before, since, ...filter }, limit + 1);
    const page = pageOfRows(rows, limit, (last) => [last.id]);
    const first = await firstInstalledAt(platform, appId);
    const isMore = page.next === null && first !== null && Date.parse(first) < from;
    return {
      rows: page.rows.map((row) => viewDelivery(row, context.workspaceId)),
      next: isMore ? writeCursor([since]) : page.next,
      lookedBackTo: isMore ? new Date(from).toISOString() : null,
    };
  },

  async countDeliveries({ appId, days }, context) {
    await requireOwnApp(context, appId);
    const since = smallestUuidAt(new Date(Date.now() - days * DAY_MS));
    const rows = await countDeliveries(context.tenants.platform, { appId, since });
    return { rows, mostOfInstall: MOST_OF_INSTALL };
  },

  async getAppUse({ appId }, context) {
    await requireOwnApp(context, appId);
    return { triggers: await countSubscriptions(context.tenants.platform, appId) };
  },
};

function viewDelivery(row: DeliveryRow, workspaceId: string): OutputOf<'listDeliveries'>['rows'][number] {
  const { outcome, reason } = outcomeOf(row);
  const isOwn = row.workspace_id === workspaceId;
  return {
    eventId: row.id,
    trigger: row.trigger,
    installName: isOwn ? row.install_name : opaqueName(row.install_id),
    isOwn,
    isTest: row.source === 'test',
    outcome,
    reason,
    says: reason === null ? null : sayReason(reason),
    firedAt: row.fired_at,
    settledAt: row.settled_at,
  };
}
