// Makes the demo workspace through the API of a running server: an account, the app "Acme Pay", and a shop's bot that uses it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBotDefinition } from '@bellwire/sdk/bot-definition.ts';
import { createClient, ProblemError, type Client } from '@bellwire/sdk/client.ts';
import { ensureApp } from '@bellwire/sdk/ensure-app.ts';
import { ensureBot } from '@bellwire/sdk/ensure-bot.ts';
import { ensureInstall } from '@bellwire/sdk/ensure-install.ts';
import { acmePayText } from '../acme-pay/acme-pay-text.ts';

export interface DemoOptions {
  /** Where the server answers. */
  readonly baseUrl: string;
  readonly password: string;
  /** A running `startProvider`: its key is tried when the app is installed. */
  readonly provider: { readonly url: string; readonly apiKey: string };
  /** The text of Acme Pay, where it is not to be as its file has it. */
  readonly app?: string;
}

export interface Demo {
  readonly email: string;
  /** Signed in as the owner of the demo workspace. */
  readonly client: Client;
  readonly appId: string;
  readonly installId: string;
  /** The key with which the app fires; null where it was installed before. */
  readonly key: string | null;
  readonly bot: Awaited<ReturnType<Client['getBot']>>;
}

export const demoEmail = 'demo@bellwire.local';

/**
 * Doing it again changes nothing: what has the name of a part of the demo is left as it is, and what is missing is made.
 *
 * @throws ProblemError `conflict` where the demo's account is there with another password.
 */
export async function seedDemo({ baseUrl, password, provider, app: text }: DemoOptions): Promise<Demo> {
  const client = createClient({ baseUrl });
  await signInOrUp(client, password);
  const app = await ensureApp(client, text ?? acmePayText(provider.url));
  const { install, key } = await ensureInstall(client, {
    appId: app.id,
    auth: { api_key: provider.apiKey },
  });
  const botText = readFileSync(join(import.meta.dirname, '../shop-bot/shop-bot.json'), 'utf8');
  const bot = await ensureBot(client, readBotDefinition(botText, { [app.name]: install.id }));
  return { email: demoEmail, client, appId: app.id, installId: install.id, key, bot };
}

async function signInOrUp(client: Client, password: string): Promise<void> {
  try {
    await client.signIn({ email: demoEmail, password });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'wrong-credentials') throw error;
    await client.signUp({ name: 'Demo owner', email: demoEmail, password, workspaceName: 'Corner Coffee' });
  }
}
