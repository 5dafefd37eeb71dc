// Rows of captures: what a service sent while somebody was listening.
import type { Generated, JSONColumnType } from 'kysely';
import type { KeptCall } from '../webhooks/raw-call.ts';

export interface CaptureTables {
  capture: {
    id: string;
    workspace_id: string;
    app_id: string | null;
    bot_id: string | null;
    token_hash: Buffer;
    created_at: Generated<string>;
    expires_at: string;
  };
  capture_call: {
    workspace_id: string;
    id: string;
    capture_id: string;
    at: string;
    head: JSONColumnType<Omit<KeptCall, 'body'>>;
    body: string;
  };
}
