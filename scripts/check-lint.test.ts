// Tests of reading the report that the linter writes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReport } from './check-lint.ts';

const finding = {
  message: 'Unexpected any.',
  code: 'typescript(no-explicit-any)',
  help: 'Use unknown instead.',
  filename: 'model/flow.ts',
  labels: [{ span: { offset: 3, length: 2, line: 12, column: 1 } }],
};

test('a finding becomes a fault with its place, its rule and the way out', () => {
  assert.deepEqual(readReport({ diagnostics: [finding] }), [
    {
      file: 'model/flow.ts',
      line: 12,
      rule: 'lint/no-explicit-any',
      says: 'Unexpected any. Use unknown instead.',
    },
  ]);
});

test('the same rule on the same line is told once', () => {
  assert.equal(readReport({ diagnostics: [finding, finding] }).length, 1);
});

test('a finding without rule or place, such as a file that cannot be read, is still told', () => {
  const broken = { message: 'Unexpected token', filename: 'model/flow.ts', labels: [] };
  assert.deepEqual(readReport({ diagnostics: [broken] }), [
    { file: 'model/flow.ts', line: 1, rule: 'lint/error', says: 'Unexpected token' },
  ]);
});

test('for a cast the way out is the one of this house', () => {
  const cast = { ...finding, code: 'typescript(consistent-type-assertions)' };
  assert.match(
    readReport({ diagnostics: [cast] })[0]?.says ?? '',
    /a named border goes on the list in scripts\/exceptions\.ts/,
  );
});
