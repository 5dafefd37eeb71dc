// Rows of the requests that tell an app's own server about its installs.
import type { Generated } from 'kysely';

export type SubscribeKind = 'subscribe' | 'unsubscribe';

export interface InstallTables {
  subscribe_request: {
    workspace_id: string;
    install_id: string;
    kind: SubscribeKind;
    tries: Generated<number>;
    due_at: string | null;
    failure: string | null;
    created_at: Generated<string>;
  };
}
