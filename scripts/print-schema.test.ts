// Holds the committed JSON Schema of apps to the code it is printed from.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { stepTypes } from '@bellwire/engine/steps/step-types.ts';
import { appSchemaText } from '@bellwire/model/app-schema.ts';

test('the committed schema is what would be printed now', () => {
  const committed = readFileSync(new URL('../docs/schema/app.schema.json', import.meta.url), 'utf8');
  assert.ok(
    committed === appSchemaText(stepTypes),
    'Print it again: node scripts/run.mjs scripts/print-schema.ts',
  );
});
