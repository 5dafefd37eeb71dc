// A flow of its own for a part that is new.
import type { App } from '@bellwire/model/app.ts';
import type { Change } from '@bellwire/model/changes/change.ts';
import { partNames } from '@bellwire/model/app-part.ts';
import { emptyFlow } from '@bellwire/model/flow.ts';
import { nameFrom } from '@bellwire/model/name.ts';

/** The flow's name, and the change that makes it. */
export function newFlow(app: App, label: string): { name: string; change: Change } {
  const name = nameFrom(label, partNames(app, 'flows'));
  return {
    name,
    change: { is: 'put-part', part: 'flows', value: { ...emptyFlow, name, label, kind: 'flow' } },
  };
}
