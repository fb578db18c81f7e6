import { TenlabError } from '@tenlab/core';
import { describe, expect, it } from 'vitest';
import { expectReadOrRefused } from './expect-read-or-refused';
import { watchAllocations } from './watch-allocations';

const memory = watchAllocations();
const good = Uint8Array.from({ length: 40 }, (_, index) => index);
const refusal = new TenlabError({ code: 'x', place: 'x', expected: 'x', received: 'y', remedy: 'z' });

/** Reads a file that holds its own length and a sum of nothing else. */
function read(bytes: Uint8Array): void {
  if (bytes.length !== 40) throw refusal;
}

describe('expectReadOrRefused', () => {
  const options = { cases: 200, seed: 1, memory };

  it('counts what is refused', async () => {
    const refused = await expectReadOrRefused(good, { ...options, read });
    expect(refused).toBeGreaterThan(20);
    expect(refused).toBeLessThan(180);
    expect(await expectReadOrRefused(good, { ...options, read })).toBe(refused);
  });

  it('tells of another error, and of an array out of proportion', async () => {
    const crash = (bytes: Uint8Array) => bytes.length < 40 && Reflect.get(undefined as never, 'x');
    await expect(expectReadOrRefused(good, { ...options, read: crash })).rejects.toThrow(/case \d+ threw TypeError/);
    const greedy = (bytes: Uint8Array) => new Uint8Array(bytes.length < 40 ? 2 ** 20 : 1);
    await expect(expectReadOrRefused(good, { ...options, read: greedy })).rejects.toThrow('asked for 1048576 bytes');
  });
});
