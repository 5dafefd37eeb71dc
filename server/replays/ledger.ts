// The ledger of one run, and how events and runs were worked again.
import type { ExpressionBuilder, Transaction } from 'kysely';
import { ledgerOf } from '@bellwire/engine/ledger.ts';
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { replayOperations } from '@bellwire/model/operations/replays.ts';
import type { Tables } from '../database/tables.ts';
import type { Handlers } from '../http/handler.ts';
import { installedApps } from '../installs/installed-apps.ts';
import { viewEffects } from './effect-view.ts';
import { readRun, readSaid, whyNoReplay, type RunRow } from './past-run.ts';

type Ledger = OutputOf<'getLedger'>;

export const ledgerHandlers: Pick<
  Handlers<keyof typeof replayOperations>,
  'getLedger' | 'listEventReruns'
> = {
  async getLedger({ runId }, context) {
    const { run, said, lines } = await context.inWorkspace(async (tx) => {
      const run = await readRun(tx, runId);
      const lines = await readLines(tx, (row) =>
        row.or([row('run_id', '=', runId), row('new_run_id', '=', runId)]),
      );
      return { run, said: await readSaid(tx, run), lines };
    });
    return {
      effects: viewEffects(run.history, said, await installedApps(context)),
      failed: failedSteps(run),
      whyNot: whyNoReplay(run),
      replayOf: lines.find((line) => line.newRunId === runId && line.kind === 'replay')?.runId ?? null,
      reruns: lines.filter((line) => line.runId === runId),
    };
  },

  async listEventReruns({ eventId }, context) {
    return { rows: await context.inWorkspace((tx) => readLines(tx, (row) => row('event_id', '=', eventId))) };
  },
};

function failedSteps({ history }: RunRow): Ledger['failed'] {
  return ledgerOf(history, stepTypeMap)
    .filter(({ hasFailed }) => hasFailed)
    .map(({ key, type, records }) => ({
      key,
      label: stepTypeMap.get(type)?.label ?? type,
      says: records.at(-1)?.says ?? '',
    }));
}

async function readLines(
  tx: Transaction<Tables>,
  which: (
    row: ExpressionBuilder<Tables, 'rerun_item'>,
  ) => ReturnType<ExpressionBuilder<Tables, 'rerun_item'>['or']>,
): Promise<Ledger['reruns']> {
  const items = await tx.selectFrom('rerun_item').selectAll().where(which).execute();
  if (items.length === 0) return [];
  const ids = [...new Set(items.map((item) => item.rerun_id))];
  const reruns = await tx.selectFrom('rerun').selectAll().where('id', 'in', ids).orderBy('id').execute();
  return reruns.flatMap((rerun) =>
    items
      .filter((item) => item.rerun_id === rerun.id)
      .map((item) => ({
        rerunId: rerun.id,
        kind: rerun.kind,
        askedBy: rerun.asked_by,
        askedAt: rerun.asked_at,
        state: item.state,
        says: item.says,
        runId: item.run_id,
        newRunId: item.new_run_id,
        skipped: item.skipped,
      })),
  );
}
