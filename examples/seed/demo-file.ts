// What the demo of one data folder has to remember: its account, and the port of its payment provider.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const demoFileSchema = z.object({
  password: z.string(),
  providerPort: z.int(),
  /** The public part of the address of the bot's web chat; absent until all is made. */
  publicId: z.string().optional(),
});

export type DemoFile = z.infer<typeof demoFileSchema>;

/** Undefined where there was no demo yet. @throws Error where the file is not as it was written. */
export async function readDemoFile(dataDir: string): Promise<DemoFile | undefined> {
  const text = await readFile(placeIn(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const read = demoFileSchema.safeParse(JSON.parse(text));
  if (read.success) return read.data;
  throw new Error(`${placeIn(dataDir)} is not as it was written. Mend it, or delete it to go without the demo's account.`);
}

/** Only its owner may read it, as it holds a password. */
export async function writeDemoFile(dataDir: string, file: DemoFile): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(placeIn(dataDir), `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
}

export function newPassword(): string {
  return randomBytes(9).toString('base64url');
}

function placeIn(dataDir: string): string {
  return join(dataDir, 'demo.json');
}
