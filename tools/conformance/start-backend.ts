import { useBackend } from '@tenlab/core';

/** Backends a kit can run on. */
export const backendNames = ['wasm', 'cpu', 'tensorflow'] as const;

/** Starts a backend by name and makes it the one in use. Throws on an unknown name. */
export async function startBackend(name: string): Promise<void> {
  const known = backendNames.find((candidate) => candidate === name);
  if (known === undefined) {
    throw new Error(`--backend: must be one of ${backendNames.join(', ')}. Received: ${name}. Try --help.`);
  }
  await useBackend(known);
}
