// Published versions of a flow, as they were.
import type { flowOperations } from '@bellwire/model/operations/flows.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Handlers } from '../http/handler.ts';

export const flowVersionHandlers: Pick<Handlers<keyof typeof flowOperations>, 'getFlowVersion'> = {
  async getFlowVersion({ flowId, version }, context) {
    const found = await context.inWorkspace((tx) =>
      tx
        .selectFrom('flow_version')
        .select(['graph', 'published_at as publishedAt'])
        .where('flow_id', '=', flowId)
        .where('version', '=', version)
        .executeTakeFirst(),
    );
    if (found !== undefined) return found;
    throw new ProblemError('not-found', { says: 'There is no such version of a flow in this workspace.' });
  },
};
