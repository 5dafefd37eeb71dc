// What a bot's flow is played on: its user fields, the triggers that start it, the actions of its apps.
import { useMemo } from 'react';
import { botGround } from '../play/bot-ground.ts';
import type { PlayGround } from '../play/play-ground.ts';
import { useOperation } from '../server-state/use-operation.ts';
import type { BotView, FlowView } from './bot-views.ts';

const NONE: readonly never[] = [];

export function usePlayGround(bot: BotView, flow: FlowView): PlayGround {
  const botId = bot.id;
  const userFields = useOperation('listUserFields', { botId }).data?.rows;
  const installs = useOperation('listInstalls', {}).data?.rows;
  const subscriptions = useOperation('listSubscriptions', { botId }).data?.rows;
  return useMemo(
    () =>
      botGround({
        bot,
        userFields: userFields ?? [],
        installs: installs ?? [],
        triggers: (subscriptions ?? NONE).filter(({ flowId }) => flowId === flow.id),
      }),
    [bot, flow.id, userFields, installs, subscriptions],
  );
}
