// Fire tokens: addresses with a secret in them, each good for one trigger of one install.
import { z } from 'zod';
import { nameSchema } from '../name.ts';
import { nothing, operation } from '../operation.ts';

const fireTokenView = z.object({
  id: z.uuid(),
  name: z.string(),
  trigger: z.string(),
  /** Public id of the only contact it fires for; null for any. */
  contact: z.string().nullable(),
  /** The first characters, to tell tokens apart. */
  start: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
});

const installId = z.uuid();

export const fireTokenOperations = {
  listFireTokens: operation({
    method: 'GET',
    path: '/api/installs/{installId}/fire-tokens',
    group: 'fire tokens',
    about: "The install's fire tokens that have not been revoked, the newest first.",
    who: 'viewer',
    scope: 'triggers:fire',
    input: z.object({ installId }),
    output: z.object({ rows: z.array(fireTokenView) }),
    problems: ['not-found'],
  }),
  createFireToken: operation({
    method: 'POST',
    path: '/api/installs/{installId}/fire-tokens',
    group: 'fire tokens',
    about:
      'Makes a token for one trigger, if wanted for one contact and until a time. It is shown this once: POST the items as JSON to `address`.',
    who: 'admin',
    scope: 'triggers:fire',
    input: z.object({
      installId,
      name: z.string().trim().min(1).max(100),
      trigger: nameSchema,
      contact: z.string().min(1).max(40).nullable().default(null),
      expiresAt: z.iso.datetime().nullable().default(null),
    }),
    output: z.object({ token: z.string(), address: z.string(), view: fireTokenView }),
    status: 201,
    problems: ['not-found', 'conflict', 'unknown-trigger'],
  }),
  revokeFireToken: operation({
    method: 'DELETE',
    path: '/api/installs/{installId}/fire-tokens/{tokenId}',
    group: 'fire tokens',
    about: 'Revokes a fire token: within two seconds it fires nothing any more.',
    who: 'admin',
    scope: 'triggers:fire',
    input: z.object({ installId, tokenId: z.uuid() }),
    output: nothing,
    problems: ['not-found'],
  }),
};
