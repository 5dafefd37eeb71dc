// Where the secret of a webhook is entered; null where none is needed.
import type { WebhookSignature } from '@bellwire/model/webhook-signature.ts';

export function secretFrom(signature: WebhookSignature): 'here' | 'auth' | null {
  if (signature.is === 'none') return null;
  return signature.secretInput === undefined ? 'here' : 'auth';
}
