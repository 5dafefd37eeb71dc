// The text of a frame, which arrives in whatever pieces the socket had it in.
import type { RawData } from 'ws';

export function frameText(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.isBuffer(data) ? data.toString() : Buffer.from(data).toString();
}
