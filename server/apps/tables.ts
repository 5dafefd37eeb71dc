// Rows of mini-apps, their versions and installs.
import type { Generated, JSONColumnType } from 'kysely';
import type { App } from '@bellwire/model/app.ts';
import type { ContactPolicy } from '@bellwire/model/identity.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { InstallScope } from '@bellwire/model/scope.ts';

export type AppState = 'draft' | 'private' | 'public' | 'suspended';

export interface AppTables {
  app: {
    id: string;
    workspace_id: string;
    name: string;
    draft: JSONColumnType<App>;
    revision: Generated<number>;
    state: Generated<AppState>;
    published_version_id: string | null;
    published_revision: number | null;
    review: 'asked' | 'rejected' | null;
    review_version_id: string | null;
    review_says: string | null;
    review_at: string | null;
    suspended_says: string | null;
    suspended_from: AppState | null;
    created_at: Generated<string>;
    updated_at: Generated<string>;
  };
  app_change: {
    workspace_id: string;
    app_id: string;
    revision: number;
    changes: JSONColumnType<Json[]>;
    /** The changes that lead back; null for edits of the time before they were kept. */
    inverse: JSONColumnType<Json[]> | null;
    /** What it is called, where the words of its changes do not say it. */
    note: string | null;
    person_id: string | null;
    made_at: Generated<string>;
  };
  app_version: {
    id: string;
    workspace_id: string;
    app_id: string;
    number: number;
    definition: JSONColumnType<App>;
    changelog: Generated<string>;
    /** Of the draft it was made from; null for versions of the time before it was kept. */
    revision: number | null;
    published_at: Generated<string>;
  };
  install: {
    id: string;
    workspace_id: string;
    app_id: string;
    version_id: string;
    name: string;
    state: Generated<'active' | 'needs-attention' | 'uninstalled'>;
    attention: string | null;
    scopes: InstallScope[];
    auth: JSONColumnType<JsonObject>;
    /** Sealed values by the name of their auth input. */
    secrets: JSONColumnType<Record<string, string>>;
    /** The newest key, sealed. */
    sealed_key: string | null;
    /** Whether its owner allows that the app's server is told what became of its events. */
    receipts: Generated<boolean>;
    contact_policy: Generated<ContactPolicy>;
    contact_bot_id: Generated<string | null>;
    /** Since when its service refuses the auth values; null while it does not. */
    connection_lost_at: string | null;
    /** The request that was refused, and how. */
    connection_answer: string | null;
    /** Of times of day that name no zone of their own. */
    time_zone: Generated<string>;
    installed_at: Generated<string>;
    uninstalled_at: string | null;
  };
}
