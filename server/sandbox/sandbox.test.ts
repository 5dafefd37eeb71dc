// Tests of the sandbox: what scripts can do, what they cannot, and that nobody else notices.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { JsonObject } from '@bellwire/model/json.ts';
import { MOST_SCRIPT_LOGS, type Script, type ScriptResult } from '@bellwire/model/script.ts';
import { createSandbox } from './sandbox.ts';

const sandbox = createSandbox(2);
after(() => sandbox.close());

function script(code: string, input: JsonObject = {}, timeoutMs = 1000): Script {
  return { code, input, timeoutMs, now: '2026-03-01T12:00:00.000Z', seed: 'seed' };
}

const run = (code: string, input?: JsonObject, timeoutMs?: number): Promise<ScriptResult> =>
  sandbox.run('shop', script(code, input, timeoutMs));

async function valueOf(code: string, input?: JsonObject) {
  const result = await run(code, input);
  ok(result.is === 'computed', JSON.stringify(result));
  return result.value;
}

async function faultOf(code: string, timeoutMs?: number) {
  const result = await run(code, {}, timeoutMs);
  ok(result.is === 'broken', JSON.stringify(result));
  return result;
}

describe('a script', () => {
  test('works out a result from its input', async () => {
    deepEqual(await valueOf('return { sum: input.a + input.b[0] };', { a: 1, b: [2] }), { sum: 3 });
  });

  test('may wait for promises of its own', async () => {
    equal(await valueOf('return await Promise.resolve(1).then((x) => x + 1);'), 2);
  });

  test('that returns nothing, or what JSON has no word for, gives what JSON gives', async () => {
    equal(await valueOf(''), null);
    deepEqual(await valueOf('return { a: undefined, b: NaN, c: new Date() };'), {
      b: null,
      c: '2026-03-01T12:00:00.000Z',
    });
  });

  test('gives the same again: its clock stands still, and its chance comes from the seed', async () => {
    const code = 'return [Math.random(), Math.random(), Date.now(), performance.now()];';
    deepEqual(await valueOf(code), await valueOf(code));
    const other = await sandbox.run('shop', { ...script(code), seed: 'other' });
    ok(other.is === 'computed');
    ok(JSON.stringify(other.value) !== JSON.stringify(await valueOf(code)));
  });

  test('tells what it wrote to the console, also when it fails later', async () => {
    const { logs } = await faultOf('console.log("a", { b: [1] }, 2); console.error(new Error("c")); null.x');
    deepEqual(logs, ['a {"b":[1]} 2', 'Error: c']);
  });

  test('that writes too much to the console is cut', async () => {
    const { logs } = await run('for (let i = 0; i < 1000; i++) console.log("x".repeat(1e4));');
    equal(logs.length, MOST_SCRIPT_LOGS);
    ok(logs.every((line) => line.length < 1000));
  });

  test('sees nothing of the one before it', async () => {
    await run('globalThis.kept = 1; Array.prototype.push = () => 5; JSON.stringify = () => "hacked";');
    deepEqual(await valueOf('const a = []; a.push(7); return [typeof kept, a];'), ['undefined', [7]]);
  });
});

describe('what goes wrong is told with the line', () => {
  const cases: readonly (readonly [code: string, fault: string, says: RegExp, line: number | null])[] = [
    ['const x = 1;\nthrow new TypeError("no");', 'threw', /^TypeError: no$/, 2],
    ['\n\nnull.x', 'threw', /cannot read property 'x' of null/, 3],
    ['return 1 +;', 'unreadable', /^SyntaxError: /, 1],
    ['throw { code: 7 };', 'threw', /^It threw \{"code":7\}$/, null],
    ['await new Promise(() => {});', 'threw', /never comes/, null],
    ['return 1n;', 'threw', /BigInt/, null],
    ['const a = {}; a.a = a; return a;', 'threw', /circular/, null],
    ['return "x".repeat(300000);', 'size', /300002 characters/, null],
    ['function f() { return f() + 1; }\nreturn f();', 'threw', /too deep/, null],
    ['fetch("http://127.0.0.1");', 'threw', /fetch/, 1],
    ['setTimeout(() => {}, 1);', 'threw', /setTimeout/, 1],
  ];
  for (const [code, fault, says, line] of cases) {
    test(JSON.stringify(code), async () => {
      const broken = await faultOf(code);
      equal(broken.fault, fault);
      match(broken.says, says);
      if (line !== null) equal(broken.line, line);
    });
  }
});

describe('a bomb is stopped in time, and the next script runs', () => {
  const bombs: readonly (readonly [code: string, faults: readonly string[]])[] = [
    ['while (true) {}', ['time']],
    ['for (;;) { try { while (true) {} } catch {} finally { continue; } }', ['time']],
    ['const f = () => Promise.resolve().then(f); f(); await new Promise(() => {});', ['time', 'threw']],
    ['/(a+)+$/.test("a".repeat(40) + "!")', ['time']],
    ['const a = []; for (;;) a.push("x".repeat(1e5) + a.length);', ['memory', 'time']],
    ['const a = []; for (;;) a.push(new Uint8Array(1e6));', ['memory', 'time']],
    ['let s = "x"; for (;;) s += s;', ['memory', 'time', 'threw']],
    ['return "x".repeat(3e7).split("").length', ['memory', 'time']],
    ['return new Array(1e7).fill(1).map(() => [1]).length', ['memory', 'time']],
    ['return JSON.parse("[".repeat(2e5) + "]".repeat(2e5))', ['threw', 'memory']],
    ['const o = {}; for (let i = 0; ; i++) o["k" + i] = {};', ['memory', 'time']],
    ['return 2n ** (2n ** 40n)', ['memory', 'time', 'threw']],
    ['new Array(1e6).fill(1).sort(() => { while (true) {} })', ['time', 'memory']],
    [
      'Object.prototype.toString = () => { while (true) {} }; return { toJSON() { while (true) {} } }',
      ['time'],
    ],
  ];
  for (const [code, faults] of bombs) {
    test(JSON.stringify(code), async () => {
      const broken = await faultOf(code, 300);
      ok(faults.includes(broken.fault), JSON.stringify(broken));
      equal(await valueOf('return 1;'), 1);
    });
  }
});

test('nobody else waits for a workspace with endless scripts longer than for one of them', async () => {
  const endless = Array.from({ length: 12 }, () => sandbox.run('noisy', script('while (true) {}', {}, 200)));
  const done: string[] = [];
  const quiet = sandbox.run('quiet', script('return 1;')).then(() => done.push('quiet'));
  const all = Promise.all(endless).then(() => done.push('noisy'));
  await Promise.all([quiet, all]);
  deepEqual(done, ['quiet', 'noisy']);
});

test('the event loop goes on meanwhile', async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 5);
  await Promise.all([run('while (true) {}', {}, 500), run('const a = []; for (;;) a.push([a]);', {}, 500)]);
  clearInterval(timer);
  ok(ticks >= 10, `${ticks} ticks`);
});
