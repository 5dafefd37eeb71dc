// What the owner of shards remembers between batches: contacts as they are now, and which lanes are held up by an outside answer.
import type { ContactState } from '@bellwire/model/contact.ts';
import { LruMap } from './lru-map.ts';
import { shardOf } from './shard.ts';

/** About 2 KB a contact: at most some 40 MB. */
const MOST_CONTACTS = 20_000;

/**
 * Right only as long as the shards are ours and the last commit went through: the owner is the only writer of its lanes.
 * When either is in doubt, forget all and learn from the database again.
 */
export class LaneState {
  readonly #contacts = new LruMap<string, ContactState>(MOST_CONTACTS);
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
  }

  /** Lanes whose run has its answer, so that what waited behind it can go on. */
  released(): string[] {
    return [...this.held].filter((lane) => !this.waiting.has(lane));
  }

  forgetAll(): void {
    this.#contacts.clear();
    this.waiting.clear();
    this.held.clear();
  }
}
