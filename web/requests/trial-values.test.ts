// Tests of the sample values of a trial: which are asked for, and what they become.
import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { outgoingRequestSchema } from '@bellwire/model/outgoing-request.ts';
import { requestIn, withRequest } from './request-in-form.ts';
import { placesRead, valuesFrom } from './trial-values.ts';

test('each place that the request reads is asked for once', () => {
  const request = outgoingRequestSchema.parse({
    url: 'https://a.example/{{app.id}}?at={{now}}',
    query: [{ name: 'id', value: '{{app.id | upper}}' }],
    body: 'json',
    json: '{"a": {{app["order-id"]}}}',
  });
  deepEqual(placesRead(request), ['app.id', 'app.order-id']);
});

test('what is typed becomes a value at its place', () => {
  deepEqual(
    valuesFrom({
      'app.amount': '12.5',
      'app.id': '"12"',
      'app["order-id"]': 'A 1',
      'app.order.items': '[1]',
      search: 'x',
    }),
    { app: { amount: 12.5, id: '12', 'order-id': 'A 1', order: { items: [1] } }, search: 'x' },
  );
});

test('a request is read out of the settings of a step, and put back beside them', () => {
  const step = { url: 'https://a.example', timeoutSeconds: '{{app.n}}', routes: [{ when: '4' }], token: '' };
  const request = outgoingRequestSchema.parse({ url: 'https://a.example' });
  deepEqual(requestIn(step), request);
  deepEqual(withRequest(step, request), { ...request, routes: [{ when: '4' }] });
  deepEqual(requestIn({ method: 'GET' }), undefined);
});
