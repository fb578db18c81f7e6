/** This project, as a user gets it: the built packages. `tenlab-peer.ts THREADS` */
import { useBackend } from '@tenlab/core';
import * as tenlab from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { dispose } from '@tensorflow/tfjs-core';
import type { Net } from '../nets/net';
import { buildModel } from './build-model';
import { answerRequests, type Built, type Peer, type Timed } from './protocol';
import { makeData } from './synthetic-data';

class EpochTimer extends tenlab.Callback {
  begin = 0;
  end = 0;
  loss = Number.NaN;

  override onEpochBegin(epoch: number): void {
    if (epoch === 0) this.begin = performance.now();
  }

  override onEpochEnd(_: number, logs: tenlab.Logs): void {
    this.loss = Number(logs.loss);
    this.end = performance.now();
  }
}

class TenlabPeer implements Peer {
  #net: Net | undefined;
  #model: tenlab.Model | undefined;
  #data: { x: tf.Tensor; y: tf.Tensor } | undefined;
  #steps = 0;

  async build(net: Net, steps: number): Promise<Built> {
    if (this.#net?.name !== net.name) {
      this.#model?.dispose();
      this.#model = undefined;
      this.#net = undefined;
      this.#model = buildModel(net);
    }
    if (this.#data) dispose([this.#data.x, this.#data.y]);
    this.#net = net;
    this.#steps = steps;
    this.#data = makeData(net, steps * net.batch);
    return { params: this.#built().model.countParams() };
  }

  async train(epochs: number): Promise<Timed> {
    const { model, net, data } = this.#built();
    const timer = new EpochTimer();
    await model.fit(data.x, data.y, { batchSize: net.batch, epochs, verbose: 0, callbacks: [timer] });
    return { ms: (timer.end - timer.begin) / (epochs * this.#steps), loss: timer.loss };
  }

  async predict(repeats: number): Promise<Timed> {
    const { model, net, data } = this.#built();
    const begin = performance.now();
    for (let i = 0; i < repeats; i++) {
      const output = (await model.predict(data.x, { batchSize: net.batch, verbose: 0 })) as tf.Tensor;
      await output.data();
      output.dispose();
    }
    return { ms: (performance.now() - begin) / (repeats * this.#steps) };
  }

  #built() {
    if (!this.#model || !this.#net || !this.#data) throw new Error('`build` must come first.');
    return { model: this.#model, net: this.#net, data: this.#data };
  }
}

/** Starts the backend and says what is measured. */
async function start(): Promise<string> {
  const { name, threads, simd } = await useBackend('wasm', { threads: Number(process.argv[2]) });
  return `tenlab on ${name}, ${threads} threads, ${simd}`;
}

await answerRequests(new TenlabPeer(), start);
