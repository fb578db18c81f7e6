import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { farmHash64 } from './farm-hash';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('farmHash64', () => {
  test('tells texts of all lengths apart, the same each time', () => {
    expect(farmHash64(new Uint8Array(0))).toBe(0x9ae16a3b2f90404fn);
    const hashes = [0, 3, 7, 12, 16, 20, 32, 40, 64, 65, 128, 129, 200].map((n) =>
      farmHash64(new Uint8Array(n).fill(7)),
    );
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
