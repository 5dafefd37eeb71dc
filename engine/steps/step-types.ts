// The list of all step types: what flows can be made of.
import type { StepType } from '@bellwire/model/step-type.ts';
import { appAction } from './app-action.ts';
import { comment } from './comment.ts';
import { condition } from './condition.ts';
import { createOneTimeUrl } from './create-one-time-url.ts';
import { end } from './end.ts';
import { externalRequest } from './external-request.ts';
import { fireTrigger } from './fire-trigger.ts';
import { goTo } from './go-to.ts';
import { javascript } from './javascript.ts';
import { jsonOperation } from './json-operation.ts';
import { order } from './order.ts';
import { pauseBot } from './pause-bot.ts';
import { output } from './output.ts';
import { question } from './question.ts';
import { runFlow } from './run-flow.ts';
import { sendMessage } from './send-message.ts';
import { setField } from './set-field.ts';
import { split } from './split.ts';
import { tags } from './tags.ts';
import { wait } from './wait.ts';

/** In the order in which the palette shows them. */
export const stepTypes: readonly StepType[] = [
  sendMessage,
  question,
  order,
  pauseBot,
  condition,
  split,
  wait,
  goTo,
  runFlow,
  output,
  end,
  comment,
  setField,
  tags,
  jsonOperation,
  javascript,
  externalRequest,
  appAction,
  fireTrigger,
  createOneTimeUrl,
];

export const stepTypeMap: ReadonlyMap<string, StepType> = new Map(stepTypes.map((type) => [type.name, type]));
