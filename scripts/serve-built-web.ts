// Serves the built web room on a free loopback port, for looking at it without the product's server.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Any path that is no file is answered with index.html, as the product's server does. */
export async function serveBuiltWeb(folder: string): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    const asked = normalize(new URL(request.url ?? '/', 'http://local').pathname);
    void isFile(join(folder, asked)).then((found) => {
      const file = join(folder, found ? asked : 'index.html');
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      createReadStream(file)
        .on('error', () => response.writeHead(404).end())
        .pipe(response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server has no port: it is not listening.');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
