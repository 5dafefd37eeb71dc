// What only newer code knows is left for it: during an upgrade, an older worker may come upon arrivals and steps it has never heard of.
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import type { World } from '@bellwire/engine/world.ts';

/** The arrival waits, and with it its lane, until a worker that knows has the shard. */
export class NewerCodeError extends Error {
  constructor(what: string) {
    super(`This version knows no ${what}; it is left for a worker of the version that does.`);
  }
}

/** Those that this code knows. A flow that was published had only known ones, so another comes from newer code. */
export const ownStepTypes: World['stepTypes'] = {
  get: (name) => {
    const type = stepTypeMap.get(name);
    if (type === undefined) throw new NewerCodeError(`step type "${name}"`);
    return type;
  },
};
