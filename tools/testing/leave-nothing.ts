import { afterAll, expect } from 'vitest';

// Set-up of the test files that share processes: each leaves its process as it found it, whichever comes next.
const state = () => ({
  backend: (globalThis as { _tfengine?: { backendName?: string } })._tfengine?.backendName,
  folder: process.cwd(),
  environment: { ...process.env },
});
const before = state();

afterAll(() => {
  expect(state(), 'what this file leaves behind: have it name that, and it has a process of its own').toEqual(before);
});
