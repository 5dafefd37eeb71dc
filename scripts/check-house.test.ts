// Tests of the house rules: planted faults are found, and what is right passes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkHouse } from './check-house.ts';

function rulesBroken(path: string, text = '// What this file is for.\n'): string[] {
  return checkHouse([{ path, text }]).map(({ rule, line }) => `${rule}:${line}`);
}

test('a file with an opening sentence, a plain name and few folders passes', () => {
  assert.deepEqual(rulesBroken('server/triggers/fire-trigger.ts'), []);
  assert.deepEqual(rulesBroken('web/theme.css', '/* The colours of every page. */\n'), []);
  assert.deepEqual(rulesBroken('server/db/migrations/0001-start.sql', '-- The first tables.\n'), []);
  assert.deepEqual(rulesBroken('scripts/start.mjs', '#!/usr/bin/env node\n// Starts the server.\n'), []);
});

test('a first line that is missing, is no sentence, or goes on in the next line is told', () => {
  for (const text of [
    '',
    `import 'x';\n`,
    '// fires\n',
    '// Fires a trigger\n',
    '// fires a trigger.\n',
    '\n// Fires a trigger.',
  ])
    assert.deepEqual(rulesBroken('server/fire.ts', text), ['house/first-line:1'], JSON.stringify(text));
});

test('the opening sentence may begin with a name in quotes or with a number', () => {
  for (const text of ['// `npm test` runs this.', '// 40 lines are the most.', '// "Wait" pauses a flow.'])
    assert.deepEqual(rulesBroken('server/fire.ts', text), [], text);
});

test('data files have no opening sentence', () => {
  assert.deepEqual(rulesBroken('model/package.json', '{}'), []);
});

test('a name that says nothing is told, in a folder, a part of a name, or any case', () => {
  for (const path of [
    'server/utils/fire.ts',
    'server/fire-helpers.ts',
    'server/common.ts',
    'web/lib/x.tsx',
    'server/run.service.ts',
  ])
    assert.deepEqual(rulesBroken(path), ['house/empty-name:1'], path);
  assert.deepEqual(rulesBroken('server/library.ts'), []);
});

test('names are written in kebab-case', () => {
  for (const path of [
    'web/FlowCanvas.tsx',
    'web/flowCanvas.tsx',
    'web/flow_canvas.tsx',
    'web/flow--canvas.tsx',
  ])
    assert.deepEqual(rulesBroken(path), ['house/kebab-case:1'], path);
});

test('folders are at most three deep in a room', () => {
  assert.deepEqual(rulesBroken('server/db/rows/claim.ts'), []);
  assert.deepEqual(rulesBroken('server/db/rows/claim/take.ts'), ['house/depth:1']);
});

test('a test switched off by an option is told with its line', () => {
  const text = `// Tests of firing.\ntest('fires', () => {});\ntest('waits', { skip: true }, () => {});\n`;
  assert.deepEqual(rulesBroken('server/fire.test.ts', text), ['house/switched-off-test:3']);
  assert.deepEqual(rulesBroken('server/fire.ts', text), []);
});

test('other options of tests, and other calls with such an option, pass', () => {
  const text = `// Tests of firing.\ntest('fires', { timeout: 5 }, () => read({ skip: 3 }));\n`;
  assert.deepEqual(rulesBroken('server/fire.test.ts', text), []);
});

test('a function of more than 40 lines is told where it begins, whatever its form', () => {
  const body = '  work();\n'.repeat(39);
  for (const opening of ['function act() {', 'const act = () => {', 'const act = function () {']) {
    const text = `// What this is for.\n\n${opening}\n${body}`;
    assert.deepEqual(rulesBroken('server/act.ts', `${text}}\n`), ['house/long-function:3'], opening);
    assert.deepEqual(rulesBroken('server/act.ts', `${text.replace('  work();\n', '')}}\n`), [], opening);
  }
});

test('the callback of a describe may be long, the tests in it may not', () => {
  const short = "  test('works', () => {});\n".repeat(40);
  const long = `  test('works', () => {\n${'    work();\n'.repeat(40)}  });\n`;
  const chapter = (tests: string) => `// Tests of acting.\ndescribe('acting', () => {\n${tests}});\n`;
  assert.deepEqual(rulesBroken('server/act.test.ts', chapter(short)), []);
  assert.deepEqual(rulesBroken('server/act.test.ts', chapter(long)), ['house/long-function:3']);
});

test('a migration that takes something away has to say since when nothing uses it', () => {
  const file = 'server/database/migrations/0141-said.sql';
  assert.deepEqual(rulesBroken(file, '-- Runs said.\nalter table run drop column said;\n'), [
    'house/unsaid-contract:2',
  ]);
  assert.deepEqual(rulesBroken(file, '-- Runs said.\nalter table run add column said int;\n'), []);
  const before = file.replace('0141', '0041');
  assert.deepEqual(rulesBroken(before, '-- Runs said.\nalter table run drop column said;\n'), []);
});
