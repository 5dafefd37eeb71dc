// What the owner of shards remembers between batches: contacts as they are now, and which lanes are held up by an outside answer.
import type { ContactState } from '@bellwire/model/contact.ts';
import { entityId, type EntityName, type EntityState } from './entity.ts';
import { LruMap } from './lru-map.ts';
import { shardOf } from './shard.ts';

/** About 2 KB a contact: at most some 40 MB. */
const MOST_CONTACTS = 20_000;

/** Some hundred bytes each, but those that gather hold an event's items. */
const MOST_ENTITIES = 20_000;
const MINUTE_MS = 60_000;

/**
 * Right only as long as the shards are ours and the last commit went through: the owner is the only writer of its lanes.
 * When either is in doubt, forget all and learn from the database again.
 */
export class LaneState {
  readonly #contacts = new LruMap<string, ContactState>(MOST_CONTACTS);
  readonly #entities = new LruMap<string, EntityState>(MOST_ENTITIES);
  readonly #flowFires = new LruMap<string, { readonly since: number; readonly count: number }>(MOST_CONTACTS);
  /** Lanes in which a run waits for an answer: nothing else moves there until it comes. */
  readonly waiting = new Set<string>();
  /** Lanes with arrivals put aside behind such a run. */
  readonly held = new Set<string>();

  contact(lane: string): ContactState | undefined {
    return this.#contacts.get(lane);
  }

  keep(contact: ContactState): void {
    this.#contacts.set(contact.id, contact);
  }

  entity(name: EntityName): EntityState | undefined {
    return this.#entities.get(entityId(name));
  }

  keepEntity(entity: EntityState): void {
    this.#entities.set(entityId(entity), entity);
  }

  /** Fires by flows in a lane within the minute that began with the first of them, up to this time (ISO-8601). */
  flowFires(lane: string, at: string): number {
    const seen = this.#flowFires.get(lane);
    return seen === undefined || Date.parse(at) - seen.since >= MINUTE_MS ? 0 : seen.count;
  }

  countFlowFire(lane: string, at: string): void {
    const count = this.flowFires(lane, at);
    const since = count === 0 ? Date.parse(at) : (this.#flowFires.get(lane)?.since ?? 0);
    this.#flowFires.set(lane, { since, count: count + 1 });
  }

  /**
   * For shards that are taken or given up: another worker may have them, or have had them since. What is left from before is
   * not true any more, and a lane that seems to wait for an answer that was worked off elsewhere would wait for ever.
   */
  forgetShards(shards: readonly number[]): void {
    const taken = new Set(shards);
    for (const lanes of [this.waiting, this.held]) {
      for (const lane of lanes) if (taken.has(shardOf(lane))) lanes.delete(lane);
    }
    this.#contacts.clear();
    this.#entities.clear();
  }

  /** Lanes whose run has its answer, so that what waited behind it can go on. */
  released(): string[] {
    return [...this.held].filter((lane) => !this.waiting.has(lane));
  }

  forgetAll(): void {
    this.#contacts.clear();
    this.#entities.clear();
    this.waiting.clear();
    this.held.clear();
  }
}
