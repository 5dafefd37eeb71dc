#!/usr/bin/env node
// Starts the command line on a Node that reads TypeScript: this one, or the one that has come with the packages.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.features.typescript) {
  await import('./cli/bellwire.ts');
} else {
  const starter = fileURLToPath(new URL('../scripts/run.mjs', import.meta.url));
  const child = spawn(process.execPath, [starter, 'sdk/cli/bellwire.ts', ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}
