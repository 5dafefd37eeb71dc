// Tests of JSON with places in it: that values keep their types, and that none breaks out of its place.
import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '@bellwire/model/json.ts';
import fc from 'fast-check';
import { fillJsonText, jsonTextProblem } from './json-text.ts';
import type { Scope } from './scope.ts';

const within = (value: Json): Scope => ({
  data: { user: { x: value } },
  now: '2026-03-01T12:00:00.000Z',
  zone: 'UTC',
  locale: 'en',
  random: () => 0.5,
});

const fill = (text: string, value: Json): string => fillJsonText(text, within(value));

test('a bare place stands for a value of any type', () => {
  for (const value of [5, 'a "b"', true, null, [1, 'x'], { a: { b: null } }]) {
    deepEqual(JSON.parse(fill('{"x": {{user.x}} , "n": [{{ user.x }}]}', value)), { x: value, n: [value] });
  }
});

test('a place inside quotes is text, whatever it holds', () => {
  equal(fill('{"x": "<{{user.x}}>"}', 5), '{"x": "<5>"}');
  equal(fill('{"x": "{{user.x}}"}', null), '{"x": ""}');
  equal(fill('"{{user.x}}"', { a: 1 }), String.raw`"{\"a\":1}"`);
});

test('quotes that belong to a place do not end the text around it, escaped or bare', () => {
  equal(fill('{"x": "{{user.x | default: "you"}}"}', null), '{"x": "you"}');
  equal(fill(String.raw`{"x": "{{user.x | default: \"you\"}}"}`, null), '{"x": "you"}');
  equal(fill('{"x": {{user.x | default: "}}"}}}', null), '{"x": "}}"}');
});

test('no value, in quotes or bare, changes anything but its own place', () => {
  const anything = fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('","y":1', '\\', '}}', '{{user.x}}'),
  );
  fc.assert(
    fc.property(anything, (value) => {
      deepEqual(JSON.parse(fill('{"a": "{{user.x}}", "b": {{user.x}}, "c": 1}', value)), {
        a: value,
        b: value,
        c: 1,
      });
    }),
  );
});

test('any JSON without places stays as it is', () => {
  fc.assert(
    fc.property(fc.json(), (json) => json.includes('{{') || equal(fill(json, 'x'), json) === undefined),
  );
});

test('what cannot be JSON is told when it is saved, with its place', () => {
  equal(jsonTextProblem('{"x": {{user.x}}, "y": "{{user.y}}"}'), undefined);
  match(jsonTextProblem('{"x": {{user.x}} "y": 1}') ?? '', /is not valid JSON: .*line 1/);
  match(jsonTextProblem('{"x": {{user.}}}') ?? '', /is not valid JSON/);
});
