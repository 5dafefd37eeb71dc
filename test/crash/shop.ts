// Sets the shop up through the API of the running server, as its owner would, with contacts by SQL.
import { createClient } from '@bellwire/sdk/client.ts';
import { ensureApp } from '@bellwire/sdk/ensure-app.ts';
import { ensureBot } from '@bellwire/sdk/ensure-bot.ts';
import { ensureInstall } from '@bellwire/sdk/ensure-install.ts';
import type { Database } from './database.ts';
import { appText, botDefinition } from './shop-app.ts';

export interface Shop {
  readonly installKey: string;
  /** Public ids. */
  readonly contacts: readonly string[];
}

interface ShopOptions {
  readonly apiUrl: string;
  readonly sinkUrl: string;
  readonly database: Database;
  readonly contacts: number;
}

export async function openShop({ apiUrl, sinkUrl, database, contacts }: ShopOptions): Promise<Shop> {
  const client = createClient({ baseUrl: apiUrl });
  await client.signUp({
    name: 'Ada',
    email: 'ada@example.com',
    password: 'correct horse battery staple',
    workspaceName: 'Shop',
  });
  const app = await ensureApp(client, appText);
  const { install, key } = await ensureInstall(client, { appId: app.id, auth: {} });
  if (key === null) throw new Error('The install gave no key: this database has been used before.');
  const bot = await ensureBot(client, botDefinition(install.id, sinkUrl));
  return { installKey: key, contacts: await addContacts(database, bot.id, contacts) };
}

/** Random ids, as the server makes them, so that the contacts spread over all shards. */
async function addContacts(database: Database, botId: string, count: number): Promise<string[]> {
  const { rows } = await database.query<{ ns: string }>(
    `insert into contact (id, workspace_id, bot_id, ns)
     select gen_random_uuid(), b.workspace_id, b.id, 'f' || b.number || 'u' || nextval('contact_number')
       from bot b, generate_series(1, $2) where b.id = $1
     returning ns`,
    [botId, count],
  );
  return rows.map(({ ns }) => ns);
}
