// A disk of its own for a run: a file system in an image file, so that a copy of the file is what a power cut leaves.
import { execFile } from 'node:child_process';
import { chmod, mkdir, rm, statfs, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Disk {
  readonly folder: string;
  /** What has reached the disk by now, as another disk: all that was only in memory is gone. */
  copy(name: string): Promise<Disk>;
  /** Takes all the room that is left, until it is given free. */
  fill(): Promise<void>;
  free(): Promise<void>;
  /** Unmounts it and throws it away. */
  remove(): Promise<void>;
}

/** @throws Error where the machine does not allow it: it takes root, loop devices and ext4. */
export async function makeDisk(path: string, bytes: number): Promise<Disk> {
  const image = `${path}.image`;
  await writeFile(image, '');
  await truncate(image, bytes);
  // Without room reserved for root: a full disk is full for everybody.
  await run('mkfs.ext4', ['-q', '-F', '-m', '0', image]);
  return mountImage(image, path);
}

async function mountImage(image: string, folder: string): Promise<Disk> {
  await mkdir(folder, { recursive: true });
  await run('mount', ['-o', 'loop', image, folder]);
  // Its folder belongs to root, and PostgreSQL has to come through.
  await chmod(folder, 0o755);
  const filler = join(folder, 'filler');
  return {
    folder,
    copy: async (path) => {
      // Read past the mounted file system: its dirty pages are not in the image.
      await run('cp', ['--sparse=always', image, `${path}.image`]);
      return mountImage(`${path}.image`, path);
    },
    fill: async () => {
      const { bavail, bsize } = await statfs(folder);
      await run('fallocate', ['--length', String(Math.max(1, bavail * bsize)), filler]).catch(
        () => undefined,
      );
    },
    free: () => rm(filler, { force: true }),
    remove: async () => {
      // A server that has just ended may still have a file open.
      await run('umount', [folder]).catch(() => run('umount', ['--lazy', folder]));
      await rm(image, { force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
