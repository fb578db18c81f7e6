import { type BackendReport, setSeed, useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { mnistCnn } from '../nets/mnist-cnn';
import { buildModel } from '../peers/build-model';
import { makeData } from '../peers/synthetic-data';

export interface TimedTraining {
  readonly backend: Pick<BackendReport, 'name' | 'threads' | 'simd'>;
  /** Milliseconds of a step: the mean of each round. */
  readonly rounds: readonly number[];
  /** What became of the step. */
  readonly program: string;
  readonly loss: number;
}

interface Explained {
  explain(): string;
}

/** Trains mnist-cnn through `fit` on two threads, wherever it is called, and takes the time of some rounds after a warm-up. */
export async function timeTraining({ rounds = 6, steps = 50 } = {}): Promise<TimedTraining> {
  const { name, threads, simd } = await useBackend('wasm', { threads: 2 });
  setSeed(1);
  const backend = tf.backend() as unknown as { compile: (...given: unknown[]) => Explained };
  const { compile } = backend;
  const compiled: Explained[] = [];
  backend.compile = (...given) => {
    compiled.push(compile.apply(backend, given));
    return compiled.at(-1)!;
  };
  const model = buildModel(mnistCnn);
  const { x, y } = makeData(mnistCnn, steps * mnistCnn.batch);
  const round = async () => {
    const begin = performance.now();
    const { history } = await model.fit(x, y, { batchSize: mnistCnn.batch, verbose: 0 });
    return { ms: (performance.now() - begin) / steps, loss: history.loss![0]! };
  };
  let last = await round();
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    last = await round();
    times.push(last.ms);
  }
  const program = compiled.map((step) => step.explain()).join('\n');
  model.dispose();
  tf.dispose([x, y]);
  return { backend: { name, threads, simd }, rounds: times, program, loss: last.loss };
}
