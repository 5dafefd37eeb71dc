// Rows of people, workspaces and keys.
import type { Generated } from 'kysely';
import type { Role } from '@bellwire/model/operation.ts';
import type { KeyScope } from '@bellwire/model/scope.ts';

export interface PeopleTables {
  person: { id: string; name: string; email: string; password_hash: string; created_at: Generated<string> };
  session: {
    token_hash: Buffer;
    person_id: string;
    created_at: Generated<string>;
    last_used_at: Generated<string>;
    expires_at: string;
  };
  workspace: { id: string; name: string; created_at: Generated<string>; lane_share: Generated<number> };
  member: { workspace_id: string; person_id: string; role: Role; joined_at: Generated<string> };
  invitation: {
    id: string;
    workspace_id: string;
    email: string;
    role: Exclude<Role, 'owner'>;
    token_hash: Buffer;
    created_at: Generated<string>;
    expires_at: string;
    accepted_at: string | null;
  };
  fire_token: {
    id: string;
    workspace_id: string;
    install_id: string;
    name: string;
    trigger: string;
    contact_ns: string | null;
    token_hash: Buffer;
    start: string;
    created_at: Generated<string>;
    expires_at: string | null;
    revoked_at: string | null;
    last_used_at: string | null;
  };
  api_key: {
    id: string;
    workspace_id: string;
    install_id: string | null;
    name: string;
    scopes: KeyScope[];
    token_hash: Buffer;
    start: string;
    created_at: Generated<string>;
    expires_at: string | null;
    revoked_at: string | null;
    last_used_at: string | null;
  };
}
