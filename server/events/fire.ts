// Firing triggers by the key of an install: one, many, and in the reference system's shape.
import type { CheckedInputOf, OutputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Context } from '../http/handler.ts';
import { sayCaller } from '../people/say-caller.ts';
import type { Fired, FireRequest } from '../lanes/door.ts';

/** All that firing needs of a request: the hot path has no more at hand. */
export type FireContext = Pick<Context, 'lanes' | 'caller' | 'workspaceId'>;

type FireOperation = 'fireTrigger' | 'fireTriggers' | 'appTrigger';
type FireHandlers = {
  readonly [Name in FireOperation]: (
    input: CheckedInputOf<Name>,
    context: FireContext,
  ) => Promise<OutputOf<Name>>;
};

export const fireHandlers: FireHandlers = {
  async fireTrigger(event, context) {
    return firedOrThrow(await context.lanes.fire(requestOf(event, context)));
  },

  async fireTriggers({ events }, context) {
    const outcomes = await Promise.all(events.map((event) => context.lanes.fire(requestOf(event, context))));
    return {
      results: outcomes.map((outcome) => (outcome instanceof ProblemError ? refusal(outcome) : outcome)),
    };
  },

  async appTrigger({ user_ns, trigger_name, context: items }, context) {
    const request = requestOf({ contact: user_ns, trigger: trigger_name, items }, context);
    const result = firedOrThrow(await context.lanes.fire(request));
    return { status: 'ok', event_id: result.eventId, result };
  },
};

export function firedOrThrow(outcome: Fired | ProblemError): Fired {
  if (outcome instanceof ProblemError) throw outcome;
  return outcome;
}

interface Event {
  readonly trigger: string;
  readonly contact: string;
  readonly items: FireRequest['items'];
  readonly idempotencyKey?: string | undefined;
}

function requestOf(event: Event, context: FireContext): FireRequest {
  const { caller, workspaceId } = context;
  if (caller.is !== 'key' || caller.installId === null) {
    throw new ProblemError('forbidden', {
      says: 'Only the key of an install can fire: it says which app the trigger is of.',
    });
  }
  return {
    workspaceId,
    installId: caller.installId,
    contactNs: event.contact,
    trigger: event.trigger,
    items: event.items,
    idempotencyKey: event.idempotencyKey ?? null,
    firedBy: sayCaller(caller),
  };
}

type Refusal = Extract<OutputOf<'fireTriggers'>['results'][number], { status: 'refused' }>;

/** A result of a batch has one line for all that is wrong. */
function refusal(problem: ProblemError): Refusal {
  const says = [problem.message, ...problem.complaints.map((complaint) => complaint.says)].join(' ');
  return { status: 'refused', problem: problem.code, says };
}
