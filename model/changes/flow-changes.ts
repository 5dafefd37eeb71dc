// The kinds of changes of a flow, one line each.
import { addStep } from './add-step.ts';
import type { FlowChangeKind } from './change-kind.ts';
import { connect } from './connect.ts';
import { disconnect } from './disconnect.ts';
import type { FlowChange } from './flow-change.ts';
import { moveStep } from './move-step.ts';
import { removeStep } from './remove-step.ts';
import { replaceSteps } from './replace-steps.ts';
import { setStart } from './set-start.ts';
import { setStep } from './set-step.ts';

export const flowChanges: { readonly [Is in FlowChange['is']]: FlowChangeKind<Is> } = {
  'add-step': addStep,
  'remove-step': removeStep,
  connect,
  disconnect,
  'move-step': moveStep,
  'set-step': setStep,
  'set-start': setStart,
  'replace-steps': replaceSteps,
};
