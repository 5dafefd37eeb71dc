// Sends events as fast as answers come (closed loop), or at a fixed rate (open loop): runs as a process of its own.
import { openConnection, type LoadConnection, type LoadTarget } from './load-client.ts';

export interface LoadPlan {
  readonly target: LoadTarget;
  readonly connections: number;
  readonly contacts: readonly string[];
  /** Events in one request. */
  readonly batch: number;
  readonly seconds: number;
  /** Requests a second for an open loop; null sends the next one when the answer is in. */
  readonly rate: number | null;
}

export interface LoadResult {
  readonly events: number;
  readonly requests: number;
  readonly refused: number;
  readonly firstRefusal: string | null;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Event id and when its request was to go out (epoch ms), for an open loop. */
  readonly sent: readonly (readonly [string, number])[];
}

async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const connections = await Promise.all(
    Array.from({ length: plan.connections }, () => openConnection(plan.target)),
  );
  const state: LoadState = {
    next: 0,
    requests: 0,
    refused: 0,
    firstRefusal: null,
    times: [],
    sent: [],
  };
  const startedAt = performance.now();
  await (plan.rate === null
    ? closedLoop(plan, connections, state)
    : openLoop(plan, plan.rate, connections, state));
  const seconds = (performance.now() - startedAt) / 1000;
  for (const connection of connections) connection.close();
  state.times.sort((a, b) => a - b);
  return {
    events: (state.requests - state.refused) * plan.batch,
    requests: state.requests,
    refused: state.refused,
    firstRefusal: state.firstRefusal,
    seconds,
    p50Ms: percentile(state.times, 0.5),
    p99Ms: percentile(state.times, 0.99),
    sent: state.sent,
  };
}

interface LoadState {
  next: number;
  requests: number;
  refused: number;
  firstRefusal: string | null;
  readonly times: number[];
  readonly sent: [string, number][];
}

async function closedLoop(
  plan: LoadPlan,
  connections: readonly LoadConnection[],
  state: LoadState,
): Promise<void> {
  const until = performance.now() + plan.seconds * 1000;
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < until) await one(plan, connection, state, performance.now());
    }),
  );
}

/** Requests go out by the clock whether answers have come or not, and are timed from when they were to go: no coordinated omission. */
async function openLoop(
  plan: LoadPlan,
  rate: number,
  connections: readonly LoadConnection[],
  state: LoadState,
): Promise<void> {
  const free = [...connections];
  const waiting: ((connection: LoadConnection) => void)[] = [];
  const take = (): Promise<LoadConnection> => {
    const connection = free.pop();
    return connection === undefined
      ? new Promise((resolve) => waiting.push(resolve))
      : Promise.resolve(connection);
  };
  const give = (connection: LoadConnection): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(connection);
    else next(connection);
  };
  const startedAt = performance.now();
  const all: Promise<void>[] = [];
  for (let count = 0; count < rate * plan.seconds; count++) {
    const dueAt = startedAt + (count * 1000) / rate;
    const pause = dueAt - performance.now();
    if (pause > 1) await new Promise((resolve) => setTimeout(resolve, pause));
    all.push(
      take().then(async (connection) => {
        await one(plan, connection, state, dueAt);
        give(connection);
      }),
    );
  }
  await Promise.all(all);
}

async function one(
  plan: LoadPlan,
  connection: LoadConnection,
  state: LoadState,
  dueAt: number,
): Promise<void> {
  const answer = await connection.post(bodyOf(plan, state));
  const now = performance.now();
  state.requests += 1;
  state.times.push(now - dueAt);
  if (answer.status !== 202 || answer.body.includes('"refused"')) {
    state.refused += 1;
    state.firstRefusal ??= `${answer.status} ${answer.body.slice(0, 300)}`;
    return;
  }
  const eventId = plan.rate === null ? undefined : /"eventId":"([0-9a-f-]+)"/.exec(answer.body)?.[1];
  if (eventId !== undefined) state.sent.push([eventId, performance.timeOrigin + dueAt]);
}

function bodyOf(plan: LoadPlan, state: LoadState): string {
  if (plan.batch === 1) return eventText(plan, state);
  return `{"events":[${Array.from({ length: plan.batch }, () => eventText(plan, state)).join(',')}]}`;
}

/** About the size of a payment event; the status is always "paid", so that each one runs the whole flow. */
function eventText({ contacts }: LoadPlan, state: LoadState): string {
  const n = state.next++;
  const contact = contacts[n % contacts.length] ?? '';
  return `{"trigger":"payment_paid","contact":"${contact}","items":{"status":"paid","amount":${n % 500},"currency":"EUR","reference":"ref-${n}"}}`;
}

function percentile(sorted: readonly number[], share: number): number {
  return (
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100
  );
}

/** As a child process: the plan comes in as a message, the result goes out as one. */
if (process.send !== undefined) {
  process.once('message', (plan: LoadPlan) => {
    void runLoad(plan).then((result) => process.send?.(result, () => process.disconnect()));
  });
}
