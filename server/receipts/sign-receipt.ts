// Signs a receipt as Standard Webhooks has it, so that libraries for it can check the signature.
import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A secret as developers keep it: `whsec_` and the key in base64. */
export function newReceiptSecret(): string {
  return PREFIX + randomBytes(32).toString('base64');
}

interface Signed {
  readonly id: string;
  readonly sentAt: Date;
  readonly body: string;
}

/** The headers that go along: who checks them refuses what is older than some minutes, and knows the id of what came before. */
export function receiptHeaders(secret: string, { id, sentAt, body }: Signed): Record<string, string> {
  const seconds = Math.floor(sentAt.getTime() / 1000);
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}
