import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server answers. Each kind is one that real mirrors and proxies show. */
export type Behaviour = (typeof behaviourNames)[number];

const behaviourNames = [
  'good',
  'no-range',
  'lying-range',
  'stall',
  'stall-once',
  'stall-before-answer',
  'truncate',
  'truncate-once',
  'truncate-chunked',
  'redirect',
  'redirect-loop',
  'html',
  'html-as-data',
  'not-found',
  'busy-once',
  'flipped-byte',
  'too-long',
] as const;

const behaviours: ReadonlySet<string> = new Set(behaviourNames);

/** A real HTTP server on this machine, with one address per behaviour: `server.url('stall')`. For tests only. */
export class FileServer {
  readonly requests: { behaviour: Behaviour; range: string | undefined }[] = [];
  readonly #server: Server;
  readonly #content: Uint8Array;
  readonly #files: Readonly<Record<string, Uint8Array>>;

  /** @param content one file, served in every way, or several by name, each served well */
  constructor(content: Uint8Array | Readonly<Record<string, Uint8Array>>) {
    const single = content instanceof Uint8Array;
    this.#content = single ? content : new Uint8Array();
    this.#files = single ? {} : content;
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  async start(): Promise<this> {
    await new Promise<void>((started) => this.#server.listen(0, '127.0.0.1', started));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((stopped) => this.#server.close(stopped));
  }

  url(behaviour: Behaviour): string {
    return `${this.base()}/${behaviour}`;
  }

  base(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const name = (request.url ?? '').slice(1);
    if (Object.hasOwn(this.#files, name)) return void response.writeHead(200).end(this.#files[name]);
    const behaviour = name as Behaviour;
    const range = request.headers.range;
    const first = !this.requests.some((past) => past.behaviour === behaviour);
    this.requests.push({ behaviour, range });
    const content = behaviour === 'flipped-byte' ? flipped(this.#content) : this.#content;
    const half = Math.floor(content.length / 2);
    switch (behaviour) {
      case 'redirect':
        return void response.writeHead(302, { location: '/good' }).end();
      case 'redirect-loop':
        return void response.writeHead(302, { location: '/redirect-loop' }).end();
      case 'not-found':
        return void response.writeHead(404, { 'content-type': 'text/plain' }).end('none');
      case 'html':
        return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>Sign in</p>');
      case 'html-as-data':
        return void response
          .writeHead(200, { 'content-type': 'application/octet-stream' })
          .end('\n<!DOCTYPE html><p>Sign in');
      case 'stall-before-answer':
        return;
      case 'busy-once':
        if (first) return void response.writeHead(503).end();
        break;
      case 'no-range':
        return void response.writeHead(200, { 'content-length': content.length }).end(content);
      case 'lying-range':
        if (range === undefined) break;
        response.writeHead(206, { 'content-range': `bytes 0-${content.length - 1}/${content.length}` });
        return void response.end(content);
      case 'too-long':
        return void response.writeHead(200).end(Buffer.concat([content, content]));
      case 'truncate-chunked':
        // Without a length a clean end looks like the end of the file.
        return void response.writeHead(200).end(content.subarray(0, half));
    }
    if (!behaviours.has(behaviour)) return void response.writeHead(404).end();
    const start = range === undefined ? 0 : Number(/bytes=(\d+)-/.exec(range)?.[1]);
    if (start >= content.length && start > 0) return void response.writeHead(416).end();
    const headers = { 'content-length': content.length - start, 'accept-ranges': 'bytes' };
    if (range === undefined) response.writeHead(200, headers);
    else
      response.writeHead(206, {
        ...headers,
        'content-range': `bytes ${start}-${content.length - 1}/${content.length}`,
      });
    const rest = content.subarray(start);
    const stops =
      behaviour === 'stall' ||
      behaviour === 'truncate' ||
      (first && behaviour.endsWith('-once') && behaviour !== 'busy-once');
    if (!stops) return void response.end(rest);
    // `stall` and `truncate` bring a little more each time only while there is much left.
    const piece = behaviour.endsWith('-once') ? half : start === 0 ? 100 : 0;
    response.write(rest.subarray(0, piece), () => {
      if (behaviour.startsWith('truncate')) setTimeout(() => response.destroy(), 20);
    });
  }
}

function flipped(content: Uint8Array): Uint8Array {
  const copy = content.slice();
  copy[copy.length >> 1]! ^= 1;
  return copy;
}
