// What the steps of a bot's flow can name: its user fields, flows, the apps' actions, the items of its triggers.
import { useMemo } from 'react';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { botSurroundings } from '../settings-form/bot-surroundings.ts';
import type { Surroundings } from '../settings-form/surroundings.ts';
import type { FlowView } from './bot-views.ts';
import { useCreateUserField } from './use-create-user-field.ts';

const NONE: readonly never[] = [];

export function useFlowSurroundings({ id, botId }: FlowView, { steps }: FlowGraph): Surroundings {
  const userFields = useOperation('listUserFields', { botId }).data?.rows;
  const flows = useOperation('listFlows', { botId }).data?.rows;
  const installs = useOperation('listInstalls', {}).data?.rows;
  const subscriptions = useOperation('listSubscriptions', { botId }).data?.rows;
  const createField = useCreateUserField(botId);
  return useMemo(
    () => ({
      ...botSurroundings({
        userFields: userFields ?? [],
        flows: flows ?? [],
        installs: installs ?? [],
        triggers: (subscriptions ?? NONE).filter(({ flowId }) => flowId === id),
        steps,
      }),
      createField,
    }),
    [userFields, flows, installs, subscriptions, id, steps, createField],
  );
}
