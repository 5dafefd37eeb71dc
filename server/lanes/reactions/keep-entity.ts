// Changes what is remembered of the thing that an event tells of; written in the commit of the batch.
import type { EntityState } from '../entity.ts';
import type { Work } from '../work.ts';

export function keepEntity(work: Work, entity: EntityState): void {
  work.entity = entity;
  work.entityChanged = true;
}
