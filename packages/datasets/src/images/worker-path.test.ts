import { expect, it } from 'vitest';
import { imageWorkerPath } from './worker-path';

it('leads from the sources to what is built of them', () => {
  expect(imageWorkerPath()).toMatch(/packages.datasets.dist.image-worker\.js$/);
});
