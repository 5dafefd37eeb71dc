// The connections to one origin: never more than the limit, kept for a while for the next request.
import type { Connection } from './connection.ts';
import { EgressFailure } from './egress-answer.ts';

export interface OriginPoolRules {
  readonly open: () => Connection;
  readonly limit: number;
  readonly idleMs: number;
  /** Called when the last connection has gone, so that the pool itself can be forgotten. */
  readonly whenEmpty: () => void;
}

export class OriginPool {
  readonly #origin: string;
  readonly #rules: OriginPoolRules;
  readonly #idle = new Map<Connection, NodeJS.Timeout>();
  // A set keeps the order of arrival and forgets one that gave up without a search.
  readonly #waiting = new Set<(connection: Connection) => void>();
  #open = 0;

  constructor(origin: string, rules: OriginPoolRules) {
    this.#origin = origin;
    this.#rules = rules;
  }

  /** @throws EgressFailure `timeout` where the signal is aborted before a connection is free. */
  async take(signal: AbortSignal): Promise<Connection> {
    // The one used last, so that the others can grow old and be closed.
    const [rested, timer] = [...this.#idle].at(-1) ?? [];
    if (rested !== undefined) {
      clearTimeout(timer);
      this.#idle.delete(rested);
      return rested;
    }
    if (this.#open >= this.#rules.limit) return this.#waitInLine(signal);
    this.#open += 1;
    return this.#rules.open();
  }

  /** A destroyed connection is given back too: that is what frees its place. */
  giveBack(connection: Connection): void {
    const [next] = this.#waiting;
    if (next !== undefined) {
      this.#waiting.delete(next);
      next(connection.client.destroyed ? this.#rules.open() : connection);
    } else if (connection.client.destroyed) {
      this.#drop(connection);
    } else {
      this.#idle.set(connection, setTimeout(() => this.#drop(connection), this.#rules.idleMs).unref());
    }
  }

  closeIdle(): void {
    for (const connection of this.#idle.keys()) this.#drop(connection);
  }

  #drop(connection: Connection): void {
    clearTimeout(this.#idle.get(connection));
    this.#idle.delete(connection);
    connection.destroy(new EgressFailure('reset', `The connection to ${this.#origin} was closed.`));
    this.#open -= 1;
    if (this.#open === 0) this.#rules.whenEmpty();
  }

  #waitInLine(signal: AbortSignal): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const go = (connection: Connection) => {
        signal.removeEventListener('abort', giveUp);
        resolve(connection);
      };
      const giveUp = () => {
        this.#waiting.delete(go);
        const says = `All ${this.#open} connections to ${this.#origin} stayed busy until the time was over. Send fewer requests at once, or allow more time.`;
        reject(new EgressFailure('timeout', says));
      };
      this.#waiting.add(go);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }
}
