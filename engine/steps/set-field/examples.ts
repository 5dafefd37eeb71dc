// Examples of the step "Set field".
import type { StepType } from '@bellwire/model/step-type.ts';

export const setFieldExamples: StepType['examples'] = [
  {
    says: 'a lone place keeps its type',
    settings: {
      changes: [
        { field: 'user.cart', value: '{{trigger.items}}' },
        { field: 'user.note', value: '{{trigger.items}} items' },
      ],
    },
    scope: { data: { trigger: { items: [1, 2] } } },
    gives: {
      is: 'go',
      exit: 'next',
      set: [
        { to: 'user.cart', value: [1, 2] },
        { to: 'user.note', value: '[1,2] items' },
      ],
    },
  },
  {
    says: 'a field changed twice counts on; a formula sees the change above it',
    settings: {
      changes: [
        { field: 'user.points', operation: 'add', value: 5 },
        { field: 'user.points', operation: 'add', value: 5 },
        { field: 'user.level', operation: 'formula', formula: 'floor({{user.points}} / 10)' },
      ],
    },
    scope: { data: { user: { points: 12 } } },
    gives: {
      set: [
        { to: 'user.points', value: 17 },
        { to: 'user.points', value: 22 },
        { to: 'user.level', value: 2 },
      ],
    },
  },
  {
    says: 'what cannot be done leaves the field as it was, and the others go on',
    settings: {
      changes: [
        { field: 'app.total', operation: 'divide', value: 0 },
        { field: 'app.state', operation: 'upper' },
      ],
    },
    scope: { data: { app: { total: 5, state: 'paid' } } },
    gives: {
      is: 'go',
      set: [{ to: 'app.state', value: 'PAID' }],
      says: 'app.total was left as it was: there is no such number.',
    },
  },
  {
    says: 'no value is ever read as part of a formula',
    settings: { changes: [{ field: 'user.x', operation: 'formula', formula: '{{user.y}} + 1' }] },
    scope: { data: { user: { y: 'pi' } } },
    gives: { set: [{ to: 'user.x', value: 'pi1' }] },
  },
  {
    says: 'clears a field',
    settings: { changes: [{ field: 'user.status', operation: 'clear' }] },
    gives: { set: [{ to: 'user.status', value: null }] },
  },
];
