// A contact as flows see it: its profile, its user fields, its newest order, and where its conversation stands.
import type { JsonObject } from './json.ts';
import type { Order } from './order.ts';

export interface ContactState {
  readonly id: string;
  /** The public id, `f<bot number>u<number>`. */
  readonly ns: string;
  readonly workspaceId: string;
  readonly botId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string | null;
  readonly timeZone: string | null;
  /** User fields by name. */
  readonly fields: JsonObject;
  readonly tags: readonly string[];
  /** Until when the bot keeps quiet for this contact; null while it is active. */
  readonly pausedUntil: string | null;
  /** The run that waits for this contact's next message. */
  readonly askingRunId: string | null;
  readonly lastText: string | null;
  readonly lastSeq: number;
  /** The newest order: what "the order" means in a flow. */
  readonly order: Order | null;
}
