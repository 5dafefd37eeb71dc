// The story of one event, for the owner of the bot: who fired it, each gate and its facts, the runs, and what they did.
import { CompiledQuery, type Transaction } from 'kysely';
import { eventAnswer } from '@bellwire/engine/event-answer.ts';
import { gateLabel, mendOf, reasonOf, sayGate } from '@bellwire/engine/gates/gates.ts';
import type { Decision, GateRecord } from '@bellwire/model/decision.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { eventOperations } from '@bellwire/model/operations/events.ts';
import type { Message } from '@bellwire/model/message.ts';
import type { Order } from '@bellwire/model/order.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { viewMessage } from '../contacts/conversation.ts';
import { viewOrder } from '../contacts/orders.ts';
import type { Tables } from '../database/tables.ts';
import { thisWorkspace } from '../database/tenant.ts';
import type { Handlers } from '../http/handler.ts';
import { installedApps } from '../installs/installed-apps.ts';
import { readCauses, type Cause } from '../lanes/cause-chain.ts';
import { readWebhookCall } from '../webhooks/call-of-run.ts';
import type { EventRow } from './event-row.ts';
import { readSettled, readWaiting } from './event-row.ts';
import { readContactNames, viewEvent } from './event-view.ts';
import type { RunRow } from './run-view.ts';
import { viewRuns } from './runs.ts';

type Story = OutputOf<'getEvent'>;

export const eventStoryHandlers: Pick<Handlers<keyof typeof eventOperations>, 'getEvent'> = {
  async getEvent({ eventId }, context) {
    const { event, runs, causeRun, contacts, ...told } = await context.inWorkspace(async (tx) =>
      readStory(tx, context.workspaceId, eventId),
    );
    const installs = await installedApps(context, {
      ids: event.install_id === null ? [] : [event.install_id],
    });
    const [cause] = causeRun === undefined ? [] : await viewRuns(context, [causeRun]);
    const runViews = await viewRuns(context, runs);
    return {
      ...viewEvent(event, installs, contacts),
      ...told,
      answer: answerOf(event, told.decisions, runViews),
      firedBy: event.fired_by,
      arrival: event.arrival.map(viewGate),
      runs: runViews,
      causeRun: cause ?? null,
    };
  },
};

function answerOf(event: EventRow, decisions: Story['decisions'], runs: Story['runs']): string {
  return eventAnswer({
    ...event,
    decisions: decisions.map(({ flowName, result, runId }, place) => ({
      flowName,
      result,
      why: reasonOf({ gates: event.decisions[place]?.gates ?? [] }),
      run: runs.find((run) => run.id === runId) ?? null,
    })),
  });
}

/** @throws ProblemError `not-found` */
async function getEventRow(tx: Transaction<Tables>, id: string): Promise<EventRow> {
  const [waiting] = await readWaiting(tx, { id }, 1);
  const [settled] = await readSettled(tx, { id }, 1);
  const event = settled ?? waiting;
  if (event === undefined)
    throw new ProblemError('not-found', { says: 'There is no such event in this workspace.' });
  return event;
}

async function readStory(tx: Transaction<Tables>, workspaceId: string, eventId: string) {
  const event = await getEventRow(tx, eventId);
  const runs = await readRuns(
    tx,
    event.decisions.flatMap((decision) => decision.runId ?? []),
  );
  const messages = await readMessages(tx, runs);
  const [causeRun] = await readRuns(tx, event.cause_run_id === null ? [] : [event.cause_run_id]);
  return {
    event,
    runs,
    causeRun,
    messages,
    contacts: await readContactNames(tx, [event]),
    orders: await readOrders(
      tx,
      event.contact_id,
      JSON.stringify([runs.map((run) => run.history), messages]),
    ),
    decisions: await viewDecisions(tx, event.decisions),
    doubles: await tx
      .selectFrom('event_double')
      .select(['at', 'says'])
      .where('event_id', '=', eventId)
      .orderBy('at')
      .execute(),
    urlCalls: await readUrlCalls(tx, event.url_id),
    webhookCall: await readWebhookCall(tx, event.cause_run_id),
    causes: await causesOf(tx, event, workspaceId),
  };
}

async function causesOf(
  tx: Transaction<Tables>,
  { cause_run_id: causeRunId, url_id: urlId }: EventRow,
  workspaceId: string,
): Promise<Cause[]> {
  if (causeRunId === null) return [];
  const causes = await readCauses(
    async (text, values) => (await tx.executeQuery<Cause>(CompiledQuery.raw(text, [...values]))).rows,
    { workspaceId, causeRunId, urlId },
  );
  return [...causes];
}

async function readRuns(tx: Transaction<Tables>, ids: readonly string[]): Promise<RunRow[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('run')
    .selectAll()
    .where('workspace_id', '=', thisWorkspace)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
}

async function readMessages(tx: Transaction<Tables>, runs: readonly RunRow[]): Promise<Message[]> {
  const [contactId] = runs.flatMap((run) => run.contact_id ?? []);
  const numbers = runs.flatMap((run) => run.said);
  if (contactId === undefined || numbers.length === 0) return [];
  const said = tx
    .selectFrom('message')
    .selectAll()
    .where('contact_id', '=', contactId)
    .where('seq', 'in', numbers);
  return (await said.orderBy('seq').execute()).map(viewMessage);
}

/** The orders that the runs touched are those of the contact that the runs' steps and messages name, by id or by number. */
async function readOrders(tx: Transaction<Tables>, contactId: string | null, told: string): Promise<Order[]> {
  if (contactId === null) return [];
  const orders = await tx
    .selectFrom('customer_order')
    .selectAll()
    .where('contact_id', '=', contactId)
    .orderBy('id')
    .execute();
  return orders.filter((order) => told.includes(order.id) || told.includes(order.number)).map(viewOrder);
}

async function readUrlCalls(tx: Transaction<Tables>, urlId: string | null): Promise<Story['urlCalls']> {
  if (urlId === null) return [];
  const calls = tx
    .selectFrom('one_time_url_call')
    .select(['at', 'method', 'verdict', 'says'])
    .where('url_id', '=', urlId);
  return calls.orderBy('at').execute();
}

async function viewDecisions(
  tx: Transaction<Tables>,
  decisions: readonly Decision[],
): Promise<Story['decisions']> {
  if (decisions.length === 0) return [];
  const flows = await tx
    .selectFrom('flow')
    .innerJoin('bot', 'bot.id', 'flow.bot_id')
    .select(['flow.id', 'flow.name', 'bot.id as bot_id', 'bot.name as bot_name'])
    .where(
      'flow.id',
      'in',
      decisions.map((decision) => decision.flowId),
    )
    .execute();
  return decisions.map((decision) => {
    const flow = flows.find((candidate) => candidate.id === decision.flowId);
    return {
      subscriptionId: decision.subscriptionId,
      flowId: flow?.id ?? null,
      flowName: flow?.name ?? 'A flow that was removed',
      botId: flow?.bot_id ?? null,
      botName: flow?.bot_name ?? '',
      result: decision.result,
      gates: decision.gates.map(viewGate),
      runId: decision.runId,
    };
  });
}

function viewGate(record: GateRecord): Story['arrival'][number] {
  return {
    gate: record.gate,
    label: gateLabel(record.gate),
    verdict: record.verdict,
    says: sayGate(record),
    facts: record.facts,
    mend: mendOf(record),
  };
}
