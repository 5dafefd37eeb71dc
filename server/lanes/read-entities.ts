// Reads what is known of the things that a batch's events tell of; those not seen before come back as unseen.
import type pg from 'pg';
import { entityId, unseenEntity, type EntityName, type EntityState } from './entity.ts';

export async function readEntities(
  session: pg.Client,
  names: readonly EntityName[],
): Promise<readonly EntityState[]> {
  if (names.length === 0) return [];
  const { rows } = await session.query<EntityState>({
    name: 'lane-entities',
    text: `select workspace_id as "workspaceId", lane, install_id as "installId", name, key, newest, gathering, runs
             from entity join unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as n(lane, install_id, name, key)
               using (lane, install_id, name, key)`,
    values: [
      names.map(({ lane }) => lane),
      names.map(({ installId }) => installId),
      names.map(({ name }) => name),
      names.map(({ key }) => key),
    ],
  });
  const found = new Map(rows.map((row) => [entityId(row), row]));
  return names.map((name) => found.get(entityId(name)) ?? unseenEntity(name));
}
