// A run that a test kills and starts again: `killed-run.ts FOLDER` trains with a backup in FOLDER and prints what came of it.

import { sha256OfWeights } from '@tenlab/checkpoint';
import { setSeed, useBackend } from '@tenlab/core';
import { Dense, Dropout, Sequential } from '@tenlab/layers';
import { BackupAndRestore, EarlyStopping, LambdaCallback, ReduceLROnPlateau } from '../index';

const [folder = ''] = process.argv.slice(2);
await useBackend('wasm', { threads: 2 });
setSeed(5);

const samples = 600;
const x = { data: Float32Array.from({ length: samples * 20 }, (_, i) => Math.sin(i * 0.7)), shape: [samples, 20] };
const y = Int32Array.from({ length: samples }, (_, i) => (i * i) % 4);
const model = new Sequential([
  new Dense({ units: 32, activation: 'relu', inputShape: [20] }),
  new Dropout({ rate: 0.5 }),
  new Dense({ units: 4 }),
]);
model.compile({ optimizer: 'adam', loss: 'sparse_categorical_crossentropy', metrics: ['accuracy'] });

const { history } = await model.fit(x, y, {
  batchSize: 16,
  epochs: 20,
  validationSplit: 0.2,
  verbose: 0,
  callbacks: [
    // Hears of every step, so that steps run one by one and a state is written after each fourth.
    new LambdaCallback({ onTrainBatchEnd: (step) => console.log(`step ${step}`) }),
    // First in the list, yet it keeps what those after it have come to.
    new BackupAndRestore({ backupDir: folder, saveFreq: 4 }),
    new EarlyStopping({ patience: 50, restoreBestWeights: true }),
    new ReduceLROnPlateau({ patience: 1, factor: 0.5 }),
  ],
});
console.log(JSON.stringify({ weights: await sha256OfWeights(model), history }));
process.exit(0);
