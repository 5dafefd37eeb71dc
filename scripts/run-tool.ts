// Runs an installed command line tool on the Node we run on, and keeps what it printed.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';

export const root = dirname(import.meta.dirname);

/** Where each tool's program is. The links in node_modules/.bin are shell scripts on Windows, so they are no use here. */
const programs = {
  cspell: 'cspell/bin.mjs',
  knip: 'knip/bin/knip.js',
  oxfmt: 'oxfmt/bin/oxfmt',
  oxlint: 'oxlint/bin/oxlint',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
} as const;

export type Finished = { code: number; stdout: string; stderr: string };

export function runTool(tool: keyof typeof programs, args: string[], cwd = root): Promise<Finished> {
  const program = join(root, 'node_modules', programs[tool]);
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const finished: Finished = { code: 1, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (finished.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (finished.stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...finished, code: code ?? 1 }));
  });
}
