// The examples are what newcomers copy: they must be in canonical form, and no check may complain about them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checkTools } from '@bellwire/engine/check-tools.ts';
import { runAppTest } from '@bellwire/engine/run-app-test.ts';
import { canonicalText, parseApp } from '@bellwire/model/canonical.ts';
import { checkApp } from '@bellwire/model/check/check-app.ts';
import { literalHost } from '@bellwire/model/declared-host.ts';
import { acmePayText } from '../examples/acme-pay/acme-pay-text.ts';

const folder = join(import.meta.dirname, '../examples');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.app.json'),
);

describe('examples', () => {
  for (const file of files) {
    test(`${file} is in canonical form, and no check complains`, () => {
      const text = readFileSync(join(folder, file), 'utf8');
      const app = appOf(text);
      assert.equal(canonicalText(app), text);
      assert.deepEqual(checkApp(app, checkTools), []);
    });

    test(`${file} passes its own tests`, () => {
      const app = appOf(readFileSync(join(folder, file), 'utf8'));
      const inputs = app.auth.is === 'none' ? [] : app.auth.inputs;
      const auth = Object.fromEntries(inputs.map(({ name }) => [name, `any ${name}`]));
      for (const each of app.tests) assert.deepEqual(runAppTest(app, each, auth).differences, [], each.label);
    });
  }

  test('the provider of Acme Pay may answer at any address', () => {
    const app = appOf(acmePayText('https://pay.example.com'));
    assert.deepEqual(app.hosts, ['pay.example.com']);
    assert.deepEqual(checkApp(app, checkTools), []);
    const test = app.auth.is === 'inputs' ? app.auth.test : undefined;
    assert.equal(literalHost(test?.url ?? ''), 'pay.example.com');
  });
});

function appOf(text: string) {
  const parsed = parseApp(text);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.app;
}
