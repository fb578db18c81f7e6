import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { RemoteMonitor } from './remote-monitor';

let server: Server;
let root: string;
const received: { url?: string | undefined; type?: string | undefined; key?: unknown; body: string }[] = [];
let status = 200;

beforeAll(async () => {
  server = createServer(async (request: IncomingMessage, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ url: request.url, type: request.headers['content-type'], key: request.headers['x-key'], body });
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
afterEach(() => vi.restoreAllMocks());

describe('RemoteMonitor', () => {
  it('posts the logs as a form field, or as JSON', async () => {
    await new RemoteMonitor({ root }).onEpochEnd(2, { loss: 0.5 });
    await new RemoteMonitor({ root, path: '/in', sendAsJson: true, headers: { 'x-key': 'k' } }).onEpochEnd(3, {
      loss: 1,
    });
    expect(received[0]).toMatchObject({
      url: '/publish/epoch/end/',
      type: expect.stringContaining('x-www-form-urlencoded'),
    });
    expect(new URLSearchParams(received[0]!.body).get('data')).toBe('{"epoch":2,"loss":0.5}');
    expect(received[1]).toEqual({ url: '/in', type: 'application/json', key: 'k', body: '{"epoch":3,"loss":1}' });
  });

  it('tells once of a server that refuses or is not there, and goes on', async () => {
    const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    status = 503;
    const refused = new RemoteMonitor({ root });
    refused.onTrainBegin();
    await refused.onEpochEnd(0, {});
    await refused.onEpochEnd(1, {});
    status = 200;
    await new RemoteMonitor({ root: 'http://127.0.0.1:1' }).onEpochEnd(0, {});
    const texts = printed.mock.calls.map(([text]) => String(text));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(/does not take the logs \(503 Service Unavailable\). Training goes on/);
    expect(texts[1]).toMatch(/http:\/\/127.0.0.1:1\/publish\/epoch\/end\/ does not take the logs/);
  });

  it('refuses unknown options', () => {
    expect(() => new RemoteMonitor({ url: 'x' } as never)).toThrow(/no option `url`/);
  });
});
