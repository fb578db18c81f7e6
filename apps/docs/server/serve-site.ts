import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { headers } from './headers';

export interface ServeSiteOptions {
  /** The folder of the built site. */
  folder: string;
  /** Whether to send the headers that isolate pages; without them it is a plain static host. */
  isolated?: boolean;
  /** 0, the default, takes a free one. */
  port?: number;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Serves a built site from this machine, packed as a host would, to this machine alone. */
export async function serveSite({ folder, isolated = true, port = 0 }: ServeSiteOptions) {
  const packed = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    if (isolated) for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const file = await find(folder, new URL(request.url ?? '/', 'http://localhost').pathname);
    const isText = ['.css', '.html', '.js', '.json', '.svg', '.txt'].includes(extname(file.path));
    response.statusCode = file.status;
    response.setHeader('Content-Type', types[extname(file.path)] ?? 'application/octet-stream');
    if (!isText || !String(request.headers['accept-encoding']).includes('gzip')) return void response.end(file.bytes);
    if (!packed.has(file.path)) packed.set(file.path, gzipSync(file.bytes));
    response.setHeader('Content-Encoding', 'gzip');
    response.end(packed.get(file.path));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The file of an address, which may leave out `index.html` and `.html`, as hosts of VitePress sites allow. */
async function find(folder: string, pathname: string): Promise<{ path: string; bytes: Buffer; status: number }> {
  const path = normalize(join(folder, decodeURIComponent(pathname)));
  const isInside = path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  const candidates = pathname.endsWith('/') ? [join(path, 'index.html')] : [path, `${path}.html`];
  for (const candidate of isInside ? candidates : []) {
    const bytes = await readFile(candidate).catch(() => undefined);
    if (bytes !== undefined) return { path: candidate, bytes, status: 200 };
  }
  const path404 = join(folder, '404.html');
  return { path: path404, bytes: await readFile(path404), status: 404 };
}
