// For journeys through the demo: a whole server, the pretended provider beside it, and the workspace that the demo seeds.
import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import { startTestServer, type TestServer } from '@bellwire/server/start-test-server.ts';
import { startProvider, type Provider } from '../examples/acme-pay/provider.ts';
import { seedDemo, type Demo } from '../examples/seed/seed-demo.ts';

export interface DemoSite extends Demo, Pick<TestServer, 'origin' | 'end' | 'startAgain'> {
  readonly chatAddress: string;
  readonly password: string;
  readonly provider: Provider;
  /** What the provider takes for a known shop. */
  readonly apiKey: string;
}

/** The provider calls back twice at once, as providers do. */
export async function demoSite(t: TestContext): Promise<DemoSite> {
  const apiKey = 'acme_test_key';
  const provider = await startProvider({ apiKey, callbacks: 2 });
  t.after(provider.close);
  const server = await startTestServer(t, { allowHosts: [new URL(provider.url).host] });
  const { origin, end, startAgain } = server;
  const password = randomBytes(12).toString('hex');
  const demo = await seedDemo({ baseUrl: origin, password, provider: { url: provider.url, apiKey } });
  return {
    ...demo,
    origin,
    end,
    startAgain,
    password,
    provider,
    apiKey,
    chatAddress: `${origin}/chat/${demo.bot.publicId}`,
  };
}
