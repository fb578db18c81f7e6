import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Behaviour, FileServer } from '../testing/file-server';
import { fetchBytes } from './fetch-bytes';

const content = Uint8Array.from({ length: 1000 }, (_, index) => index);
const server = new FileServer(content);

beforeAll(() => server.start());
afterAll(() => server.stop());

describe('fetchBytes', () => {
  it.each<[Behaviour]>([['good'], ['redirect']])('fetches a file (%s)', async (behaviour) => {
    expect(await fetchBytes(server.url(behaviour), { size: 1000 })).toEqual(content);
  });

  it.each<[Behaviour, string]>([
    ['html', 'Received: a web page.'],
    ['not-found', 'Received: HTTP 404.'],
    ['too-long', '1000 bytes. Received: more.'],
    ['stall', 'Received: nothing for 0.5 s.'],
    ['stall-before-answer', 'Received: nothing for 0.5 s.'],
    ['truncate', 'Received: TypeError: terminated.'],
  ])('refuses %s', async (behaviour, message) => {
    const url = server.url(behaviour);
    const stallTimeout = behaviour.startsWith('stall') ? 500 : 60_000;
    await expect(fetchBytes(url, { size: 1000, stallTimeout })).rejects.toMatchObject({
      code: 'download-failed',
      place: url,
      message: expect.stringContaining(message),
    });
  });
});
