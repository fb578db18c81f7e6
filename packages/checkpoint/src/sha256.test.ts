import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256, sha256InTypeScript } from './sha256';

const bytes = Uint8Array.from({ length: 1000 }, (_, index) => (index * 31 + 7) & 0xff);
const reference = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

afterEach(() => vi.unstubAllGlobals());

describe('sha256', () => {
  it('gives the example of the standard', async () => {
    const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await sha256(new TextEncoder().encode('abc'))).toBe(digest);
    expect(sha256InTypeScript(new TextEncoder().encode('abc'))).toBe(digest);
  });

  it('agrees with OpenSSL at every length around a block, with and without WebCrypto', async () => {
    for (let length = 0; length <= 200; length++) {
      const piece = bytes.subarray(5, 5 + length);
      expect(sha256InTypeScript(piece), `length ${length}`).toBe(reference(piece));
      expect(await sha256(piece), `length ${length}`).toBe(reference(piece));
    }
  });

  it('works on a page without WebCrypto', async () => {
    vi.stubGlobal('crypto', {});
    expect(await sha256(bytes)).toBe(reference(bytes));
  });

  it('takes shared memory', async () => {
    const shared = new Uint8Array(new SharedArrayBuffer(1000));
    shared.set(bytes);
    expect(await sha256(shared)).toBe(reference(bytes));
  });
});
