// Replaying one run: a rerun of one, which goes into its contact's lane at the next step of the keeper.
import { sql } from 'kysely';
import type { replayOperations } from '@bellwire/model/operations/replays.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import { sayCaller } from '../people/say-caller.ts';
import { makeRerun } from '../reruns/make-rerun.ts';
import { viewRerun } from '../reruns/rerun-view.ts';
import { checkFrom, readRun, whyNoReplay } from './past-run.ts';

export const replayRunHandlers: Pick<Handlers<keyof typeof replayOperations>, 'replayRun'> = {
  async replayRun({ runId, replayId = uuidV7(), ...replay }, context) {
    return context.inWorkspace(async (tx) => {
      const run = await readRun(tx, runId);
      const whyNot = whyNoReplay(run);
      if (whyNot !== null) throw new ProblemError('conflict', { says: whyNot });
      checkFrom(run, replay.from);
      await makeRerun(tx, {
        id: replayId,
        workspaceId: context.workspaceId,
        kind: 'replay',
        title: 'Replay of a run',
        askedBy: sayCaller(context.caller),
        perSecond: 1,
        settings: { replay },
        items: sql`select ${run.event_id}::uuid as event_id, ${runId}::uuid as run_id`,
      });
      return viewRerun(tx, replayId);
    });
  },
};
