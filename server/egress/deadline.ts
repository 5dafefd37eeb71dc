// Ends a request when its whole time is over.
import { EgressFailure } from './egress-answer.ts';

export interface Deadline extends Disposable {
  /** Aborted with an EgressFailure `timeout`. */
  readonly signal: AbortSignal;
}

// A longer one would overflow Node's timers, which then fire at once.
const longestMs = 2_147_483_647;

/** @throws EgressFailure `bad-request` where the time is no positive number. */
export function startDeadline(timeoutMs: number, host: string): Deadline {
  if (!(timeoutMs > 0 && timeoutMs <= longestMs)) {
    const says = `The timeout for ${host} is ${timeoutMs}. Expected milliseconds above 0.`;
    throw new EgressFailure('bad-request', says);
  }
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new EgressFailure('timeout', `${host} did not answer in full within ${timeoutMs} ms.`));
  }, timeoutMs);
  return { signal: controller.signal, [Symbol.dispose]: () => clearTimeout(timer) };
}
