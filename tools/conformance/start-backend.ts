import * as tf from '@tensorflow/tfjs-core';

/** Backends a kit can run on. */
export const backendNames = ['wasm', 'cpu', 'tensorflow'] as const;
export type KitBackend = (typeof backendNames)[number];

/** Starts a backend by name and makes it the one in use. Throws on an unknown name. */
export async function startBackend(name: string): Promise<void> {
  const known = backendNames.find((candidate) => candidate === name);
  if (known === undefined) {
    throw new Error(`--backend: must be one of ${backendNames.join(', ')}. Received: ${name}. Try --help.`);
  }
  if (known === 'cpu') {
    await import('@tensorflow/tfjs-backend-cpu');
    await tf.setBackend('cpu');
    return;
  }
  const core: { useBackend?: (name: KitBackend) => Promise<unknown> } = await import('@tenlab/core');
  if (!core.useBackend) throw new Error(`--backend ${known}: @tenlab/core cannot start it yet. Use --backend cpu.`);
  await core.useBackend(known);
}
