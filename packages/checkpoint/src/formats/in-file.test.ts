import { inWords, TenlabError } from '@tenlab/core';
import { expect, it } from 'vitest';
import { inFile } from './in-file';

const failing = (place?: string) => () => {
  throw new TenlabError({ code: 'a', ...(place ? { place } : {}), expected: 'b', received: inWords('c'), remedy: 'd' });
};

it('puts the file in front of where an error was', async () => {
  await expect(inFile('x.keras', failing("Dense 'd'"))).rejects.toThrow("x.keras, Dense 'd': b. Received: c. d.");
  await expect(inFile('x.keras', failing())).rejects.toThrow('x.keras: b.');
  await expect(inFile('x.keras', failing('x.keras'))).rejects.toThrow('x.keras: b.');
});

it('passes on results, and errors of others', async () => {
  expect(await inFile('x', () => 1)).toBe(1);
  await expect(inFile('x', () => Promise.reject(new RangeError('r')))).rejects.toThrow(RangeError);
});
