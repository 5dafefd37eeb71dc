// Tells the shop what became of a payment, and tries again while nobody answers or the answer is a failure of theirs.
import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery, Payment } from './payment.ts';

export interface CallbackOptions {
  /** Before each further try. */
  readonly pausesMs: readonly number[];
  readonly signal: AbortSignal;
  readonly onDelivery: (payment: Payment, delivery: Delivery) => void;
}

/** Ends when the callback was taken, refused for good (4xx), or has been tried once more than there are pauses. */
export async function sendCallback(
  payment: Payment,
  { pausesMs, signal, onDelivery }: CallbackOptions,
): Promise<void> {
  const body = JSON.stringify(callbackBody(payment));
  for (let attempt = 1; !signal.aborted; attempt++) {
    const delivery = await deliver(payment.callbackUrl, body, attempt, signal);
    payment.deliveries.push(delivery);
    onDelivery(payment, delivery);
    const pauseMs = pausesMs[attempt - 1];
    if (!isWorthAnother(delivery) || pauseMs === undefined) return;
    await pause(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

function callbackBody({ status, amount, currency, order, reference }: Payment) {
  return { event: `payment.${status}`, status, amount, currency, order, reference };
}

async function deliver(url: string, body: string, attempt: number, signal: AbortSignal): Promise<Delivery> {
  const at = new Date().toISOString();
  const started = performance.now();
  const status = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'AcmePay/1.0' },
    body,
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
  }).then(
    (response) => response.status,
    () => undefined,
  );
  return { at, attempt, status, ms: Math.round(performance.now() - started) };
}

function isWorthAnother({ status }: Delivery): boolean {
  return status === undefined || status >= 500;
}
