// What a step wants done: said as data by the pure engine, done once by the server. One line per kind.
import { z } from 'zod';
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

interface TagEffect {
  readonly is: 'tag';
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

interface PauseEffect {
  readonly is: 'pause';
  /** Null lets the bot talk again. */
  readonly until: string | null;
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
export type Effect = SayEffect | OrderEffect | TagEffect | PauseEffect | FireEffect | MakeUrlEffect;

export type EffectKind = Effect['is'];

/** A request to the outside world: done at least once, always with the same key. A schema, since runs keep it between tries. */
export const callSchema = z.strictObject({
  /** Sent as `idempotency-key`: the same at every try, so that the other side can tell a second try from a second wish. */
  key: z.string(),
  method: z.string(),
  url: z.string(),
  headers: z.array(z.strictObject({ name: z.string(), value: z.string() })).readonly(),
  body: z.string().nullable(),
  timeoutMs: z.number(),
  /** Pause before this try, for a try after a failed one. */
  afterMs: z.number(),
  /** HTTP Basic from two values, which may be secrets: put together where secrets are opened, never here. */
  basic: z.strictObject({ user: z.string(), password: z.string() }).nullable(),
});

export type Call = Readonly<z.infer<typeof callSchema>>;

/** What came back: an answer of any status, or why there was none. */
export type CallAnswer =
  | {
      readonly is: 'answer';
      readonly status: number;
      readonly headers: JsonObject;
      readonly body: Json;
      readonly ms: number;
    }
  | { readonly is: 'failed'; readonly reason: string; readonly says: string; readonly ms: number };
