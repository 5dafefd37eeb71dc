// Finds a TCP port on loopback that nobody listens on.
import { createServer } from 'node:net';

/** The preferred one if it is free, else one that the system chooses. */
export async function findFreePort(preferred = 0): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (preferred === 0) reject(error);
      else resolve(findFreePort());
    });
    server.listen({ host: '127.0.0.1', port: preferred }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : preferred;
      server.close(() => resolve(port));
    });
  });
}
