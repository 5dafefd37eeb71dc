// Saved tests of an app: red with what differs, green where all is as expected.
import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { appTestSchema } from '@bellwire/model/app-test.ts';
import { runAppTest } from './run-app-test.ts';
import { shop } from './testing/acme-shop.ts';

const app = shop.installs[0]?.app;
const auth = { token: 'secret' };

function run(written: object) {
  if (app === undefined) throw new TypeError('The shop has no app.');
  return runAppTest(app, appTestSchema.parse({ name: 'one', label: 'One', ...written }), auth);
}

const paying = {
  action: 'create_link',
  inputs: [{ input: 'amount', value: 5 }],
  answers: [{ step: 'request', status: 200, body: { url: 'https://pay.example/1' } }],
};

test('an action is run with its inputs and the made-up answer, and gives back what is expected', () => {
  const { differences, played } = run({
    ...paying,
    expect: { outputs: [{ output: 'link', value: 'https://pay.example/1' }] },
  });
  deepEqual(differences, []);
  equal(played.run.status, 'done');
});

test('what differs is told with what was expected and what came', () => {
  const { differences } = run({
    ...paying,
    expect: { ends: 'failed', outputs: [{ output: 'link', value: 'https://pay.example/2' }] },
  });
  deepEqual(differences, [
    { what: 'the end', expected: 'failed', got: 'well' },
    { what: 'output "link"', expected: 'https://pay.example/2', got: 'https://pay.example/1' },
  ]);
});

test('a flow fires what is expected; an event too many is a difference', () => {
  const reporting = { flow: 'report', fields: [{ field: 'sum', value: 7 }] };
  const items = [{ item: 'amount', value: 7 }];
  deepEqual(run({ ...reporting, expect: { fires: [{ trigger: 'paid', items }] } }).differences, []);
  deepEqual(run(reporting).differences, [{ what: 'events fired', expected: [], got: ['paid'] }]);
});

test('a request without an answer fails the step, and says how to give one', () => {
  const { played, differences } = run({ ...paying, answers: [] });
  equal(differences[0]?.what, 'the end');
  match(JSON.stringify(played.run.history), /The test has no answer for the step \\"request\\"/);
});
