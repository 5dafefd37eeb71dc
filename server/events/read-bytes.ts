// Reads the bytes of a body off a socket, within a limit that also holds where the sender does not say the length.
import type { IncomingMessage } from 'node:http';
import { ProblemError } from '@bellwire/model/problem.ts';

export function readBytes(request: IncomingMessage, most: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // The rest is read and dropped: closing the socket at once would keep the sender from reading the answer.
      if (size <= most) chunks.push(chunk);
    });
    request.on('end', () => {
      if (size > most)
        reject(
          new ProblemError('body-too-large', {
            says: `The body is larger than the ${most / 1024} KiB allowed here.`,
            facts: { maxBytes: most },
          }),
        );
      else resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size));
    });
    request.on('error', reject);
    request.on('aborted', () =>
      reject(new ProblemError('bad-json', { says: 'The body ended before it was whole.' })),
    );
  });
}
