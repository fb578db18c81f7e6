/** A backend the suite can run on: `wasm` is ours, `wasm-stock` the one tfjs ships, `cpu` the reference. */
export const backendNames = ['wasm', 'cpu', 'wasm-stock'] as const;
export type SuiteBackend = (typeof backendNames)[number];

/** Loads a backend and tells the name it has in tfjs's registry. */
export async function loadBackend(backend: SuiteBackend): Promise<string> {
  if (backend === 'cpu') {
    await import('@tensorflow/tfjs-backend-cpu');
    return 'cpu';
  }
  if (backend === 'wasm-stock') {
    await import('@tensorflow/tfjs-backend-wasm');
    return 'wasm';
  }
  await import('@tenlab/backend-wasm');
  return 'wasm';
}
