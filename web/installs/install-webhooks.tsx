// The webhooks of an install: the addresses that its services are given, and what came in at them.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { Card } from '../ui/card.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { WebhookAddress } from '../webhooks/webhook-address.tsx';
import { WebhookCalls } from '../webhooks/webhook-calls.tsx';

type Webhooks = OutputOf<'listWebhooks'>['rows'];

export function InstallWebhooks({ installId }: { installId: string }) {
  const webhooks = useOperation('listWebhooks', { installId });
  // Most apps have none, and an address is not for everybody's eyes: then there is nothing to be said.
  if (webhooks.data?.rows.length === 0 || webhooks.error?.code === 'forbidden') return null;
  return (
    <Card
      title="Webhooks"
      about="Give each address to the service. What is called there runs the app's flow for the contact it names."
    >
      {webhooks.error !== null ? <QueryProblem error={webhooks.error} refetch={webhooks.refetch} /> : null}
      {webhooks.data === undefined ? (
        webhooks.error === null ? (
          <Skeleton width="100%" />
        ) : null
      ) : (
        <WebhookList rows={webhooks.data.rows} />
      )}
    </Card>
  );
}

function WebhookList({ rows }: { rows: Webhooks }) {
  return (
    <ul className="webhook-list">
      {rows.map((webhook) => (
        <li key={webhook.id}>
          <WebhookAddress webhook={webhook} />
          <WebhookCalls addressId={webhook.id} />
        </li>
      ))}
    </ul>
  );
}
