// The handlers of everything about events and runs: one table out of its parts.
import type { eventOperations } from '@bellwire/model/operations/events.ts';
import type { Handlers } from '../http/handler.ts';
import { eventStoryHandlers } from './event-story.ts';
import { fireHandlers } from './fire.ts';
import { eventListHandlers } from './list-events.ts';
import { runHandlers } from './runs.ts';
import { eventTrialHandlers } from './try-events.ts';

export const eventHandlers: Handlers<keyof typeof eventOperations> = {
  ...fireHandlers,
  ...eventListHandlers,
  ...eventStoryHandlers,
  ...eventTrialHandlers,
  ...runHandlers,
};
