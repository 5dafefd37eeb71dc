// What the forms of an app and of a bot offer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appSchema } from '@bellwire/model/app.ts';
import { appSurroundings } from './app-surroundings.ts';
import { botPlaces } from './bot-surroundings.ts';
import { placeAt } from './surroundings.ts';

const app = appSchema.parse({
  format: 'bellwire.app/1',
  name: 'pay',
  label: 'Pay',
  auth: { is: 'inputs', inputs: [{ name: 'key', type: 'string', title: 'Key' }] },
  fields: [{ name: 'sum', label: 'Sum', type: 'number' }],
});

test('an app field is chosen by the path it is written to, and read in templates with its type', () => {
  const { references, places } = appSurroundings(app);
  assert.deepEqual(references.field, [{ value: 'app.sum', label: 'Sum', about: 'app.sum', type: 'number' }]);
  assert.equal(placeAt(places, 'app.sum')?.type, 'number');
  assert.equal(placeAt(places, 'auth.key')?.label, 'Key');
  assert.equal(placeAt(places, 'user.name'), undefined);
});

test('groups without anything in them are not offered', () => {
  const labels = botPlaces({ userFields: [], installs: [], triggers: [] }).map((group) => group.label);
  assert.deepEqual(labels, ['Contact', 'Newest order', 'Bot']);
});
