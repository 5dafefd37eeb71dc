// Rows of webhooks: addresses, what came in at them, and what doubles are known by.
import type { Generated, JSONColumnType } from 'kysely';
import type { Receiving } from '@bellwire/model/webhook.ts';
import type { KeptCall } from './raw-call.ts';

/** `unmatched`: genuine, and its contact is not known yet; it is kept, and can be run again. */
export type CallVerdict = 'taken' | 'double' | 'unmatched' | 'challenge' | 'refused';

export interface WebhookTables {
  bot_webhook: {
    id: string;
    workspace_id: string;
    bot_id: string;
    flow_id: string;
    name: string;
    enabled: Generated<boolean>;
    receiving: JSONColumnType<Receiving>;
    created_at: Generated<string>;
  };
  webhook_address: {
    id: string;
    workspace_id: string;
    install_id: string | null;
    name: Generated<string>;
    bot_webhook_id: string | null;
    token_hash: Buffer;
    token_sealed: string;
    old_token_hash: Buffer | null;
    old_token_until: string | null;
    secrets: Generated<string[]>;
    created_at: Generated<string>;
  };
  webhook_call: {
    workspace_id: string;
    id: string;
    address_id: string;
    at: string;
    verdict: CallVerdict;
    says: string;
    head: JSONColumnType<Omit<KeptCall, 'body'>>;
    body: string;
    contact_id: string | null;
    run_id: string | null;
    replay_of: string | null;
  };
  webhook_key: {
    workspace_id: string;
    address_id: string;
    key: string;
    call_id: string;
    at: string;
  };
}
