// Replaying many runs by what they have in common, at a pace.
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { CheckedInputOf } from '@bellwire/model/operations/all.ts';
import type { replayOperations } from '@bellwire/model/operations/replays.ts';
import { lowestUuidAt, uuidV7 } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import { sayCaller } from '../people/say-caller.ts';
import { makeRerun, MOST_ITEMS } from '../reruns/make-rerun.ts';
import { viewRerun } from '../reruns/rerun-view.ts';

export const replayManyHandlers: Pick<
  Handlers<keyof typeof replayOperations>,
  'countReplays' | 'replayRuns'
> = {
  async countReplays(which, context) {
    return context.inWorkspace(async (tx) => {
      const { rows } = await sql<{ runs: number; messages: number }>`
        select count(*)::int as runs, coalesce(sum(messages), 0)::int as messages
          from (${picked(which)} limit ${MOST_ITEMS}) as picked`.execute(tx);
      return rows[0] ?? { runs: 0, messages: 0 };
    });
  },

  async replayRuns({ version, effects, from, perSecond, ...which }, context) {
    return context.inWorkspace(async (tx) => {
      const id = uuidV7();
      await makeRerun(tx, {
        id,
        workspaceId: context.workspaceId,
        kind: 'replay',
        title: `Replay of ${which.runs === 'failed' ? 'failed runs' : 'runs'}${which.trigger === undefined ? '' : ` on ${which.trigger}`}`,
        askedBy: sayCaller(context.caller),
        perSecond,
        settings: { replay: { version, effects, from, again: [] } },
        items: picked(which),
      });
      return viewRerun(tx, id);
    });
  },
};

type Which = CheckedInputOf<'countReplays'>;

/** Runs of a bot's flow for a contact that are over. A replay of a replay is asked for by hand, at its own page. */
function picked({ installId, trigger, source, state, ...ofRun }: Which): RawBuilder<unknown> {
  const { botId, contactId, flowId, since, until, runs } = ofRun;
  const ofEvent = [
    ...(installId === undefined ? [] : [sql`e.install_id = ${installId}`]),
    ...(trigger === undefined ? [] : [sql`e.trigger = ${trigger}`]),
    ...(source === undefined ? [] : [sql`e.source = ${source}`]),
    ...(state === undefined ? [] : [sql`e.state = ${state}`]),
  ];
  const conditions = [
    sql`r.flow_id is not null and r.contact_id is not null`,
    runs === 'failed' ? sql`r.status = 'failed'` : sql`r.status in ('done', 'failed')`,
    sql`not exists (select from rerun_item i where i.new_run_id = r.id)`,
    ...(runs === 'all'
      ? []
      : [
          sql`not exists (select from rerun_item i where i.run_id = r.id and i.state in ('waiting', 'under-way', 'done'))`,
        ]),
    ...(botId === undefined ? [] : [sql`r.bot_id = ${botId}`]),
    ...(contactId === undefined ? [] : [sql`r.contact_id = ${contactId}`]),
    ...(flowId === undefined ? [] : [sql`r.flow_id = ${flowId}`]),
    // Ids begin with their time, so that only the span asked for is read.
    ...(since === undefined ? [] : [sql`r.id >= ${lowestUuidAt(Date.parse(since))}`]),
    ...(until === undefined ? [] : [sql`r.id < ${lowestUuidAt(Date.parse(until))}`]),
    ...(ofEvent.length === 0
      ? []
      : [
          sql`exists (select from event e where e.workspace_id = r.workspace_id and e.id = r.event_id and ${sql.join(ofEvent, sql` and `)})`,
        ]),
  ];
  return sql`select r.event_id, r.id as run_id, cardinality(r.said) as messages from run r where ${sql.join(conditions, sql` and `)}`;
}
