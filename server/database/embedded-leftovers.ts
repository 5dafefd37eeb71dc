// Tidies the embedded server's folder: programs of older versions, and what a killed process left unfinished.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Home } from './embedded-home.ts';
import type { Programs } from './embedded-programs.ts';
import { isAlive } from './embedded-server.ts';

export async function removeLeftovers(home: Home, current: Programs): Promise<void> {
  for (const name of await readdir(home.folder)) {
    const path = join(home.folder, name);
    const maker = /^unfinished-(\d+)-/.exec(name)?.[1];
    const isDone = maker !== undefined && !isAlive(Number(maker));
    const isOld = name.startsWith('programs-') && path !== current.folder;
    if (isDone || isOld) await rm(path, { recursive: true, force: true });
  }
}
