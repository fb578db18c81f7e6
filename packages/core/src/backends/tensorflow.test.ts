import { expect, it } from 'vitest';
import { tensorflow } from './tensorflow';
import { tensorflowGpu } from './tensorflow-gpu';

it('is the native candidate on the CPU', () => {
  expect(tensorflow).toMatchObject({ name: 'tensorflow', kind: 'native' });
  expect(tensorflow.whyNot('threads', 2)).toBeUndefined();
  expect(tensorflow.whyNot('device', 0)).toBe('it has no GPU');
  expect(tensorflow.whyNot('numerics', 'strict')).toBe('native TensorFlow decides on its own numerics');
});

it('shares every line with the one on the GPU: what they are made of is the same functions', () => {
  for (const method of ['probe', 'start', 'whyNot'] as const) {
    expect(String(tensorflow[method])).toBe(String(tensorflowGpu[method]));
  }
});
