// Makes up changes for property tests: most can be made, some cannot.
import * as fc from 'fast-check';
import { appParts } from '../app.ts';
import { changeSchema, type Change } from '../changes/change.ts';
import { flowChangeSchema, type FlowChange } from '../changes/flow-change.ts';
import { anyAppInput, anyJson, anyName } from './any-app.ts';

const anyId = fc.constantFrom('s1', 's2', 's3', 's4');
const anyExit = fc.constantFrom('next', 'yes', 'no');
const anyStep = fc.record({
  id: anyId,
  type: fc.constant('unknown'),
  settings: fc.record({ value: anyJson }),
  exits: fc.dictionary(anyExit, anyId, { noNullPrototype: true }),
});

export const anyFlowChange: fc.Arbitrary<FlowChange> = fc
  .oneof(
    fc.record(
      { is: fc.constant('add-step'), step: anyStep, before: anyId },
      { requiredKeys: ['is', 'step'] },
    ),
    fc.record({ is: fc.constant('remove-step'), id: anyId }),
    fc.record({ is: fc.constant('connect'), from: anyId, exit: anyExit, to: anyId }),
    fc.record({ is: fc.constant('disconnect'), from: anyId, exit: anyExit }),
    fc.record({
      is: fc.constant('move-step'),
      id: anyId,
      at: fc.option(fc.record({ x: fc.integer(), y: fc.integer() })),
    }),
    fc.record(
      {
        is: fc.constant('set-step'),
        id: anyId,
        type: fc.constant('wait'),
        settings: fc.record({ minutes: anyJson }),
        label: fc.option(fc.constant('Pause')),
      },
      { requiredKeys: ['is', 'id'] },
    ),
    fc.record({ is: fc.constant('set-start'), id: fc.option(anyId) }),
    fc.record({
      is: fc.constant('replace-steps'),
      start: fc.constant(null),
      steps: fc.array(anyStep, { maxLength: 1 }),
    }),
  )
  .map((change) => flowChangeSchema.parse(change));

const anyPart = fc.constantFrom(...appParts);

/** Takes its values from a second app that was made up. */
const anyAppChange = fc.tuple(anyAppInput, anyPart, anyName, anyName).chain(([app, part, name, other]) =>
  fc.constantFrom(
    {
      is: 'set-settings',
      set: { label: app.label, docsUrl: app.docsUrl ?? null, subscribe: app.subscribe ?? null, hosts: [] },
    },
    { is: 'set-auth', auth: app.auth ?? { is: 'none' } },
    ...(app[part] ?? []).map((value) => ({ is: 'put-part', part, value, before: other })),
    ...(app[part] ?? []).map((value) => ({ is: 'put-part', part, value })),
    { is: 'remove-part', part, name },
    { is: 'rename-part', part, from: name, to: other },
    { is: 'move-part', part, name, before: other },
    { is: 'move-part', part, name, before: null },
    { is: 'replace', app },
  ),
);

export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  anyAppChange.map((change) => changeSchema.parse(change)),
  fc.tuple(anyFlowChange, anyName).map(([change, flow]) => ({ ...change, flow })),
);
