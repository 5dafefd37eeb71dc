// The secrets that calls at one webhook are signed with: sealed, at most two at a time.
import { randomBytes } from 'node:crypto';
import type { SealedPlace } from '../secrets/sealed.ts';

export function secretPlace(workspaceId: string, addressId: string): SealedPlace {
  return { workspaceId, recordId: `webhook:${addressId}:secret` };
}

export function tokenPlace(workspaceId: string, addressId: string): SealedPlace {
  return { workspaceId, recordId: `webhook:${addressId}:token` };
}

/** In the form of Standard Webhooks, which others take as any text. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
