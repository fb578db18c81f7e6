import { Script } from 'node:vm';
import { expect, it } from 'vitest';
import { workerText } from './worker-text';

it('is a program', () => {
  expect(() => new Script(workerText)).not.toThrow();
});
