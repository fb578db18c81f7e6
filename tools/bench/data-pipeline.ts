/**
 * Trains mnist-cnn for one epoch on 50,000 PNG files in folders, read, decoded and changed by chance on worker threads, and prints for which share
 * of the time training waited for data, and how memory went. Exit code 1 where it waited longer than it computed, or memory grew.
 *
 * The pictures are those of the samples, each written several times. `pnpm bench:data [--images 50000] [--workers 1]`
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setSeed, useBackend } from '@tenlab/core';
import { fashionMnist, type ImageBatches, ImageDataGenerator } from '@tenlab/datasets';
import { describeMachine } from './machine';
import { mnistCnn } from './nets/mnist-cnn';
import { buildModel } from './peers/build-model';
import { WaitWatch } from './wait-watch';

const { values } = parseArgs({
  options: { images: { type: 'string', default: '50000' }, workers: { type: 'string', default: '1' } },
});
const [images, workers] = [Number(values.images), Number(values.workers)];
const { threads } = await useBackend('wasm');
const folder = mkdtempSync(join(tmpdir(), 'tenlab-bench-images-'));
try {
  await writeImages(folder, images);
  setSeed(1);
  const model = buildModel(mnistCnn);
  const generator = new ImageDataGenerator({
    rescale: 1 / 255,
    rotationRange: 20,
    widthShiftRange: 0.1,
    heightShiftRange: 0.1,
    shearRange: 5,
    zoomRange: 0.1,
    horizontalFlip: true,
  });
  const options = { targetSize: [28, 28], colorMode: 'grayscale', classMode: 'sparse', workers, seed: 1 } as const;
  const { batches } = await generator.flowFromDirectory(folder, options);
  // Threads and compiled steps start up first.
  await model.fit(batches.take(20), null, { verbose: 0 });
  const watch = new WaitWatch<ImageBatches extends AsyncIterable<infer Batch> ? Batch : never>(batches.prefetch(8));
  await model.fit(watch, null, { verbose: 0 });
  report(watch);
} finally {
  rmSync(folder, { recursive: true });
}

function report({ waited, computed, resident }: WaitWatch<unknown>): void {
  const { cpu, cores, node } = describeMachine(threads);
  const share = waited / (waited + computed);
  const early = Math.max(...resident.slice(0, Math.ceil(resident.length / 4)));
  const late = Math.max(...resident.slice(Math.floor((3 * resident.length) / 4)));
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
  process.stdout.write(
    [
      `${cpu}, ${cores} cores, Node ${node}: ${threads} threads compute, ${workers} read images`,
      `${images} images in ${seconds(waited + computed)} s: waited ${seconds(waited)} s for data (${(100 * share).toFixed(1)} %), computed ${seconds(computed)} s`,
      `resident memory: at most ${early.toFixed(0)} MiB in the first quarter, ${late.toFixed(0)} MiB in the last`,
      '',
    ].join('\n'),
  );
  if (waited > computed) fail('training must not wait longer for data than it computes');
  if (late - early > 64) fail('memory must stay flat: at most 64 MiB more in the last quarter than in the first');
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

async function writeImages(into: string, count: number): Promise<void> {
  const { encode } = await import('fast-png');
  const { train, classNames } = await fashionMnist({ offline: true });
  const names = classNames.map((name) => name.replaceAll('/', '-'));
  for (const name of names) mkdirSync(join(into, name));
  for (let index = 0; index < count; index++) {
    const from = index % train.x.length;
    const data = train.x.data.subarray(from * 784, (from + 1) * 784);
    const file = join(into, names[train.y.data[from]!]!, `${String(index).padStart(6, '0')}.png`);
    writeFileSync(file, encode({ width: 28, height: 28, channels: 1, data }));
  }
}
