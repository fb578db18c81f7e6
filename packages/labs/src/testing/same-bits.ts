import { expect } from 'vitest';
import type { Lab } from '../define-lab';
import { fastRun } from './fast-run';

/** For tests: one seed gives one checksum of the weights, on one thread as on two; another seed gives another. */
export async function expectSameBits(lab: Lab): Promise<void> {
  const sum = async (threads: number, seed: number) => (await fastRun(lab, { threads, seed })).end.weights_sha256;
  const one = await sum(1, 7);
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(await sum(2, 7)).toBe(one);
  expect(await sum(2, 8)).not.toBe(one);
}
