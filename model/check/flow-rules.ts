// The rules of a flow, one line each; they hold in apps and in bots alike.
import { exitsLeadOn } from './exits-lead-on.ts';
import { kindKept } from './kind-kept.ts';
import { loopsPause } from './loops-pause.ts';
import { placesKnown } from './places-known.ts';
import { referencesKnown } from './references-known.ts';
import type { FlowRule } from './rule.ts';
import { settingsReadable } from './settings-readable.ts';
import { startSet } from './start-set.ts';
import { stepIdsUnique } from './step-ids-unique.ts';
import { stepTypesKnown } from './step-types-known.ts';
import { stepsReachable } from './steps-reachable.ts';

export const flowRules: Readonly<Record<string, FlowRule>> = {
  stepIdsUnique,
  stepTypesKnown,
  kindKept,
  startSet,
  exitsLeadOn,
  settingsReadable,
  referencesKnown,
  placesKnown,
  stepsReachable,
  loopsPause,
};
