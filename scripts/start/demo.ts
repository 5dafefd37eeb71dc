// The demo of the first start: its workspace, and the pretended payment provider that it needs at every start.
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Config } from '@bellwire/server/config.ts';
import { findFreePort } from '@bellwire/server/database/free-port.ts';
import type { RunningServer } from '@bellwire/server/start-server.ts';
import { startProvider } from '../../examples/acme-pay/provider.ts';
import { demoEmail, seedDemo } from '../../examples/seed/seed-demo.ts';

export interface DemoToShow {
  readonly chatUrl: string;
  readonly email: string;
  readonly password: string;
  readonly providerUrl: string;
}

export interface OpenDemo {
  /** The one private address that the demo's app may call. */
  readonly providerHost: string;
  /** Makes what is missing; null where there is other data in the database and no demo was ever made in it. */
  seed(server: RunningServer): Promise<DemoToShow | null>;
  close(): Promise<void>;
}

/** Kept beside the data: the app holds the provider's address, so it must be the same at the next start. */
const demoFile = z.object({ port: z.int(), apiKey: z.string(), password: z.string() });
type DemoFile = z.infer<typeof demoFile>;

/** Null where `BELLWIRE_DEMO` is off, or the provider's port has been taken by another program. */
export async function openDemo(config: Config, log: Logger): Promise<OpenDemo | null> {
  if (!config.demo) return null;
  const path = join(config.dataDir, 'demo.json');
  const before = await readDemoFile(path);
  const kept = before ?? (await newDemoFile());
  const provider = await startProvider({ port: kept.port, apiKey: kept.apiKey }).catch((error: unknown) => {
    log.warn(
      { err: error },
      `The demo's payment provider cannot listen on port ${kept.port}; payments of the demo will fail.`,
    );
    return null;
  });
  if (provider === null) return null;
  return {
    providerHost: new URL(provider.url).host,
    seed: async (server) => {
      if (before === null && (await hasPeople(server))) return null;
      await mkdir(config.dataDir, { recursive: true });
      await writeFile(path, JSON.stringify(kept, null, 2), { mode: 0o600 });
      const { bot } = await seedDemo({
        baseUrl: server.url,
        password: kept.password,
        provider: { url: provider.url, apiKey: kept.apiKey },
      });
      return {
        chatUrl: `${server.publicUrl}/chat/${bot.publicId}`,
        email: demoEmail,
        password: kept.password,
        providerUrl: provider.url,
      };
    },
    close: () => provider.close(),
  };
}

async function readDemoFile(path: string): Promise<DemoFile | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : demoFile.parse(JSON.parse(text));
}

/** The password is made for this server alone: a well-known one would be an open door. */
async function newDemoFile(): Promise<DemoFile> {
  return {
    port: await findFreePort(4010),
    apiKey: `acme_test_${randomBytes(12).toString('hex')}`,
    password: randomBytes(9).toString('base64url'),
  };
}

/** A server that is in use gets no demo. */
async function hasPeople({ rooms }: RunningServer): Promise<boolean> {
  const person = await rooms.tenants.platform.selectFrom('person').select('id').limit(1).executeTakeFirst();
  return person !== undefined;
}
