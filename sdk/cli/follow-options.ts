// The options of the commands that follow events, and what they ask the stream for.
import { eventStates, type EventState } from '@bellwire/model/event.ts';
import type { StreamAsked, StreamRow } from '@bellwire/model/streams.ts';
import { follow, type Followed } from '../follow.ts';
import { textOption, UsageError, type Invocation } from './command.ts';

export const followOptions = {
  trigger: { type: 'string' },
  state: { type: 'string' },
  install: { type: 'string' },
} as const;

export type FollowedEvent = StreamRow<'followEvents'>;

export function followAsked(invocation: Invocation): AsyncGenerator<Followed<FollowedEvent>> {
  const { baseUrl, key, signal, values, note } = invocation;
  return follow('followEvents', askedOf(values), {
    baseUrl,
    key,
    signal,
    onState: (state) =>
      note(
        state.is === 'up'
          ? `Following ${baseUrl}. Stop with Ctrl+C.`
          : `The connection broke (${state.says}). Trying again in ${state.againMs / 1_000} s.`,
      ),
  });
}

function askedOf(values: Invocation['values']): StreamAsked<'followEvents'> {
  const state = textOption(values, 'state');
  const trigger = textOption(values, 'trigger');
  const installId = textOption(values, 'install');
  return {
    ...(state !== undefined && { state: readState(state) }),
    ...(trigger !== undefined && { trigger }),
    ...(installId !== undefined && { installId }),
  };
}

function readState(text: string): EventState {
  const state = eventStates.find((known) => known === text);
  if (state === undefined) throw new UsageError(`--state is one of ${eventStates.join(', ')}.`);
  return state;
}
