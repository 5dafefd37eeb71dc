// Tries to get out of the sandbox, by the ways that broke others: no canary is seen, no file touched, no connection made.
import { equal, ok } from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createSandbox } from './sandbox.ts';

const CANARY = 'canary-7f3a91';
const sandbox = createSandbox(2);
const folder = await mkdtemp(join(tmpdir(), 'bellwire-sandbox-'));
const server = createServer((socket) => {
  connections += 1;
  socket.destroy();
});
let connections = 0;
let port = 0;

before(async () => {
  process.env.SANDBOX_CANARY = CANARY;
  Object.assign(globalThis, { sandboxCanary: CANARY });
  await writeFile(join(folder, 'canary'), CANARY);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
  await sandbox.run('other', {
    code: `globalThis.sandboxCanary = input.canary; Object.prototype.leaked = input.canary;`,
    input: { canary: CANARY },
    timeoutMs: 1000,
    now: '2026-03-01T12:00:00.000Z',
    seed: 'x',
  });
});
after(async () => {
  await sandbox.close();
  server.close();
  await rm(folder, { recursive: true });
});

/** Ways to the constructor of functions, from which an outer realm would be reached. */
const roots = [
  'globalThis',
  'this',
  'input',
  'input.list',
  'input.nested.deep',
  'console',
  'console.log',
  '(() => {})',
  '(async () => {})',
  '(function* () {})',
  '(async function* () {})',
  'Promise.resolve()',
  'new Proxy({}, {})',
  'Error()',
  '(() => { try { null.x } catch (error) { return error } })()',
  '(() => { const f = () => f(); try { f() } catch (error) { return error } })()',
  'Reflect',
  'Symbol.iterator',
  'new WeakRef({})',
  '[][Symbol.iterator]()',
  '(class extends Array {})',
  'performance',
  '`${1}`',
  'String.raw`x`',
];

/** What is tried with the function constructor that was found. */
const goals = [
  'return process.env.SANDBOX_CANARY',
  'return globalThis.process.mainModule.require("fs").readFileSync(FILE, "utf8")',
  'return process.binding("fs")',
  'return process.getBuiltinModule("fs").readFileSync(FILE, "utf8")',
  'return require("child_process").execSync("cat " + FILE).toString()',
  'return sandboxCanary',
];

const alone = [
  'const fs = await import("node:fs"); return fs.readFileSync(FILE, "utf8");',
  'const fs = await import(FILE); return fs;',
  'return (await fetch("http://127.0.0.1:" + PORT)).status;',
  'new WebSocket("ws://127.0.0.1:" + PORT);',
  'new XMLHttpRequest().open("GET", "http://127.0.0.1:" + PORT);',
  'importScripts("http://127.0.0.1:" + PORT);',
  'new Worker("data:text/javascript,1");',
  'return new WebAssembly.Memory({ initial: 1 });',
  'return std.loadFile(FILE);',
  'return os.open(FILE, 0);',
  'return Deno.env.get("SANDBOX_CANARY");',
  'return Bun.file(FILE);',
  'return leaked;',
  'return ({}).leaked;',
  'return Object.prototype.leaked;',
  'return Object.getOwnPropertyNames(globalThis).filter((name) => /canary|process|require|host|log/i.test(name));',
  'Error.prepareStackTrace = (_, sites) => sites.map((site) => site.getThis()); return new Error().stack;',
  'return arguments.callee.caller.caller;',
  'Object.defineProperty(Object.prototype, "then", { get() { return this.constructor; } }); return {};',
  'Array.prototype.map = function () { return this; }; Promise.prototype.then = (f) => f("=1"); return 1;',
  'throw { name: { toString() { return process.env.SANDBOX_CANARY } } };',
  'throw new Proxy(new Error("x"), { get: (_, name) => globalThis.process?.env });',
  'console.log(new Proxy({}, { get: () => globalThis.process?.env?.SANDBOX_CANARY }));',
  'return new Function("return this")().sandboxCanary;',
  'return (0, eval)("this").sandboxCanary;',
  '}); globalThis.process && process.exit(1); (function () {',
  'return postMessage, parentPort, workerData;',
  'const b = new SharedArrayBuffer(8); return [...new Uint8Array(b)];',
  'return new Uint8Array(1e6).join("").replaceAll("0", "");',
];

const payloads = [
  ...roots.flatMap((root) =>
    goals.map((goal) => `return (${root}).constructor.constructor(${JSON.stringify(goal)})();`),
  ),
  ...roots.map(
    (root) => `return Object.getPrototypeOf(${root})?.constructor?.constructor("return sandboxCanary")();`,
  ),
  ...roots.map((root) => `return (${root}).__proto__?.__proto__?.constructor?.("return process")()?.env;`),
  ...alone,
];

describe(`${payloads.length} ways out`, () => {
  test('none sees a canary, and the next script runs', async () => {
    const tried = payloads.map(async (payload) => {
      const code = payload
        .replaceAll('FILE', JSON.stringify(join(folder, 'canary')).replaceAll('"', "'"))
        .replaceAll('PORT', String(port));
      const result = await sandbox.run('tenant', {
        code,
        input: { list: [1], nested: { deep: { a: 1 } }, text: 'x' },
        timeoutMs: 300,
        now: '2026-03-01T12:00:00.000Z',
        seed: 'x',
      });
      equal(JSON.stringify(result).includes(CANARY), false, payload);
      ok(!(result.is === 'broken' && result.fault === 'gone'), payload);
    });
    await Promise.all(tried);
  });

  test('none makes a connection or a file', async () => {
    equal(connections, 0);
    equal((await readdir(folder)).join(), 'canary');
  });
});
