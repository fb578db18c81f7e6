/** Prints the hashes that same-bits.test.ts pins; run it with another Node to compare: `node --import tsx strict-bits.ts`. */
import { pathToFileURL } from 'node:url';
import { startWasm, stopWasm } from '@tenlab/backend-wasm';
import { useBackend } from '@tenlab/core';
import { smallNets } from './small-nets';
import { train } from './train';

/** The first digits of the sha256 of each net's weights after some steps with strict numerics. */
export async function strictBits(): Promise<Record<string, string>> {
  await useBackend('wasm', { threads: 1 }); // Loads the gradients, too.
  await startWasm({ threads: 2, numerics: 'strict' });
  const bits: Record<string, string> = {};
  for (const net of smallNets) bits[net.name] = (await train(net, { epochs: 3, batches: 3 })).sha256.slice(0, 16);
  await stopWasm();
  return bits;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify(await strictBits(), null, 2));
}
