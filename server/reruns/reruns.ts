// Reruns: the list, one of them with its items, and pausing, going on, ending.
import { z } from 'zod';
import type { rerunOperations } from '@bellwire/model/operations/reruns.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { pageOfRows, readCursor } from '../database/cursor.ts';
import type { Handlers } from '../http/handler.ts';
import { viewRerun, viewReruns } from './rerun-view.ts';

const idKey = z.tuple([z.uuid()]);
const placeKey = z.tuple([z.int()]);

export const rerunListHandlers: Handlers<keyof typeof rerunOperations> = {
  async listReruns({ state, limit, after }, context) {
    return context.inWorkspace(async (tx) => {
      let query = tx
        .selectFrom('rerun')
        .selectAll()
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (state !== undefined) query = query.where('state', '=', state);
      if (after !== undefined) query = query.where('id', '<', readCursor(after, idKey)[0]);
      const page = pageOfRows(await query.execute(), limit, ({ id }) => [id]);
      return { rows: await viewReruns(tx, page.rows), next: page.next };
    });
  },

  async getRerun({ rerunId }, context) {
    return context.inWorkspace((tx) => viewRerun(tx, rerunId));
  },

  async listRerunItems({ rerunId, state, limit, after }, context) {
    return context.inWorkspace(async (tx) => {
      await viewRerun(tx, rerunId);
      let query = tx
        .selectFrom('rerun_item')
        .selectAll()
        .where('rerun_id', '=', rerunId)
        .orderBy('place')
        .limit(limit + 1);
      if (state !== undefined) query = query.where('state', '=', state);
      if (after !== undefined) query = query.where('place', '>', readCursor(after, placeKey)[0]);
      const page = pageOfRows(await query.execute(), limit, ({ place }) => [place]);
      const rows = page.rows.map((row) => ({
        place: row.place,
        eventId: row.event_id,
        runId: row.run_id,
        newRunId: row.new_run_id,
        state: row.state,
        says: row.says,
        skipped: row.skipped,
        endedAt: row.ended_at,
      }));
      return { rows, next: page.next };
    });
  },

  async changeRerun({ rerunId, state, perSecond }, context) {
    return context.inWorkspace(async (tx) => {
      const { state: before } = await viewRerun(tx, rerunId);
      const changed = await tx
        .updateTable('rerun')
        .set({
          state,
          per_second: perSecond,
          ...(state === 'cancelled' && { ended_at: new Date().toISOString() }),
        })
        .where('id', '=', rerunId)
        .where('state', 'in', ['running', 'paused'])
        .executeTakeFirst();
      if (changed.numUpdatedRows === 0n)
        throw new ProblemError('conflict', { says: `It is ${before} already. Begin another one.` });
      return viewRerun(tx, rerunId);
    });
  },
};
