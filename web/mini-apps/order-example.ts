// The rule of a trigger's order as a small story, in the words of its own items.
import { COALESCE_SECONDS, type Entity } from '@bellwire/model/entity.ts';

export function orderExample({ name, order, rule, seconds = COALESCE_SECONDS }: Entity): string {
  const late = order === undefined ? '' : ` One whose ${order} is older than the newest seen is dropped.`;
  switch (rule) {
    case 'in-order':
      return `Two events of one ${name} come: both run, in the order in which they were accepted.`;
    case 'newest-wins':
      return `A ${name} is at ${order ?? 'version'} 3, and an event with 2 comes late: it starts nothing, and its story says why.`;
    case 'coalesce':
      return `Three events of one ${name} come within ${seconds} seconds: the last one runs, once, and the other two say by which event they were taken up.${late}`;
    case 'supersede':
      return `An event of a ${name} has started a flow that still waits. A newer one comes: that run ends, says by which event, and the newer one runs.${late}`;
  }
}
