// Runs: the list, newest first, and one of them step by step.
import { z } from 'zod';
import { stepTypes } from '@bellwire/engine/steps/step-types.ts';
import type { eventOperations } from '@bellwire/model/operations/events.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { pageOfRows, readCursor } from '../database/cursor.ts';
import { thisWorkspace } from '../database/tenant.ts';
import type { Context, Handlers } from '../http/handler.ts';
import { installedApps } from '../installs/installed-apps.ts';
import type { RunRow, RunView } from './run-view.ts';
import { readRunNames, viewRun } from './run-view.ts';

const cursorKey = z.tuple([z.uuid()]);

export const runHandlers: Pick<Handlers<keyof typeof eventOperations>, 'getRun' | 'listRuns'> = {
  async getRun({ runId }, context) {
    const run = await context.inWorkspace((tx) =>
      tx
        .selectFrom('run')
        .selectAll()
        .where('workspace_id', '=', thisWorkspace)
        .where('id', '=', runId)
        .executeTakeFirst(),
    );
    const [view] = run === undefined ? [] : await viewRuns(context, [run]);
    if (view === undefined)
      throw new ProblemError('not-found', { says: 'There is no such run in this workspace.' });
    return view;
  },

  async listRuns({ contactId, flowId, status, limit, after }, context) {
    const rows = await context.inWorkspace(async (tx) => {
      let query = tx
        .selectFrom('run')
        .selectAll()
        .where('workspace_id', '=', thisWorkspace)
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (contactId !== undefined) query = query.where('contact_id', '=', contactId);
      if (flowId !== undefined) query = query.where('flow_id', '=', flowId);
      if (status !== undefined) query = query.where('status', '=', status);
      if (after !== undefined) query = query.where('id', '<', readCursor(after, cursorKey)[0]);
      return query.execute();
    });
    const page = pageOfRows(rows, limit, (last) => [last.id]);
    const views = await viewRuns(context, page.rows);
    return { rows: views.map(({ steps: _left, ...run }) => run), next: page.next };
  },
};

export async function viewRuns(context: Context, runs: readonly RunRow[]): Promise<RunView[]> {
  const installs = await installedApps(context);
  const names = await context.inWorkspace((tx) => readRunNames(tx, runs));
  return runs.map((run) => viewRun(run, { ...names, installs, stepTypes }));
}
