// Tests of what step types complain of when a flow is checked, each complaint at its place.
import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '@bellwire/model/json.ts';
import { stepTypeMap } from './step-types.ts';

function complaints(type: string, settings: JsonObject): string[] {
  const found = stepTypeMap.get(type)?.check(settings) ?? [];
  return found.map(({ path, says }) => `${path.join('.')}: ${says}`);
}

const request = { url: 'https://a.example', method: 'POST' };
const clause = { field: 'user.age', operator: 'greater', value: 'old' };
const cases: readonly {
  readonly type: string;
  readonly settings: JsonObject;
  readonly says: readonly string[];
}[] = [
  {
    type: 'external-request',
    settings: { ...request, body: 'json', json: '{"a": {{app.x}}, "b": "{{app.y}}"}' },
    says: [],
  },
  {
    type: 'external-request',
    settings: { ...request, method: 'GET', body: 'raw' },
    says: ['body: A GET request has no body. Choose POST, or no body.'],
  },
  {
    type: 'external-request',
    settings: { ...request, routes: [{ when: '404' }, { when: '404' }, { when: '9' }] },
    says: [
      'routes.1.when: There is a way for 404 already. Remove one of them.',
      'routes.2.when: "9" is no status. Write a first digit from 2 to 5, or a status such as 404.',
    ],
  },
  {
    type: 'condition',
    settings: { branches: [{ condition: { match: 'all', clauses: [clause] } }] },
    says: ['branches.0.condition.clauses.0.value: The value must be a number like 12.5, but is "old".'],
  },
  {
    type: 'split',
    settings: { variations: [{ label: 'A', weight: 0 }], again: true },
    says: [
      'variations: All weights are 0, so no variation can be picked. Give one a weight.',
      'field: To go the same way again, the pick has to be kept. Choose a field.',
    ],
  },
  {
    type: 'split',
    settings: { variations: [] },
    says: ['variations: There are no variations. Add two or more.'],
  },
  {
    type: 'question',
    settings: { text: 'Size?', answer: 'choice' },
    says: ['choices: There is nothing to choose from. Add a choice, or take any text as the answer.'],
  },
  {
    type: 'order',
    settings: { items: [], currency: 'Euro' },
    says: [
      'items: An order needs an item. Add one.',
      'currency: "Euro" is no currency. Use a code of three letters, such as EUR.',
    ],
  },
  {
    type: 'order',
    settings: { items: [{ name: 'Mug', unitPrice: 1 }], currency: '{{user.currency}}' },
    says: [],
  },
  { type: 'order', settings: { do: 'set-status' }, says: [] },
  {
    type: 'app-action',
    settings: { action: 'pay' },
    says: ['action: "pay" does not name an app and its action. Choose the action again.'],
  },
  {
    type: 'set-field',
    settings: { changes: [{ field: 'user.x', operation: 'formula', formula: '1 ++' }] },
    says: [
      'changes.0.formula: The formula cannot be read: A number, a "text", a field or a function is expected here.',
    ],
  },
];

for (const { type, settings, says } of cases) {
  test(`${type} with ${JSON.stringify(settings)} ${says.length === 0 ? 'is fine' : 'is complained of'}`, () => {
    deepEqual(complaints(type, settings), says);
  });
}
