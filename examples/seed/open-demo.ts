// The demo beside a running server: its payment provider, and on the first start the making of its workspace.
import { startProvider, type Provider } from '../acme-pay/provider.ts';
import { newPassword, readDemoFile, writeDemoFile, type DemoFile } from './demo-file.ts';
import { demoEmail, seedDemo } from './seed-demo.ts';

export interface OpenDemo {
  readonly email: string;
  readonly password: string;
  /** The private place that the server has to let its apps call: the provider's. */
  readonly allowHost: string;
  /** The first time makes the workspace; later it changes nothing, so that what people change stays changed. */
  seed(baseUrl: string): Promise<{ readonly chatUrl: string }>;
  close(): Promise<void>;
}

const usualPort = 4010;
const apiKey = 'acme_test_key';

/**
 * To be opened before the server, which has to know `allowHost`.
 *
 * @param dataDir Where `demo.json` remembers the account and the provider's port, which the installed app names.
 * @example
 * const demo = await openDemo('./data');
 * const server = await startServer({ …, allowHosts: [demo.allowHost] });
 * const { chatUrl } = await demo.seed(server.publicUrl);
 */
export async function openDemo(dataDir: string): Promise<OpenDemo> {
  const known = await readDemoFile(dataDir);
  const provider = known === undefined ? await startAnywhere() : await startProvider({ apiKey, port: known.providerPort });
  const { host: allowHost, port } = new URL(provider.url);
  const file: DemoFile = known ?? { password: newPassword(), providerPort: Number(port) };
  // Before anything is made: an account whose password is lost could not be used by anybody.
  if (known === undefined) await writeDemoFile(dataDir, file);
  return {
    email: demoEmail,
    password: file.password,
    allowHost,
    close: provider.close,
    async seed(baseUrl) {
      const publicId = file.publicId ?? (await seedAndKeep(baseUrl, dataDir, file, provider));
      return { chatUrl: `${baseUrl}/chat/${publicId}` };
    },
  };
}

async function seedAndKeep(baseUrl: string, dataDir: string, file: DemoFile, { url }: Provider): Promise<string> {
  const { bot } = await seedDemo({ baseUrl, password: file.password, provider: { url, apiKey } });
  await writeDemoFile(dataDir, { ...file, publicId: bot.publicId });
  return bot.publicId;
}

/** The usual port where it is free, so that the docs can name it. */
async function startAnywhere(): Promise<Provider> {
  try {
    return await startProvider({ apiKey, port: usualPort });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    return startProvider({ apiKey });
  }
}
