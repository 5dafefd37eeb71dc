// What an install of another workspace is called to the developer of its app.
import { createHash } from 'node:crypto';

/** The same for the same install each time; who knows the install's id, as the app's own server may, can tell which it is. */
export function opaqueName(installId: string): string {
  return `Install ${createHash('sha256').update(installId).digest('hex').slice(0, 6)}`;
}
