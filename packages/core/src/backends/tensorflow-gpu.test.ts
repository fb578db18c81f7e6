import { expect, it } from 'vitest';
import { tensorflowGpu } from './tensorflow-gpu';

it('is the native candidate on the GPU', () => {
  expect(tensorflowGpu).toMatchObject({ name: 'tensorflow-gpu', kind: 'gpu' });
  for (const [option, value] of [
    ['threads', 2],
    ['device', 0],
    ['memoryGrowth', false],
    ['memoryLimit', 100],
  ] as const) {
    expect(tensorflowGpu.whyNot(option, value)).toBeUndefined();
  }
});
