// Effect: a message of the bot, the next in the contact's conversation.
import type { EffectTaker } from './effect-kind.ts';
import { sayTo } from '../say-to.ts';

export const say: EffectTaker<'say'> = {
  take: (work, run, { content }) => {
    sayTo(work, {
      from: 'bot',
      content,
      runId: run.id,
      seed: `${run.id}:${run.turn}:${run.steps}:${work.said.length}`,
    });
  },
};
