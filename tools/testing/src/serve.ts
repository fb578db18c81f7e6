import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServeOptions {
  /** Sends COOP and COEP headers, which give a page shared memory and with it threads. */
  readonly isolated?: boolean;
}

export interface Server {
  readonly url: string;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  wasm: 'application/wasm',
};

/** Serves files from memory, by path (`/index.html`), on a free port of this machine. */
export function serve(files: ReadonlyMap<string, Uint8Array | string>, options: ServeOptions = {}): Promise<Server> {
  const { isolated = false } = options;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = files.get(path === '/' ? '/index.html' : path);
    if (isolated) {
      response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
      response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    }
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const extension = path === '/' ? 'html' : (path.split('.').at(-1) ?? '');
    response.writeHead(200, { 'Content-Type': types[extension] ?? 'application/octet-stream' }).end(file);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${port}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
