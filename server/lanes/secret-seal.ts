// The seal by which the marks of secrets are known as ours: one per install, made from the server's key.
import { createHmac } from 'node:crypto';

export interface SecretSeals {
  of(installId: string): string;
}

export function secretSeals(key: Buffer): SecretSeals {
  return {
    of: (installId) => createHmac('sha256', key).update(`seal:${installId}`).digest('hex').slice(0, 32),
  };
}
