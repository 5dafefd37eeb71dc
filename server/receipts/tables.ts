// Rows of receipts, and of the secrets they are signed with.
import type { Generated } from 'kysely';
import type { EventState } from '@bellwire/model/event.ts';

export interface ReceiptTables {
  receipt_secret: { app_id: string; workspace_id: string; sealed: string; made_at: Generated<string> };
  receipt: {
    id: string;
    workspace_id: string;
    install_id: string;
    event_id: string;
    trigger: string;
    outcome: EventState;
    reason: string | null;
    settled_at: string;
    tries: Generated<number>;
    due_at: string | null;
    sent_at: string | null;
    failure: string | null;
  };
}
