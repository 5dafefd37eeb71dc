// Runs the examples that the rules declare.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appSchema } from '../app.ts';
import type { Complaint } from '../problem.ts';
import { testContexts, testTools } from '../testing/flow-context.ts';
import { appRules } from './app-rules.ts';
import { flowRules } from './flow-rules.ts';

for (const [name, rule] of Object.entries(appRules)) {
  for (const example of rule.examples) {
    test(`${name}: ${example.says}`, () => {
      const app = appSchema.parse({ format: 'bellwire.app/1', name: 'pay', label: 'Pay', ...example.app });
      assertComplains(rule.check(app, testTools), example.complains);
    });
  }
}

for (const [name, rule] of Object.entries(flowRules)) {
  for (const example of rule.examples) {
    test(`${name}: ${example.says}`, () => {
      const { side = 'app', kind = 'flow', flow, complains } = example;
      assertComplains(rule.check(flow, { ...testContexts[side], kind }), complains);
    });
  }
}

for (const [name, rule] of Object.entries({ ...appRules, ...flowRules })) {
  test(`${name}: has an example that it complains of`, () => {
    assert.ok(rule.examples.some((example) => example.complains.length > 0));
  });
}

/** Each complaint is whole sentences and begins as expected. */
function assertComplains(complaints: readonly Complaint[], expected: readonly string[]): void {
  const told = complaints.map(({ path, says }) => `${path.join('.')}: ${says}`);
  const begun = told.map((text, index) => text.slice(0, expected[index]?.length ?? text.length));
  assert.deepEqual(begun, expected);
  for (const { says } of complaints) assert.match(says, /^[A-Z].*[.?]$/);
}
