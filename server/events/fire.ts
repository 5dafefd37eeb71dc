// Firing triggers by the key of an install: one, many, and in the reference system's shape.
import type { CheckedInputOf, OutputOf } from '@bellwire/model/operations/all.ts';
import { identitiesOf, type GivenIdentities } from '@bellwire/model/identity.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Context } from '../http/handler.ts';
import { sayCaller } from '../people/say-caller.ts';
import { viewComplaint } from '../http/complaint-view.ts';
import type { Fired, FireRequest } from '../lanes/door.ts';
import { sayProblem } from '../lanes/say-problem.ts';
import { renamePlaces } from './rename-places.ts';
import { oneKey } from './idempotency-header.ts';

/** All that firing needs of a request: the hot path has no more at hand. */
export type FireContext = Pick<Context, 'lanes' | 'caller' | 'workspaceId'> & {
  /** The key of the request's header; the body's own goes with it or instead of it. */
  readonly idempotencyKey?: string | null;
};

type FireOperation = 'fireTrigger' | 'fireTriggers' | 'appTrigger';
type FireHandlers = {
  readonly [Name in FireOperation]: (
    input: CheckedInputOf<Name>,
    context: FireContext,
  ) => Promise<OutputOf<Name>>;
};

export const fireHandlers: FireHandlers = {
  async fireTrigger(event, context) {
    const key = oneKey(event.idempotencyKey, context.idempotencyKey);
    return firedOrThrow(await context.lanes.fire(requestOf(event, key, context)));
  },

  async fireTriggers({ events }, context) {
    const requests = events.map((event, index) => ({
      ...requestOf(event, event.idempotencyKey ?? keyInBatch(context, index), context),
      inBatch: true,
    }));
    const outcomes = await fireAll(requests, context);
    return {
      results: outcomes.map((outcome) => (outcome instanceof ProblemError ? refusal(outcome) : outcome)),
    };
  },

  async appTrigger({ user_ns, trigger_name, context: items }, context) {
    const { caller, lanes, workspaceId } = context;
    const isOfWorkspace = caller.is === 'key' && caller.installId === null;
    const named = isOfWorkspace ? await lanes.findTrigger(workspaceId, trigger_name) : trigger_name;
    if (named instanceof ProblemError) throw renamePlaces(named, referenceNames);
    const { installId, trigger } =
      typeof named === 'string' ? { installId: installOf(context), trigger: named } : named;
    const outcome = await lanes.fire({
      workspaceId,
      installId,
      contact: user_ns,
      trigger,
      items,
      idempotencyKey: context.idempotencyKey ?? null,
      firedBy: sayCaller(caller),
    });
    if (outcome instanceof ProblemError) throw renamePlaces(outcome, referenceNames);
    return { status: 'ok', event_id: outcome.eventId, result: outcome };
  },
};

const referenceNames = { contact: 'user_ns', trigger: 'trigger_name', items: 'context' } as const;

/**
 * All at once, where each names its contact by the public id: they then keep their order. To find a contact by an identity takes
 * longer than to know it by its id, so that events of one contact could overtake one another: those are taken one by one.
 */
async function fireAll(
  requests: readonly FireRequest[],
  { lanes }: FireContext,
): Promise<(Fired | ProblemError)[]> {
  if (requests.every(({ contact }) => typeof contact === 'string'))
    return Promise.all(requests.map((request) => lanes.fire(request)));
  const outcomes: (Fired | ProblemError)[] = [];
  for (const request of requests) outcomes.push(await lanes.fire(request));
  return outcomes;
}

/** The header of a batch names the request: its first event without a key of its own is `<key>#1` where it stands first, and so on. */
function keyInBatch({ idempotencyKey }: FireContext, index: number): string | null {
  return idempotencyKey == null ? null : `${idempotencyKey}#${index + 1}`;
}

export function firedOrThrow(outcome: Fired | ProblemError): Fired {
  if (outcome instanceof ProblemError) throw outcome;
  return outcome;
}

interface Event {
  readonly trigger: string;
  readonly contact: string | GivenIdentities;
  readonly items: FireRequest['items'];
}

function requestOf(event: Event, idempotencyKey: string | null, context: FireContext): FireRequest {
  return {
    workspaceId: context.workspaceId,
    installId: installOf(context),
    contact: typeof event.contact === 'string' ? event.contact : identitiesOf(event.contact),
    trigger: event.trigger,
    items: event.items,
    idempotencyKey,
    firedBy: sayCaller(context.caller),
  };
}

function installOf({ caller }: FireContext): string {
  if (caller.is === 'key' && caller.installId !== null) return caller.installId;
  throw new ProblemError('forbidden', {
    says: 'Only the key of an install can fire: it says which app the trigger is of.',
  });
}

type Refusal = Extract<OutputOf<'fireTriggers'>['results'][number], { status: 'refused' }>;

function refusal(problem: ProblemError): Refusal {
  const { code, complaints } = problem;
  return {
    status: 'refused',
    problem: code,
    says: sayProblem(problem),
    complaints: complaints.map(viewComplaint),
  };
}
