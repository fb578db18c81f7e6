import * as tf from '@tensorflow/tfjs-core';
import { type Distribution, fillRandom } from './distributions';

/** The kernel of each distribution: inputs `{ state: int32[3] }`, attributes `{ shape }`, output float32 of that shape. */
export const randomKernelNames = {
  uniform: 'ThreefryUniform',
  normal: 'ThreefryNormal',
  'truncated-normal': 'ThreefryTruncatedNormal',
} as const satisfies Record<Distribution, string>;

/**
 * Gives a backend the random kernels it does not have itself, computed on the host.
 *
 * The kernels do not advance the state: `SeedGenerator` does. A backend with kernels of its own (as `@tenlab/backend-wasm`
 * has for `ThreefryUniform`) keeps them, and must give the same bits: see `ThreefryState`.
 */
export function registerRandomKernels(backendName: string): void {
  for (const [distribution, kernelName] of Object.entries(randomKernelNames) as [Distribution, string][]) {
    if (tf.getKernel(kernelName, backendName) != null) continue;
    tf.registerKernel({
      kernelName,
      backendName,
      kernelFunc: ({ inputs, attrs, backend }) => hostKernel(distribution, inputs, attrs, backend as tf.KernelBackend),
    });
  }
}

function hostKernel(
  distribution: Distribution,
  inputs: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap | undefined,
  backend: tf.KernelBackend,
): tf.TensorInfo {
  const state = backend.readSync(inputs.state!.dataId) as Int32Array;
  const shape = attrs!.shape as number[];
  const values = fillRandom(tf.util.sizeFromShape(shape), distribution, [state[0]!, state[1]!, state[2]!]);
  return { dataId: backend.write(values, shape, 'float32'), shape, dtype: 'float32' };
}
