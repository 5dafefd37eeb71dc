// The thread in which scripts run, one after the other: it has no environment, and is ended from outside when a script does not end.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { scriptSchema } from '@bellwire/model/script.ts';
import { runScript } from './run-script.ts';

const { wasm } = z.object({ wasm: z.instanceof(WebAssembly.Module) }).parse(workerData);

parentPort?.on('message', (message: unknown) => {
  void runScript(wasm, scriptSchema.parse(message)).then((result) => parentPort?.postMessage(result));
});
parentPort?.postMessage('ready');
