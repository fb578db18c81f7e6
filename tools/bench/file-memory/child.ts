/** One job of file-memory.ts: prints the peak of this process's memory. */
import { useBackend } from '@tenlab/core';
import { Dense, Sequential } from '@tenlab/layers';
import { stepsOf } from './formats';
import type { MemoryJob } from './run-child';

const { action, format, folder, megabytes, backend } = JSON.parse(process.argv[2] ?? '') as MemoryJob;
await useBackend(backend as never);
const { write, read } = stepsOf(format);
if (action === 'write') await write(makeModel(), folder);
else {
  const model = await read(folder, makeModel);
  const value = model.weights.at(-2)!.value.dataSync()[7];
  if (value !== 1) throw new Error(`a weight of ${value} instead of 1`);
}
process.stdout.write(`${process.resourceUsage().maxRSS * 1024}\n`, () => process.exit());

/** Layers of 16 MiB, with ones: memory that holds nothing but zeros would not be resident. */
function makeModel(): Sequential {
  const units = 2048;
  const layer = () => new Dense({ units, kernelInitializer: 'ones', inputShape: [units] });
  return new Sequential(Array.from({ length: megabytes / 16 }, layer));
}
