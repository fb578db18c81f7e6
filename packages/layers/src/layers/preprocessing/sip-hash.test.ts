import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { sipHash64 } from './sip-hash';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('sipHash64', () => {
  test('gives the first vectors of its authors', () => {
    const key = [0x0706050403020100n, 0x0f0e0d0c0b0a0908n] as const;
    expect(sipHash64(new Uint8Array(0), key)).toBe(0x726fdb47dd0e0e31n);
    expect(sipHash64(Uint8Array.of(0), key)).toBe(0x74f839c593dc67fdn);
  });
});
