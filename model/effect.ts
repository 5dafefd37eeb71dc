// What a step wants done: said as data by the pure engine, done once by the server. One line per kind.
import type { Json, JsonObject } from './json.ts';
import type { Content } from './message.ts';
import type { Order } from './order.ts';

interface SayEffect {
  readonly is: 'say';
  readonly content: Content;
}

/** Stores the order as it is now: new, or changed. The whole order, so that doing it again changes nothing. */
interface OrderEffect {
  readonly is: 'order';
  readonly order: Order;
}

interface FireEffect {
  readonly is: 'fire';
  readonly eventId: string;
  readonly installId: string;
  readonly trigger: string;
  readonly items: JsonObject;
}

interface MakeUrlEffect {
  readonly is: 'make-url';
  readonly id: string;
  readonly token: string;
  readonly installId: string;
  /** The name of the one-time URL in the app. */
  readonly url: string;
  readonly expiresAt: string;
  /** The app field values at this moment: the run that the call starts goes on with them. */
  readonly values: JsonObject;
}

/** Effects that happen inside the database, together with the run's own state: exactly once. */
export type Effect = SayEffect | OrderEffect | FireEffect | MakeUrlEffect;

export type EffectKind = Effect['is'];

/** A request to the outside world: done at least once, always with the same key. */
export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: string | null;
  readonly timeoutMs: number;
  /** Pause before this try, for a try after a failed one. */
  readonly afterMs: number;
  /** HTTP Basic from two values, which may be secrets: put together where secrets are opened, never here. */
  readonly basic: { readonly user: string; readonly password: string } | null;
}

/** What came back: an answer of any status, or why there was none. */
export type CallAnswer =
  | { readonly is: 'answer'; readonly status: number; readonly headers: JsonObject; readonly body: Json; readonly ms: number }
  | { readonly is: 'failed'; readonly reason: string; readonly says: string; readonly ms: number };
