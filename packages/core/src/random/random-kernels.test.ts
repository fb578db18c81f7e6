import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cpu } from '../backends/cpu';
import { wasm } from '../backends/wasm';
import { fillRandom } from './distributions';
import { randomKernelNames, registerRandomKernels } from './random-kernels';
import { SeedGenerator } from './seed-generator';

beforeAll(async () => {
  await cpu.start({});
});

describe('registerRandomKernels', () => {
  it('keeps a kernel that the backend has already', () => {
    const own = { kernelName: 'ThreefryNormal', backendName: 'trial', kernelFunc: () => [] };
    tf.registerKernel(own);
    registerRandomKernels('trial');
    expect(tf.getKernel('ThreefryNormal', 'trial')).toBe(own);
    expect(tf.getKernel('ThreefryUniform', 'trial')).toMatchObject({ kernelName: 'ThreefryUniform' });
    for (const name of Object.values(randomKernelNames)) tf.unregisterKernel(name, 'trial');
  });

  it('registers once: asked again it changes nothing', () => {
    registerRandomKernels('cpu');
    const kernel = tf.getKernel('ThreefryUniform', 'cpu');
    registerRandomKernels('cpu');
    expect(tf.getKernel('ThreefryUniform', 'cpu')).toBe(kernel);
  });
});

let ownKernel: tf.KernelFunc | undefined;

beforeAll(async () => {
  // What the package registers itself, before this one fills the gaps.
  await import('@tenlab/backend-wasm');
  ownKernel = tf.getKernel('ThreefryUniform', 'wasm')?.kernelFunc;
});

// The kernel of @tenlab/backend-wasm must give the bits of this package's, whatever the number of threads.
describe.each([1, 2])('on wasm with %i threads', (threads) => {
  beforeAll(async () => {
    await wasm.start({ threads });
  });

  afterAll(async () => {
    const { stopWasm } = await import('@tenlab/backend-wasm');
    await tf.setBackend('cpu');
    await stopWasm();
  });

  it('draws with a uniform kernel of its own, not on the host', () => {
    expect(ownKernel).toBeTypeOf('function');
    expect(tf.getKernel('ThreefryUniform', 'wasm')?.kernelFunc).toBe(ownKernel);
  });

  // 0, 1, tails, several turns of any loop by 2, 4, 8 or 16, and enough for every thread.
  it.each([0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 17, 31, 33, 67, 1000, 100_003])(
    "gives the host's bits: %i values",
    (size) => {
      for (const seed of [0, 5, 2 ** 31, 2 ** 53 - 1]) {
        const generator = new SeedGenerator({ seed });
        const key = [Math.floor(seed / 2 ** 32), seed % 2 ** 32] as const;
        const draws = [
          ['uniform', (shape: number[]) => generator.uniform(shape)],
          ['uniform', (shape: number[]) => generator.uniform(shape)],
          ['normal', (shape: number[]) => generator.normal(shape)],
          ['truncated-normal', (shape: number[]) => generator.truncatedNormal(shape)],
        ] as const;
        for (const [call, [distribution, draw]] of draws.entries()) {
          const values = draw([size]);
          expect(sameBits(values.dataSync(), fillRandom(size, distribution, [...key, call])), distribution).toBe(true);
          values.dispose();
        }
        generator.dispose();
      }
    },
  );

  it('gives the bits of the cpu backend for a scaled range', async () => {
    const draw = () => {
      const generator = new SeedGenerator({ seed: 11 });
      const values = generator.uniform([3, 333], { minValue: -0.25, maxValue: 0.1 });
      const read = values.dataSync().slice();
      values.dispose();
      generator.dispose();
      return read;
    };
    const ours = draw();
    await tf.setBackend('cpu');
    const reference = draw();
    await tf.setBackend('wasm');
    expect(ours).toEqual(reference);
  });
});

function sameBits(a: ArrayBufferView, b: ArrayBufferView): boolean {
  const bytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView) => Buffer.from(buffer, byteOffset, byteLength);
  return bytes(a).equals(bytes(b));
}
