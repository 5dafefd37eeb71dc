// Rows of what services have granted to installs, and of the sign-ins that lead there.
import type { Generated, JSONColumnType } from 'kysely';
import type { JsonObject } from '@bellwire/model/json.ts';

export interface ConnectionTables {
  install_grant: {
    install_id: string;
    workspace_id: string;
    /** By the name of the app field. */
    fields: JSONColumnType<JsonObject>;
    /** Sealed values of secure app fields, by the name of the field. */
    secrets: JSONColumnType<Record<string, string>>;
    renew_at: string | null;
    generation: Generated<number>;
    renewing_until: string | null;
  };
  app_client: { app_id: string; workspace_id: string; client_id: string; sealed_secret: string | null };
  sign_in: {
    state_hash: Buffer;
    workspace_id: string;
    person_id: string;
    session_hash: Buffer;
    app_id: string;
    version_id: string;
    install_id: string | null;
    sealed: string;
    expires_at: string;
  };
}
