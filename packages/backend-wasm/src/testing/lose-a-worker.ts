// A program of its own, `lose-a-worker.ts HOW`: a worker dies or gets stuck, and the process has to end nevertheless.
import * as tf from '@tensorflow/tfjs-core';
import { startWasm } from '../index';
import { waiting } from '../threads/watch';
import { withRawWorkers } from './raw-workers';

const [how] = process.argv.slice(2);
const stuck = "require('node:worker_threads').parentPort.postMessage('ready'); for (;;) {}";
Object.assign(waiting, { lookEvery: 100, patience: 500 });

await withRawWorkers(
  async (workers) => {
    await startWasm({ threads: 3 });
    if (how === 'ended') workers[1]!.terminate();
    tf.matMul(tf.ones([300, 300]), tf.ones([300, 300]));
  },
  (text) => (how === 'stuck' ? stuck : text),
);
