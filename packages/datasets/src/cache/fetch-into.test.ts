import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Behaviour, FileServer } from '../testing/file-server';
import { FetchFault, type FetchIntoOptions, fetchInto } from './fetch-into';

const content = Uint8Array.from({ length: 5000 }, (_, index) => index * 7);
const folder = mkdtempSync(join(tmpdir(), 'tenlab-fetch-'));
const part = join(folder, 'data.part');
const server = new FileServer(content);

beforeAll(() => server.start());
beforeEach(() => {
  rmSync(part, { force: true });
  server.requests.length = 0;
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const attempt = (behaviour: Behaviour, options: Partial<FetchIntoOptions> = {}) =>
  fetchInto({
    url: server.url(behaviour),
    part,
    stallTimeout: behaviour.startsWith('stall') ? 500 : 60_000,
    ...options,
  });

describe('fetchInto', () => {
  it('fills the file and says how far it is, and how far it is to go', async () => {
    const seen: unknown[] = [];
    await attempt('good', { onProgress: (progress) => seen.push(progress) });
    expect(readFileSync(part).equals(content)).toBe(true);
    expect(seen.at(-1)).toEqual({ url: server.url('good'), received: 5000, total: 5000 });
  });

  it('asks for the rest of what is held', async () => {
    writeFileSync(part, content.subarray(0, 1234));
    await attempt('good', { size: 5000 });
    expect(readFileSync(part).equals(content)).toBe(true);
    expect(server.requests.at(-1)?.range).toBe('bytes=1234-');
  });

  it('asks for nothing where all is held', async () => {
    writeFileSync(part, content);
    await attempt('good', { size: 5000 });
    expect(server.requests).toHaveLength(0);
  });

  it.each<[Behaviour, FetchFault['next'], number]>([
    ['stall', 'resume', 100],
    ['stall-before-answer', 'resume', 0],
    ['truncate', 'resume', 100],
    ['busy-once', 'resume', 0],
    ['not-found', 'give-up', 0],
    ['html', 'give-up', 0],
    ['html-as-data', 'give-up', 0],
    ['too-long', 'restart', 5000],
  ])('fails at %s so that the next attempt can %s', async (behaviour, next, kept) => {
    const size = behaviour === 'too-long' ? 5000 : undefined;
    const error = await attempt(behaviour, { size }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FetchFault);
    expect(error).toMatchObject({ next });
    expect(existsSync(part) ? readFileSync(part).length : 0).toBeLessThanOrEqual(kept);
  });

  it('refuses an address whose file has another size, before fetching it', async () => {
    await expect(attempt('good', { size: 4999 })).rejects.toMatchObject({
      message: 'a file of 5000 bytes, not 4999',
      next: 'give-up',
    });
    expect(existsSync(part)).toBe(false);
  });

  it('starts over where a server sends another range than was asked for', async () => {
    writeFileSync(part, content.subarray(0, 10));
    await expect(attempt('lying-range')).rejects.toMatchObject({ next: 'restart' });
  });

  it('names what happened to the connection', async () => {
    const gone = new FileServer(content);
    await gone.start();
    const url = gone.url('good');
    await gone.stop();
    await expect(fetchInto({ url, part, stallTimeout: 60_000 })).rejects.toThrow(/ECONNREFUSED/);
  });
});
