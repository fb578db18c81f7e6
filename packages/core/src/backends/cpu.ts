import * as tf from '@tensorflow/tfjs-core';
import type { BackendCandidate } from './candidate';
import { registerGradients } from './gradients';

/** TF.js's backend in plain JavaScript: always there, one thread, the reference for the others; too slow to train with. */
export const cpu: BackendCandidate = {
  name: 'cpu',
  kind: 'cpu',

  async probe() {
    return { available: true };
  },

  whyNot(option, value) {
    if (option === 'threads') return value === 1 ? undefined : 'it runs on one thread';
    if (option === 'numerics') return value === 'strict' ? undefined : 'its arithmetic is always strict';
    return 'it has no GPU';
  },

  async start() {
    // Another copy may be there already (native TensorFlow brings one): a second would print a warning for every kernel.
    if (tf.getKernel('Identity', 'cpu') == null) await import('@tensorflow/tfjs-backend-cpu');
    await registerGradients();
    await tf.setBackend('cpu');
    await tf.ready();
    silenceAdvertisement(tf.backend());
    return { threads: 1, simd: 'none' };
  },
};

/** On first use in Node this backend prints an advertisement for tfjs-node; who chose a backend here has been told. */
function silenceAdvertisement(backend: tf.KernelBackend & { firstUse?: boolean }): void {
  if (backend.firstUse === true) backend.firstUse = false;
}
