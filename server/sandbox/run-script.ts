// Runs one script in a QuickJS of its own, inside WebAssembly: JSON text goes in, text comes out, and one function hears its console.
import { QuickJS, type JSValueHandle } from 'quickjs-wasi';
import { parseJson } from '@bellwire/model/json.ts';
import {
  MOST_LOG_CHARACTERS,
  MOST_SCRIPT_JSON,
  MOST_SCRIPT_LOGS,
  SCRIPT_MEMORY_BYTES,
  type Script,
  type ScriptResult,
} from '@bellwire/model/script.ts';
import { scriptClock } from './script-clock.ts';
import { asFunction, HARNESS } from './script-harness.ts';
import { lateFault, sayFault, tooLarge, type Fault } from './script-fault.ts';

/** A fresh memory for each script: nothing is left for the next one. Takes 2 ms, once the module is warm. */
export async function runScript(wasm: WebAssembly.Module, script: Script): Promise<ScriptResult> {
  const startedAt = performance.now();
  const logs: string[] = [];
  let isLate = false;
  const clock = scriptClock(script);
  const vm = await QuickJS.create({
    wasm,
    memoryLimit: SCRIPT_MEMORY_BYTES,
    maxStackSize: STACK_BYTES,
    timezoneOffset: 0,
    wasi: clock.wasi,
    interruptHandler: () => (isLate ||= performance.now() - startedAt > script.timeoutMs),
  });
  clock.start();
  const done = outcomeOf(vm, script, logs);
  const told = { logs, ms: performance.now() - startedAt };
  try {
    vm.dispose();
  } catch {
    // It trapped, and cannot be cleared away: the memory goes with it.
  }
  if (isLate) return { is: 'broken', ...lateFault(script), ...told };
  return 'fault' in done ? { is: 'broken', ...done, ...told } : { is: 'computed', ...done, ...told };
}

/** Less than the stack of the thread: the script is told, before WebAssembly traps. */
const STACK_BYTES = 128 * 1024;

type Done = Fault | Pick<Extract<ScriptResult, { is: 'computed' }>, 'value'>;

function outcomeOf(vm: QuickJS, script: Script, logs: string[]): Done {
  try {
    const ended = run(vm, script, logs);
    return ended.isUndefined ? neverDone : readEnd(ended);
  } catch (error) {
    return sayFault(error);
  }
}

/** What the harness was told at the end: text that begins with how it ended. Undefined where the script waits for what never comes. */
function run(vm: QuickJS, { code, input }: Script, logs: string[]): JSValueHandle {
  const log = vm.newFunction('log', (line) => {
    if (logs.length < MOST_SCRIPT_LOGS && line !== undefined) logs.push(lineOf(line));
    return vm.undefined;
  });
  const begin = vm.evalCode(HARNESS, 'harness.js');
  const main = vm.evalCode(asFunction(code), SCRIPT_NAME);
  const text = vm.newString(JSON.stringify(input));
  const end = vm.callFunction(begin, vm.undefined, main, text, log);
  vm.executePendingJobs();
  return vm.callFunction(end, vm.undefined);
}

const SCRIPT_NAME = 'script.js';

function readEnd(ended: JSValueHandle): Done {
  const size = lengthOf(ended);
  if (size > MOST_SCRIPT_JSON) return tooLarge(size - 1);
  const text = ended.isString ? ended.toString() : '';
  const parsed = parseJson(text.slice(1));
  if (text.startsWith('=') && parsed.ok) return { value: parsed.value };
  if (text.startsWith('!') && parsed.ok) return sayFault(parsed.value);
  return { fault: 'size', says: 'What it returned cannot be read as JSON', line: null };
}

/** Asked for before the text is taken over: a script may say 30 megabytes. */
function lengthOf(text: JSValueHandle): number {
  return text.isString ? text.getProp('length').toNumber() : 0;
}

function lineOf(line: JSValueHandle): string {
  const size = lengthOf(line);
  if (size > MOST_SCRIPT_JSON) return `(a text of ${size} characters)`;
  const text = line.isString ? line.toString() : '';
  return size > MOST_LOG_CHARACTERS ? `${text.slice(0, MOST_LOG_CHARACTERS)}…` : text;
}

const neverDone: Fault = {
  fault: 'threw',
  says: 'It waits for something that never comes. There are no timers and no requests here',
  line: null,
};
