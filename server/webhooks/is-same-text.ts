// Compares a secret with what was sent, in a time that tells neither where they differ nor how long the secret is.
import { createHash, timingSafeEqual } from 'node:crypto';

export function isSameText(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
