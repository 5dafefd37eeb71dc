// Rows of uploaded pictures, sounds, films and files.
import type { Generated } from 'kysely';

export interface MediaTables {
  media: {
    id: string;
    workspace_id: string;
    token_hash: Buffer;
    name: string;
    type: string;
    size: number;
    bytes: Buffer;
    visitor_hash: Buffer | null;
    created_at: Generated<string>;
  };
}
