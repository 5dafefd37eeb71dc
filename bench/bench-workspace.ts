// The workspace that is measured: an app with a trigger, a bot whose flow has a condition, two set-fields and one message, and contacts.
import pg from 'pg';
import { APP_FORMAT, appSchema } from '@bellwire/model/app.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import { uuidV7 } from '@bellwire/server/database/uuid.ts';
import { createToken } from '@bellwire/server/people/token.ts';

export interface BenchWorkspace {
  readonly workspaceId: string;
  readonly key: string;
  readonly contacts: readonly string[];
}

const app = appSchema.parse({
  format: APP_FORMAT,
  name: 'bench-pay',
  label: 'Bench Pay',
  fields: [
    { name: 'status', label: 'Status', type: 'text' },
    { name: 'amount', label: 'Amount', type: 'number' },
    { name: 'currency', label: 'Currency', type: 'text' },
    { name: 'reference', label: 'Reference', type: 'text' },
  ],
  triggers: [
    {
      name: 'payment_paid',
      label: 'Payment paid',
      items: ['status', 'amount', 'currency', 'reference'].map((name) => ({
        name,
        label: name,
        field: name,
      })),
    },
  ],
});

const graph: FlowGraph = {
  start: 'if',
  steps: [
    {
      id: 'if',
      type: 'condition',
      settings: {
        branches: [
          {
            label: 'Paid',
            condition: {
              match: 'all',
              clauses: [{ field: 'trigger.status', operator: 'is', value: 'paid' }],
            },
          },
        ],
      },
      exits: { 'branch-1': 'status' },
    },
    {
      id: 'status',
      type: 'set-field',
      settings: { changes: [{ field: 'user.status', operation: 'set', value: '{{trigger.status}}' }] },
      exits: { next: 'amount' },
    },
    {
      id: 'amount',
      type: 'set-field',
      settings: { changes: [{ field: 'user.amount', operation: 'set', value: '{{trigger.amount}}' }] },
      exits: { next: 'say' },
    },
    {
      id: 'say',
      type: 'send-message',
      settings: {
        kind: 'text',
        text: 'Thank you! {{trigger.amount}} {{trigger.currency}} have arrived ({{trigger.reference}}).',
      },
      exits: {},
    },
  ],
};

/** Two in one database need a `prefix` each: public ids of contacts are unique. */
export async function makeBenchWorkspace(
  url: string,
  contacts: number,
  prefix = 'f9u',
): Promise<BenchWorkspace> {
  const client = new pg.Client({ connectionString: url, options: '-c bellwire.workspace=*' });
  await client.connect();
  const workspaceId = uuidV7();
  const { token, hash, start } = createToken('key');
  await client.query('insert into workspace (id, name) values ($1, $2)', [workspaceId, 'Bench']);
  const installId = await makeInstall(client, workspaceId);
  await client.query(
    `insert into api_key (id, workspace_id, install_id, name, scopes, token_hash, start) values ($1, $2, $3, 'bench', '{triggers:fire}', $4, $5)`,
    [uuidV7(), workspaceId, installId, hash, start],
  );
  const { botId, flowId } = await makeBot(client, workspaceId);
  await client.query(
    `insert into subscription (id, workspace_id, bot_id, install_id, trigger, flow_id) values ($1, $2, $3, $4, 'payment_paid', $5)`,
    [uuidV7(), workspaceId, botId, installId, flowId],
  );
  await client.query(
    `insert into contact (id, workspace_id, bot_id, ns, fields) select gen_random_uuid(), $1, $2, $4 || n, '{"status": "new", "amount": 0}' from generate_series(1, $3::int) n`,
    [workspaceId, botId, contacts, prefix],
  );
  await client.query('analyze');
  await client.end();
  return {
    workspaceId,
    key: token,
    contacts: Array.from({ length: contacts }, (_, index) => `${prefix}${index + 1}`),
  };
}

async function makeInstall(client: pg.Client, workspaceId: string): Promise<string> {
  const [appId, versionId, installId] = [uuidV7(), uuidV7(), uuidV7()];
  const definition = JSON.stringify(app);
  await client.query(
    `insert into app (id, workspace_id, name, draft, state, published_version_id) values ($1, $2, 'bench-pay', $3, 'private', $4)`,
    [appId, workspaceId, definition, versionId],
  );
  await client.query(
    'insert into app_version (id, workspace_id, app_id, number, definition) values ($1, $2, $3, 1, $4)',
    [versionId, workspaceId, appId, definition],
  );
  await client.query(
    `insert into install (id, workspace_id, app_id, version_id, name, scopes) values ($1, $2, $3, $4, 'Bench Pay', '{triggers:fire}')`,
    [installId, workspaceId, appId, versionId],
  );
  return installId;
}

async function makeBot(client: pg.Client, workspaceId: string): Promise<{ botId: string; flowId: string }> {
  const [botId, flowId] = [uuidV7(), uuidV7()];
  await client.query(
    `insert into bot (id, workspace_id, name, public_id) values ($1::uuid, $2, 'Bench bot', $1::text)`,
    [botId, workspaceId],
  );
  await client.query(
    `insert into user_field (workspace_id, bot_id, name, label, type) values ($1, $2, 'status', 'Status', 'text'), ($1, $2, 'amount', 'Amount', 'number')`,
    [workspaceId, botId],
  );
  await client.query(
    `insert into flow (id, workspace_id, bot_id, name, draft, published_version, published_revision) values ($1, $2, $3, 'Paid', $4, 1, 1)`,
    [flowId, workspaceId, botId, JSON.stringify(graph)],
  );
  await client.query(
    'insert into flow_version (workspace_id, flow_id, version, graph) values ($1, $2, 1, $3)',
    [workspaceId, flowId, JSON.stringify(graph)],
  );
  return { botId, flowId };
}
