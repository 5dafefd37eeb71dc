// Has the owner's memory know the things that a batch's events tell of; costs nothing where no app names an entity.
import type pg from 'pg';
import type { Definitions } from './definitions.ts';
import { entityId, type EntityName } from './entity.ts';
import type { LaneState } from './lane-state.ts';
import { entityNamedBy } from './marked-event.ts';
import { readEntities } from './read-entities.ts';
import type { LaneRow, PastEvent } from './work.ts';

interface Known {
  readonly definitions: ReadonlyMap<string, Definitions>;
  /** By the event's id. */
  readonly past: ReadonlyMap<string, PastEvent>;
}

/** @returns by arrival, which thing its event tells of. */
export async function loadEntities(
  { session, state }: { readonly session: pg.Client; readonly state: LaneState },
  rows: readonly LaneRow[],
  { definitions, past }: Known,
): Promise<ReadonlyMap<string, EntityName>> {
  const named = new Map<string, EntityName>();
  for (const row of rows) {
    const known = definitions.get(row.workspaceId);
    // What has begun to gather goes on, even if the app no longer names an entity.
    if (known === undefined || (!known.hasEntities && row.arrival.kind !== 'gathered')) continue;
    const name = entityNamedBy(row, known, past);
    if (name !== null) named.set(row.id, name);
  }
  if (named.size === 0) return named;
  const unknown = new Map<string, EntityName>();
  for (const name of named.values()) if (state.entity(name) === undefined) unknown.set(entityId(name), name);
  for (const entity of await readEntities(session, [...unknown.values()])) state.keepEntity(entity);
  return named;
}
