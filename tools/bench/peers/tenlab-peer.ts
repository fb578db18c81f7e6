/** This project, as a user gets it: the built packages. `tenlab-peer.ts THREADS` */
import { useBackend } from '@tenlab/core';
import * as tenlab from '@tenlab/layers';
import type * as tf from '@tensorflow/tfjs-core';
import { dispose } from '@tensorflow/tfjs-core';
import type { ClassSpec, Net } from '../nets/net';
import { camelCaseKeys } from './camel-case';
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

function buildModel({ layers, input, optimizer, loss, metrics }: Net): tenlab.Model {
  const inputs = tenlab.Input({ shape: [...input.shape], ...(input.kind === 'ids' ? { dtype: 'int32' } : {}) });
  let outputs = inputs;
  for (const [name, config] of layers) {
    outputs = name === 'ResidualBlock' ? residualBlock(outputs, config) : layer(name, config).apply(outputs);
  }
  const model = new tenlab.Model({ inputs, outputs });
  model.compile({
    optimizer: make<tenlab.Optimizer>(tenlab.optimizers, optimizer),
    loss: make<tenlab.losses.Loss>(tenlab.losses, loss),
    ...(metrics ? { metrics: [...metrics] } : {}),
  });
  return model;
}

const layer = (...spec: ClassSpec) => make<tenlab.Layer>(tenlab, spec);

function residualBlock(x: tenlab.KerasTensor, config: Readonly<Record<string, unknown>>): tenlab.KerasTensor {
  const { filters, strides } = config as { filters: number; strides: number };
  const convolution = (kernel: number, stride: number, to: tenlab.KerasTensor) => {
    const options = { filters, kernel_size: kernel, strides: stride, padding: 'same', use_bias: false };
    return layer('BatchNormalization', {}).apply(layer('Conv2D', options).apply(to));
  };
  const relu = (to: tenlab.KerasTensor) => layer('ReLU', {}).apply(to);
  const shortcut = strides !== 1 || x.shape.at(-1) !== filters ? convolution(1, strides, x) : x;
  const inner = convolution(3, 1, relu(convolution(3, strides, x)));
  return relu(layer('Add', {}).apply([inner, shortcut]));
}

/** An instance of the class of that name, with Keras's arguments in our spelling. */
function make<T>(family: object, [name, config]: ClassSpec): T {
  const found = (family as Record<string, new (options: Record<string, unknown>) => T>)[name];
  if (found === undefined) throw new Error(`@tenlab/layers has no ${name} yet`);
  return new found(camelCaseKeys(config));
}

/** Starts the backend and says what is measured. */
async function start(): Promise<string> {
  const { name, threads, simd } = await useBackend('wasm', { threads: Number(process.argv[2]) });
  return `tenlab on ${name}, ${threads} threads, ${simd}`;
}

await answerRequests(new TenlabPeer(), start);
