// From what the lanes think in to rows as the tables hold them.
import type { ContactState } from '@bellwire/model/contact.ts';
import type { Order } from '@bellwire/model/order.ts';
import type { Run } from '@bellwire/model/run.ts';
import { createHash } from 'node:crypto';
import type { EntityState } from './entity.ts';
import type { LaneRow, OpenUrl, SettledEvent, Work } from './work.ts';
import { shardOf } from './shard.ts';

export function contactRow(contact: ContactState, work: Work) {
  return {
    id: contact.id,
    name: contact.name,
    email: contact.email,
    phone: contact.phone,
    time_zone: contact.timeZone,
    fields: contact.fields,
    tags: contact.tags,
    paused_until: contact.pausedUntil,
    asking_run_id: contact.askingRunId,
    last_text: contact.lastText,
    last_seq: contact.lastSeq,
    newest_order: contact.order,
    seen_at: work.seen ? work.now : null,
  };
}

/** `said`: the numbers of the messages it sent in this batch. */
export function runRow(run: Run, said: readonly number[], work: Work) {
  const flow = run.frames[0]?.flow;
  const last = run.history.at(-1);
  return {
    workspace_id: work.row.workspaceId,
    id: run.id,
    bot_id: run.botId,
    contact_id: run.contactId,
    flow_id: flow?.is === 'bot' ? flow.flowId : null,
    flow_version: flow?.is === 'bot' ? flow.version : null,
    event_id: run.eventId,
    subscription_id: run.subscriptionId,
    hops: run.hops,
    status: run.status,
    says: run.status === 'failed' || run.status === 'superseded' ? (last?.says ?? null) : null,
    turn: run.turn,
    said,
    state: run.status === 'waiting' ? stateOf(run) : null,
    history: run.history,
    started_at: run.startedAt,
    ended_at: run.endedAt,
  };
}

function stateOf({ frames, waiting, steps, replay }: Run) {
  return { frames, waiting, steps, ...(replay === undefined ? {} : { replay }) };
}

export function messageRow({ message, runId }: Work['said'][number], work: Work) {
  return {
    workspace_id: work.row.workspaceId,
    contact_id: work.contact?.id,
    seq: message.seq,
    id: message.id,
    sender: message.from,
    content: message.content,
    run_id: runId,
    sent_at: message.sentAt,
  };
}

export function orderRow(order: Order, work: Work) {
  return {
    workspace_id: work.row.workspaceId,
    id: order.id,
    bot_id: work.contact?.botId,
    contact_id: work.contact?.id,
    number: order.number,
    status: order.status,
    currency: order.currency,
    items: order.items,
    total: order.total,
    reference: order.reference,
    created_at: order.createdAt,
    paid_at: order.paidAt,
  };
}

export function eventRow({ row, fire, state, reason, decisions }: SettledEvent, work: Work) {
  return {
    workspace_id: row.workspaceId,
    id: row.id,
    install_id: fire.installId,
    trigger: fire.trigger,
    bot_id: work.contact?.botId ?? null,
    contact_id: row.lane,
    contact_ns: work.contact?.ns ?? null,
    items: fire.items,
    source: fire.source,
    state,
    reason,
    hops: fire.hops,
    cause_run_id: fire.causeRunId,
    url_id: fire.urlId,
    only_subscription_id: fire.onlySubscriptionId,
    fired_by: fire.firedBy,
    fired_at: row.acceptedAt,
    settled_at: work.now,
    arrival: fire.arrival,
    decisions,
  };
}

export function fireRow({ id, fire }: Work['fires'][number], work: Work) {
  return {
    id,
    shard: shardOf(work.row.lane),
    lane: work.row.lane,
    workspace_id: work.row.workspaceId,
    kind: fire.kind,
    body: fire,
    accepted_at: work.now,
  };
}

export function callRow({ run, call }: NonNullable<Work['call']>, work: Work) {
  const top = run.frames.at(-1)?.flow;
  return {
    id: work.world.ids.uuid(`call:${run.id}:${run.turn}`),
    workspace_id: work.row.workspaceId,
    shard: shardOf(work.row.lane),
    lane: work.row.lane,
    run_id: run.id,
    turn: run.turn,
    install_id: top?.is === 'app' ? top.installId : null,
    call,
    due_at: 'afterMs' in call ? new Date(Date.parse(work.now) + call.afterMs).toISOString() : work.now,
    created_at: work.now,
  };
}

export function urlRow(url: OpenUrl, work: Work) {
  return {
    id: url.id,
    workspace_id: work.row.workspaceId,
    install_id: url.installId,
    version_id: url.versionId,
    bot_id: work.contact?.botId ?? null,
    contact_id: work.contact?.id ?? null,
    name: url.name,
    token_hash: hashToken(url.token).toString('hex'),
    app_values: url.values,
    run_id: url.run.id,
    hops: url.run.hops,
    created_at: work.now,
    expires_at: url.expiresAt,
  };
}

/** Only the hash is kept: who reads the database cannot call the URLs. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function parkedRow({ eventId, subscriptionId, reason }: Work['parked'][number], work: Work) {
  return {
    id: work.world.ids.uuid(`parked:${eventId}:${subscriptionId}:${work.row.seq}`),
    workspace_id: work.row.workspaceId,
    event_id: eventId,
    subscription_id: subscriptionId,
    contact_id: work.contact?.id ?? null,
    reason,
    since: work.now,
  };
}

export function rerunRow({ ref, state, says, newRunId, skipped }: Work['reruns'][number], work: Work) {
  return {
    rerun_id: ref.id,
    place: ref.place,
    state,
    says,
    new_run_id: newRunId,
    skipped,
    ended_at: work.now,
  };
}

export function heldRow(row: LaneRow) {
  return {
    lane: row.lane,
    // An answer (held when only newer code knows how to go on from it) stands before all that waited for it.
    seq: row.arrival.kind === 'answer' ? -Math.abs(row.seq) : row.seq,
    shard: row.shard,
    workspace_id: row.workspaceId,
    id: row.id,
    kind: row.arrival.kind,
    body: row.arrival,
    accepted_at: row.acceptedAt,
  };
}

export function timerRow({ runId, turn, dueAt, arrival }: Work['timers'][number], { row }: Work) {
  return {
    run_id: runId,
    turn,
    workspace_id: row.workspaceId,
    shard: shardOf(row.lane),
    lane: row.lane,
    due_at: dueAt,
    arrival,
  };
}

export function entityRow(entity: EntityState, work: Work) {
  return {
    workspace_id: entity.workspaceId,
    lane: entity.lane,
    install_id: entity.installId,
    name: entity.name,
    key: entity.key,
    newest: entity.newest,
    gathering: entity.gathering,
    runs: entity.runs,
    seen_at: work.now,
  };
}
