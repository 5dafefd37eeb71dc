// Runs every example of every function, as a call and as a template filter.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Json } from '@bellwire/model/json.ts';
import { functions } from './functions.ts';
import type { Scope } from './scope.ts';
import { compileTemplate, render } from './template.ts';
import { startTurn } from './turn.ts';

const scope: Scope = {
  data: {},
  now: '2026-03-01T23:30:00.000Z',
  zone: 'Europe/Berlin',
  locale: 'en',
  random: () => 0.5,
};

for (const { call, declaration } of functions) {
  describe(`the function ${declaration.name}`, () => {
    ok(declaration.examples.length > 0, 'has an example');
    for (const { of, gives } of declaration.examples) {
      test(`of ${JSON.stringify(of)} gives ${JSON.stringify(gives)}`, () => {
        deepEqual(call(of, startTurn(scope)), { ok: true, value: gives });
      });
      if (of.length === 0) continue;
      test(`of ${JSON.stringify(of)} gives the same in a template`, () => {
        const [names, values] = named(of);
        const [first = '', ...rest] = names;
        const text = `{{${first} | ${declaration.name}${rest.length > 0 ? `: ${rest.join(', ')}` : ''}}}`;
        const compiled = compileTemplate(text);
        ok(compiled.ok);
        deepEqual(render(compiled.template, { ...scope, data: values }), gives);
      });
    }
  });
}

test('no two functions share a name, and each name can be written in a template', () => {
  const names = functions.map(({ declaration }) => declaration.name);
  equal(new Set(names).size, names.length);
  for (const name of names) ok(/^[a-z][a-z0-9_]*$/.test(name), name);
});

function named(values: readonly Json[]): [string[], { [name: string]: Json }] {
  const names = values.map((_, index) => `v${index}`);
  return [names, Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]))];
}
