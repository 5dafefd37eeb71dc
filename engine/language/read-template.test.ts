// Tests of reading templates for the check, and that a rename in the model reads them as the language does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { swapInTemplate } from '@bellwire/model/mentions/template-names.ts';
import { anyTemplate } from '@bellwire/model/testing/any-app.ts';
import * as fc from 'fast-check';
import { readTemplate } from './read-template.ts';

test('tells the paths that a template reads, or where it cannot be read', () => {
  assert.deepEqual(readTemplate('{{app.sum}} {{ user["a b"] | default: app.sum }}'), {
    references: ['app.sum', 'user["a b"]'],
    problems: [],
  });
  const { references, problems } = readTemplate('a {{app.sum');
  assert.deepEqual(references, []);
  assert.deepEqual(
    problems.map(({ at }) => at),
    [2],
  );
});

test('after a rename a template reads the new name wherever it read the old one, and nothing else has changed', () => {
  let renamed = 0;
  const property = fc.property(
    anyTemplate,
    fc.constantFrom('sum', 'a', 'order-id'),
    fc.constantFrom('total', 'new-name'),
    (text, from, to) => {
      const before = readTemplate(text);
      const after = readTemplate(swapInTemplate(text, 'app', (name) => (name === from ? to : name)));
      assert.equal(after.problems.length, before.problems.length);
      const expected = before.references.map((path) => {
        if (path !== `app.${from}`) return path;
        renamed += 1;
        return `app.${to}`;
      });
      assert.deepEqual(after.references, expected);
    },
  );
  fc.assert(property, { numRuns: 2000 });
  assert.ok(renamed > 100, `only ${renamed} names were renamed at all`);
});
