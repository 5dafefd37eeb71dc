// Which thing an event tells of, by the contract of its trigger.
import { isComplaint, markOf, type Entity, type EntityMark } from '@bellwire/model/entity.ts';
import type { Arrival, FireArrival } from './arrival.ts';
import type { Definitions } from './definitions.ts';
import type { EntityName } from './entity.ts';
import type { LaneRow, PastEvent } from './work.ts';

export interface MarkedEvent {
  readonly entity: Entity;
  readonly mark: EntityMark;
}

/** Null where the trigger names no entity, and for an event of an older version that cannot tell which one it is of. */
export function markedEvent(
  definitions: Definitions,
  { installId, trigger, items }: Pick<FireArrival, 'installId' | 'trigger' | 'items'>,
): MarkedEvent | null {
  const entity = definitions.installs.get(installId)?.entities.get(trigger);
  if (entity === undefined) return null;
  const mark = markOf(entity, items);
  return isComplaint(mark) ? null : { entity, mark };
}

/** The one whose state an arrival needs, if any. */
export function entityNamedBy(
  { arrival, workspaceId, lane }: LaneRow,
  definitions: Definitions,
  past: ReadonlyMap<string, PastEvent>,
): EntityName | null {
  if (arrival.kind === 'gathered')
    return { workspaceId, lane, installId: arrival.installId, name: arrival.name, key: arrival.key };
  const fire = arrival.kind === 'fire' ? arrival : pastFire(arrival, past);
  const marked = fire === undefined ? null : markedEvent(definitions, fire);
  if (fire === undefined || marked === null) return null;
  return { workspaceId, lane, installId: fire.installId, name: marked.entity.name, key: marked.mark.key };
}

/** An arrival that names an event of before is about what that one tells of. */
function pastFire(arrival: Arrival, past: ReadonlyMap<string, PastEvent>): FireArrival | undefined {
  return 'eventId' in arrival && arrival.eventId !== null ? past.get(arrival.eventId)?.fire : undefined;
}
