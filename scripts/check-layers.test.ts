// Tests of the layer check: planted faults are found, and what is right passes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLayers } from './check-layers.ts';

function faultsIn(files: Record<string, string>): string[] {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  return checkLayers(sources).map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

test('a room may import the rooms it stands on, and packages from outside', () => {
  const files = {
    'engine/advance.ts': `import type { Flow } from '@bellwire/model/flow.ts';\nimport { z } from 'zod';`,
    'server/main.ts': `import { advance } from '@bellwire/engine/advance.ts';\nimport http from 'node:http';`,
  };
  assert.deepEqual(faultsIn(files), []);
});

test('an import against the order of the rooms is told with its line and the way out', () => {
  const text = `// A file.\n\nimport { open } from '@bellwire/server/db.ts';`;
  const [fault] = checkLayers([{ path: 'model/flow.ts', text }]);
  assert.equal(fault?.rule, 'layers/room');
  assert.equal(fault.line, 3);
  assert.match(
    fault.says,
    /model may not import server \(it may import nothing of ours\): move what both need/,
  );
});

test('type imports, re-exports and dynamic imports count as imports too', () => {
  const files = {
    'web/a.ts': `import type { Row } from '@bellwire/server/row.ts';`,
    'web/b.ts': `export { open } from '@bellwire/server/db.ts';`,
    'web/c.ts': `export * from '@bellwire/server/db.ts';`,
    'web/d.ts': `const db = await import('@bellwire/server/db.ts');`,
  };
  assert.deepEqual(faultsIn(files), [
    'web/a.ts:1 layers/room',
    'web/b.ts:1 layers/room',
    'web/c.ts:1 layers/room',
    'web/d.ts:1 layers/room',
  ]);
});

test('an import written in a string or a comment is none', () => {
  const text = `// import '@bellwire/server/db.ts';\nconst sample = "import '@bellwire/server/db.ts'";`;
  assert.deepEqual(faultsIn({ 'model/sample.ts': text }), []);
});

test('rooms that run in a browser may not use the modules of Node, their tests may', () => {
  const files = {
    'engine/read.ts': `import { readFileSync } from 'node:fs';`,
    'engine/read.test.ts': `import { test } from 'node:test';`,
  };
  assert.deepEqual(faultsIn(files), ['engine/read.ts:1 layers/node']);
});

test('another room is imported by its package name, the own room by a relative path', () => {
  const files = {
    'engine/steps/say.ts': `import { fill } from '../../model/fill.ts';`,
    'engine/steps/ask.ts': `import { fill } from '@bellwire/engine/fill.ts';`,
  };
  assert.deepEqual(faultsIn(files), [
    'engine/steps/say.ts:1 layers/door',
    'engine/steps/ask.ts:1 layers/door',
  ]);
});

test('files that import each other in a circle are told once, with the whole way round', () => {
  const files = {
    'model/a.ts': `import './b.ts';`,
    'model/b.ts': `\nimport './c.ts';`,
    'model/c.ts': `import './a.ts';`,
    'model/d.ts': `import './a.ts';`,
  };
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  const [fault, ...others] = checkLayers(sources);
  assert.deepEqual(others, []);
  assert.equal(fault?.file, 'model/c.ts');
  assert.match(fault.says, /model\/a\.ts:1 → model\/b\.ts:2 → model\/c\.ts:1 → model\/a\.ts/);
});

test('a file that imports itself is a circle', () => {
  assert.deepEqual(faultsIn({ 'model/a.ts': `import './a.ts';` }), ['model/a.ts:1 layers/circle']);
});

test('a circle is found behind files that were already looked at', () => {
  const files = {
    'model/a.ts': `import './b.ts';`,
    'model/b.ts': `export const b = 1;`,
    'model/c.ts': `import './b.ts';\nimport './d.ts';`,
    'model/d.ts': `import './c.ts';`,
  };
  assert.deepEqual(faultsIn(files), ['model/d.ts:1 layers/circle']);
});
