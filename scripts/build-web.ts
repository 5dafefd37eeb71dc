// Builds the web bundle, if anything it is made from has changed since the last time.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool } from './run-tool.ts';
import { readSources } from './source.ts';

const room = join(root, 'web');
const stamp = join(room, 'dist', '.made-from');

/** All the bundle is made from: the rooms that web may import, and the exact packages. Tests do not get into it. */
const madeFrom = /^((model|engine|sdk|web)\/(?!.*\.test\.tsx?$).*|package-lock\.json)$/;

/** Does nothing as long as there is no web room to build. */
export async function buildWebIfStale(print: (text: string) => void): Promise<void> {
  if (!existsSync(join(room, 'vite.config.ts'))) return;
  const wanted = hash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  print('Building the web pages (only the first time, and after a change) …');
  const { code, stdout, stderr } = await runTool('vite', ['build'], room);
  if (code !== 0)
    throw new Error(`The web pages could not be built. Mend what is told here:\n${stdout}${stderr}`);
  writeFileSync(stamp, wanted);
}

/** Contents rather than times, because a fresh checkout gives every file the time of the checkout. */
function hash(): string {
  const sum = createHash('sha256');
  for (const { path, text } of readSources(madeFrom)) sum.update(`${path}\0${text.length}\0${text}`);
  return sum.digest('hex');
}

if (import.meta.main) await buildWebIfStale(console.log);
