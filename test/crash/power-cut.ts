// The program `node scripts/run.mjs test/crash/power-cut.ts`: cuts the power under load, and looks for what was accepted on what is left of the disk.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeDisk } from './disk-image.ts';
import { cutPower, type Cuts } from './power-cuts.ts';

const DISK_BYTES = 4 * 2 ** 30;
/** Few are enough to see that a disk that is not synced loses nearly everything. */
const CUTS_WITHOUT_FSYNC = 2;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const { values } = parseArgs({
  options: { cuts: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
});
// Not left to the event loop: a socket whose other end was killed would keep it.
process.exit(await main(Number(values.cuts), Number(values.seed)));

async function main(cuts: number, seed: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwire-power-'));
  // PostgreSQL runs as another user where we are root, and has to come through.
  await chmod(folder, 0o755);
  try {
    const refusal = await whyNot(folder);
    if (refusal !== undefined) {
      console.log(JSON.stringify({ skipped: refusal }));
      return 0;
    }
    const synced = await onDisk(folder, { cuts, seed, fsync: true });
    const unsynced = await onDisk(folder, { cuts: CUTS_WITHOUT_FSYNC, seed, fsync: false });
    const ok = synced.accepted > 0 && synced.lost === 0 && unsynced.lost > 0;
    console.log(JSON.stringify({ seed, ...synced, without_fsync: unsynced, ok }));
    return ok ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether this machine can give a run a disk of its own; undefined when it can. */
async function whyNot(folder: string): Promise<string | undefined> {
  try {
    const disk = await makeDisk(join(folder, 'try'), 32 * 2 ** 20);
    await disk.remove();
    return undefined;
  } catch (error) {
    return `This machine gives no disk of its own to a run: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
}

async function onDisk(
  folder: string,
  { cuts, seed, fsync }: { cuts: number; seed: number; fsync: boolean },
): Promise<Cuts> {
  const name = fsync ? 'synced' : 'unsynced';
  const disk = await makeDisk(join(folder, name), DISK_BYTES);
  try {
    return await cutPower(disk, { cuts, seed, fsync, say: (line) => console.error(`${name}: ${line}`) });
  } finally {
    await disk.remove();
  }
}
