/**
 * Registers the gradients of TF.js's operations, the same set on every backend.
 *
 * `@tensorflow/tfjs-core` alone has none; `@tenlab/backend-wasm` carries them, with those put right that TF.js has wrong.
 */
export async function registerGradients(): Promise<void> {
  await import('@tenlab/backend-wasm/gradients');
}
