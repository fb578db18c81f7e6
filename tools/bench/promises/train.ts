import { createHash } from 'node:crypto';
import { setSeed } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Net } from '../nets/net';
import { buildModel } from '../peers/build-model';
import { makeData } from '../peers/synthetic-data';

export interface TrainOptions {
  readonly epochs: number;
  /** Batches of an epoch; the last one is only half full, which makes it a second program. */
  readonly batches: number;
  /** Whether TF.js runs operation by operation. */
  readonly eager?: boolean;
}

/** What training came to. */
export interface Trained {
  /** The mean loss of each epoch. */
  readonly losses: readonly number[];
  /** sha256 over the bits of all weights, in order. */
  readonly sha256: string;
  /** What became of each step that was handed to the backend for compiling; empty where none was. */
  readonly programs: readonly string[];
}

/** Trains a net through `fit`, from the same seed each time. */
export async function train(net: Net, { epochs, batches, eager = false }: TrainOptions): Promise<Trained> {
  setSeed(4);
  const { seen, stop } = watchCompiling();
  const model = buildModel(net, { runEagerly: eager });
  const rows = Math.round((batches - 0.5) * net.batch);
  const { x, y } = makeData(net, rows);
  try {
    const { history } = await model.fit(x, y, { epochs, batchSize: net.batch, verbose: 0 });
    return {
      losses: history.loss as number[],
      sha256: hashOf(model.weights.map((weight) => weight.read())),
      programs: seen.map((step) => step.explain()),
    };
  } finally {
    stop();
    tf.dispose([x, y]);
    model.dispose();
  }
}

function hashOf(tensors: readonly tf.Tensor[]): string {
  const hash = createHash('sha256');
  for (const tensor of tensors) {
    const { buffer, byteOffset, byteLength } = tensor.dataSync();
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return hash.digest('hex');
}

interface Explained {
  explain(): string;
}

/** Notes what `compile` of `backend-wasm` makes, to see afterwards whether it came to programs. */
function watchCompiling(): { seen: readonly Explained[]; stop: () => void } {
  const backend = tf.backend() as unknown as { compile?: (...given: unknown[]) => Explained };
  const { compile } = backend;
  const seen: Explained[] = [];
  if (!compile) return { seen, stop: () => {} };
  backend.compile = (...given) => {
    const step = compile.apply(backend, given);
    seen.push(step);
    return step;
  };
  return { seen, stop: () => void Reflect.deleteProperty(backend, 'compile') };
}
