// Serves the built web pages from memory, with the headers that keep foreign code out of them.
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export interface Pages {
  /** The file at the path, or the page that shows it in the browser; undefined where neither is asked for. */
  answer(request: Request): Promise<Response | undefined>;
}

/**
 * Only files that were in the folder at the start are ever served, so no path can lead out of it.
 *
 * @param folder What vite has built. Where there is nothing yet, each page says how to build it.
 */
export async function createPages(
  folder: string,
  { isSecure }: { readonly isSecure: boolean },
): Promise<Pages> {
  const files = await readFiles(folder);
  return {
    async answer(request) {
      const { pathname } = new URL(request.url);
      const path = files.has(pathname) ? pathname : pageFor(pathname, request.headers);
      if (path === undefined) return undefined;
      const file = files.get(path);
      return file === undefined
        ? notBuilt()
        : answerFile(file, request.headers, headersFor(pathname, file, isSecure));
    },
  };
}

interface PageFile {
  readonly path: string;
  readonly type: string;
  readonly etag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Made when it is first asked for; undefined for what is small or compressed already. */
  zipped: Promise<Uint8Array<ArrayBuffer>> | undefined;
}

const types: Readonly<Partial<Record<string, string>>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

async function readFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = new Map<string, PageFile>();
  for (const name of names) {
    const type = types[extname(name)];
    const path = `/${relative(folder, name).replaceAll(sep, '/')}`;
    // Notes of the build and maps of the sources are not for visitors.
    if (type === undefined || path.includes('/.')) continue;
    const bytes = Uint8Array.from(await readFile(name));
    const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    files.set(path, { path, type, etag, bytes, zipped: undefined });
  }
  return files;
}

const index = '/index.html';
const chat = '/chat.html';

/**
 * Addresses of the browser's own router all show the one page; what looks like a missing file is not one of
 * them.
 */
function pageFor(pathname: string, headers: Headers): string | undefined {
  const wantsPage = (headers.get('accept') ?? '').includes('text/html');
  if (!wantsPage || extname(pathname) !== '') return undefined;
  return pathname.startsWith('/chat/') ? chat : index;
}

function isForOtherSites(pathname: string): boolean {
  return pathname === '/widget.js' || pathname.startsWith('/chat/');
}

/** What has the hash of its content in its name never changes; other sites ask for the widget with each of their pages. */
function cacheFor(path: string): string {
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
  return path === '/widget.js' ? 'public, max-age=300' : 'no-cache';
}

/**
 * Scripts and styles come from here alone. Libraries that place things set style attributes, which can load
 * nothing.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "media-src 'self' blob: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

function headersFor(
  pathname: string,
  { path, type, etag }: PageFile,
  isSecure: boolean,
): Record<string, string> {
  const isOpen = isForOtherSites(pathname);
  return {
    'content-type': type,
    'cache-control': cacheFor(path),
    etag,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cross-origin-resource-policy': isOpen ? 'cross-origin' : 'same-origin',
    'content-security-policy': [...policy, `frame-ancestors ${isOpen ? '*' : "'none'"}`].join('; '),
    ...(isSecure && { 'strict-transport-security': 'max-age=31536000' }),
  };
}

async function answerFile(
  file: PageFile,
  asked: Headers,
  headers: Record<string, string>,
): Promise<Response> {
  if ((asked.get('if-none-match') ?? '').split(/\s*,\s*/).includes(file.etag)) {
    return new Response(null, { status: 304, headers });
  }
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(asked.get('accept-encoding') ?? '');
  if (!takesGzip || !isWorthZipping(file)) return new Response(file.bytes, { headers });
  file.zipped ??= zip(file.bytes);
  return new Response(await file.zipped, { headers: { ...headers, 'content-encoding': 'gzip' } });
}

function isWorthZipping({ type, bytes }: PageFile): boolean {
  return type.includes('charset=utf-8') && bytes.byteLength > 1024;
}

const runGzip = promisify(gzip);

async function zip(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await runGzip(bytes, { level: 9 }));
}

function notBuilt(): Response {
  return new Response('The web pages are not built yet. Run "npm start", which builds them.\n', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
